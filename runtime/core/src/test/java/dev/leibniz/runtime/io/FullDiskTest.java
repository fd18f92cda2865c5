package dev.leibniz.runtime.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that may write no file longer than some kilobytes: its writes fail half way, as on a disk that becomes full. */
final class FullDiskTest {
    @TempDir
    private Path folder;

    /** Writes a small file, which succeeds, and then tries to replace it by a larger one. */
    static final class Writer {
        public static void main(String[] arguments) throws IOException {
            Path file = Path.of(arguments[0]);
            write(file, 10);
            try {
                write(file, 1_000_000);
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static void write(Path file, int length) throws IOException {
        Safetensors.write(
                file, Map.of(), List.of(StoredTensor.of("values", new long[] {length}, new float[length], 0)));
    }

    @Test
    void aWriteThatFailsHalfWayLeavesTheOldFileAndOneMessage() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell to set a limit");
        Path file = folder.resolve("net.safetensors");
        Path expected = folder.resolve("expected.safetensors");
        write(expected, 10);

        Process process = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        // Blocks of half a kilobyte.
                        "ulimit -f 1000 && exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor()).as(out).isZero();
        assertThat(out.strip()).isEqualTo(file + ": File too large");
        assertThat(Files.mismatch(file, expected)).isEqualTo(-1);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, expected);
        }
    }
}
