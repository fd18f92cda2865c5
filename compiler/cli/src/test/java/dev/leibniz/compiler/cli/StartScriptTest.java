package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script before the archive, run with a Java that only shows its arguments and writes to both streams. */
@DisabledOnOs(OS.WINDOWS)
final class StartScriptTest {
    private static final String SCRIPT = "src/main/sh/nnc";
    private static final String JAVA = """
            #!/bin/sh
            echo "$@"
            echo "the JVM's warning" >&2
            echo "our message" >&0
            exit 3
            """;

    @TempDir
    private Path home;

    /** What a run printed, and its exit status. */
    private record Result(int status, String out, String err) {}

    @Test
    void runsWithTheSimdModuleAndHidesTheWarningOfTheJvm() throws Exception {
        java("JAVA_VERSION=\"17.0.15\"", "MODULES=\"java.base jdk.incubator.vector jdk.jshell\"");

        Result result = start("run", "Net.nn", "--in", "a b");

        assertThat(result.out())
                .contains("--add-modules jdk.incubator.vector", "-Dnnc.errors=0 -jar " + SCRIPT)
                .endsWith(" run Net.nn --in a b\n");
        assertThat(result.err()).isEqualTo("our message\n");
        assertThat(result.status()).isEqualTo(3);
    }

    @Test
    void doesWithoutTheSimdModuleWhereThereIsNone() throws Exception {
        java("JAVA_VERSION=\"25\"", "MODULES=\"java.base\"");

        Result result = start("run", "Net.nn");

        assertThat(result.out()).doesNotContain("--add-modules", "nnc.errors");
        assertThat(result.err()).startsWith("the JVM's warning\n");
    }

    @Test
    void commandsThatRunNoNetworkStartWithoutIt() throws Exception {
        java("JAVA_VERSION=\"21.0.1\"", "MODULES=\"java.base jdk.incubator.vector\"");

        assertThat(start("check", "Net.nn").out())
                .doesNotContain("--add-modules")
                .endsWith(" check Net.nn\n");
    }

    @Test
    void anOldJavaIsRefused() throws Exception {
        java("JAVA_VERSION=\"11.0.2\"");

        Result result = start("check", "Net.nn");

        assertThat(result.err()).startsWith("error[java]: Java 11 is too old, 17 or newer is needed\n");
        assertThat(result.status()).isEqualTo(2);
    }

    @Test
    void aHomeWithoutJavaIsRefused() throws Exception {
        Result result = start("check", "Net.nn");

        assertThat(result.err()).startsWith("error[java]: JAVA_HOME holds no bin/java\n");
        assertThat(result.status()).isEqualTo(2);
    }

    private void java(String... release) throws IOException {
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, JAVA);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.write(home.resolve("release"), List.of(release));
    }

    private Result start(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", SCRIPT));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", home.toString());
        builder.redirectOutput(home.resolve("out").toFile());
        builder.redirectError(home.resolve("err").toFile());
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Result(
                process.exitValue(),
                Files.readString(home.resolve("out"), StandardCharsets.UTF_8),
                Files.readString(home.resolve("err"), StandardCharsets.UTF_8));
    }
}
