package dev.leibniz.runtime.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The classes of this package twice in one process, as application servers have them. */
final class TwoLoadersTest {
    @TempDir
    private Path folder;

    /** A class loader that has all classes of the runtime anew. */
    private static URLClassLoader anew() {
        URL classes = AtomicFile.class.getProtectionDomain().getCodeSource().getLocation();
        URL tests = TwoLoadersTest.class.getProtectionDomain().getCodeSource().getLocation();
        return new URLClassLoader(new URL[] {classes, tests}, ClassLoader.getPlatformClassLoader());
    }

    /** Writes and tidies up beside a file that the other loader's classes are writing. */
    static final class Other implements Callable<Void> {
        private final Path folder;

        Other(Path folder) {
            this.folder = folder;
        }

        @Override
        public Void call() throws IOException {
            AtomicFile.write(folder.resolve("other"), new byte[1]);
            AtomicFile.deleteAbandoned(folder);
            return null;
        }
    }

    /** Exits with 0 if nobody holds a lock on a file. */
    static final class Probe {
        public static void main(String[] arguments) throws IOException {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.READ)) {
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
                System.exit(lock == null ? 1 : 0);
            }
        }
    }

    private static boolean isLockedForOthers(Path file) throws IOException, InterruptedException {
        return new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-classpath",
                                System.getProperty("java.class.path"),
                                Probe.class.getName(),
                                file.toString())
                        .start()
                        .waitFor()
                == 1;
    }

    private Path beingWritten() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> temporary =
                    files.filter(file -> file.toString().endsWith(".tmp")).toList();
            assertThat(temporary).hasSize(1);
            return temporary.get(0);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatOneLoadersClassesWriteStaysLockedWhateverTheOthersDo() throws Exception {
        try (URLClassLoader loader = anew()) {
            Class<?> type = loader.loadClass(Other.class.getName());
            assertThat(type).isNotSameAs(Other.class);
            var constructor = type.getDeclaredConstructor(Path.class);
            constructor.setAccessible(true);
            Callable<?> other = (Callable<?>) constructor.newInstance(folder);

            AtomicFile.replace(folder.resolve("slow"), channel -> {
                try {
                    other.call();
                    assertThat(isLockedForOthers(beingWritten())).isTrue();
                } catch (Exception e) {
                    throw new IOException(e);
                }
                channel.write(ByteBuffer.wrap(new byte[2]));
            });
        }
        assertThat(folder.resolve("slow")).hasSize(2);
    }
}
