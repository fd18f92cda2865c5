package samples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Very many predictions, {@code -Dsoak.predictions} of them, in a JVM of 32 megabytes. */
final class SoakTest {
    private static final long PREDICTIONS = Long.getLong("soak.predictions", 100_000);

    @Test
    void memoryStaysAsItIs() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        // On vectors of 512 bits C2 compiles some kernels such that they allocate, in some runs and not
                        // in others.
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        "-XX:UseAVX=2",
                        "-XX:+UseSerialGC",
                        "-Xmx32m",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Soak.class.getName(),
                        String.valueOf(PREDICTIONS))
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.print(out);

        assertThat(process.waitFor()).as(out).isZero();
    }
}
