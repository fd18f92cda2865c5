package dev.leibniz.runtime.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that write one checkpoint after the other and are killed at random moments, {@code -Dkills} of them. */
final class KilledWritesTest {
    private static final int KILLS = Integer.getInteger("kills", 15);
    private static final long SEED = Long.getLong("kills.seed", 1);
    private static final int MOST_WRITES = 4;

    @TempDir
    private Path folder;

    /** Writes versions that follow that of the file, and prints each when it is written; ends at some time if nobody kills it. */
    static final class Writer {
        public static void main(String[] arguments) throws IOException {
            Path file = Path.of(arguments[0]);
            int version = Integer.parseInt(arguments[1]);
            for (int i = 1; i <= 5000; i++) {
                long start = System.nanoTime();
                write(file, version + i);
                if (i == 2) {
                    Victim.sayReady(System.nanoTime() - start);
                }
                System.out.println(version + i);
            }
        }
    }

    /** A file whose length and bytes follow from its version. */
    private static void write(Path file, int version) throws IOException {
        float[] values = new float[1000 + version % 97 * 1000];
        Arrays.fill(values, version);
        Safetensors.write(
                file,
                Map.of("version", String.valueOf(version)),
                List.of(StoredTensor.of("values", new long[] {values.length}, values, 0)));
    }

    @Test
    void theFileIsTheLastOneThatWasWrittenOrTheNext() throws Exception {
        Random random = new Random(SEED);
        Path file = folder.resolve("net.safetensors");
        Path expected = Files.createDirectory(folder.resolve("expected")).resolve("net.safetensors");
        int version = 0;
        int midway = 0;
        write(file, version);
        for (int kill = 1; kill <= KILLS; kill++) {
            List<String> lines = Victim.runAndKill(Writer.class, MOST_WRITES * random.nextDouble(), file, version);
            assertThat(lines).as("kill %d: %s", kill, lines).allMatch(line -> line.matches("\\d+"));
            int written = lines.isEmpty() ? version + 2 : Integer.parseInt(lines.get(lines.size() - 1));

            version = Integer.parseInt(Safetensors.read(file).metadata().get("version"));

            assertThat(version).as("after kill %d", kill).isBetween(written, written + 1);
            write(expected, version);
            assertThat(Files.mismatch(file, expected)).as("after kill %d", kill).isEqualTo(-1);
            // What the process before left was deleted by this one.
            assertThat(leftOver()).as("after kill %d", kill).isLessThanOrEqualTo(1);
            midway += leftOver() == 1 || version > written ? 1 : 0;
        }
        System.out.printf("%d kills, %d of them during a write; %d files written%n", KILLS, midway, version);
        write(file, version + 1);
        assertThat(leftOver()).isZero();
    }

    private long leftOver() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tmp")).count();
        }
    }
}
