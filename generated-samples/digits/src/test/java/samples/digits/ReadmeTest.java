package samples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the README says of the use of a generated class. */
final class ReadmeTest {
    private static final String HEAD = """
            import dev.leibniz.runtime.Workers;
            import java.nio.file.Path;
            import samples.digits.Digits;

            final class Readme {
                public static void main(String[] arguments) throws Exception {
                    float[] images = new float[64 * 64];
                    float[] image = new float[64];
                    int[] labels = new int[64];
                    image[3] = 1;
            """;

    @TempDir
    private Path folder;

    @Test
    void theProgramCompilesAndRuns() throws IOException, InterruptedException {
        String readme = Files.readString(Path.of("../../README.md"));
        int from = readme.indexOf("```java\nDigits net = ") + "```java\n".length();
        String program = readme.substring(from, readme.indexOf("```", from));
        Path source =
                Files.writeString(folder.resolve("Readme.java"), HEAD + program + "System.out.println(p.length);}}");
        String classPath = System.getProperty("java.class.path");
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), "-classpath", classPath, source.toString());
        assertThat(status).isZero();

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        folder + System.getProperty("path.separator") + classPath,
                        "Readme")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        List<String> out = Files.readAllLines(folder.resolve("out.txt"));
        assertThat(process.exitValue()).as("%s", out).isZero();
        assertThat(out).last().isEqualTo("10");
        assertThat(folder.resolve("digits.safetensors")).isNotEmptyFile();
    }
}
