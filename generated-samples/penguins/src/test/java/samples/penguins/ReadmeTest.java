package samples.penguins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the README's section on training says. */
final class ReadmeTest {
    private static final String HEAD = """
            import dev.leibniz.training.*;
            import dev.leibniz.training.data.*;
            import dev.leibniz.training.page.*;
            import java.nio.file.Path;
            import java.util.List;
            import samples.penguins.Penguins;

            final class Readme {
                public static void main(String[] arguments) throws Exception {
            """;

    @TempDir
    private Path folder;

    @Test
    void theProgramOnTrainingCompilesAndRuns() throws IOException, InterruptedException {
        Path source =
                Files.writeString(folder.resolve("Readme.java"), HEAD + program() + "System.out.println(accuracy);}}");
        String classPath = System.getProperty("java.class.path");
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), "-classpath", classPath, source.toString());
        assertThat(status).isZero();
        try (InputStream rows = Objects.requireNonNull(PenguinsApplication.class.getResourceAsStream("penguins.csv"))) {
            Files.copy(rows, folder.resolve("penguins.csv"));
        }

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        folder + System.getProperty("path.separator") + classPath,
                        "Readme")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();

        List<String> out = Files.readAllLines(folder.resolve("out.txt"));
        assertThat(process.exitValue()).as("%s", out).isZero();
        assertThat(Double.parseDouble(out.get(out.size() - 1))).isGreaterThan(0.9);
        for (String file : List.of(
                "history.csv", "curves.png", "run.html", "penguins.safetensors", "penguins-columns.safetensors")) {
            assertThat(folder.resolve(file)).isNotEmptyFile();
        }
    }

    /** The block of Java that reads the table. */
    private static String program() throws IOException {
        String readme = Files.readString(Path.of("../../README.md"));
        int from = readme.indexOf("```java\nList<Table> parts") + "```java\n".length();
        return readme.substring(from, readme.indexOf("```", from));
    }
}
