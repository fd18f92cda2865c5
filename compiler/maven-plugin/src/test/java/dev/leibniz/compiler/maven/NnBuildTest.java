package dev.leibniz.compiler.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.CompileResult;
import dev.leibniz.compiler.driver.GeneratedFile;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.driver.Precision;
import dev.leibniz.compiler.driver.Timings;
import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.runtime.io.FileProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NnBuildTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);
    private static final String NETWORK = """
            package demo;

            network %s {
              size N;
              input x: float[N, 3];
              output y = 2 * x;
            }
            """;

    private static final String USER = """
            package demo;
            import layers.twice;

            network Doubled {
              size N;
              input x: float[N, 3];
              output y = x |> twice();
            }
            """;

    @TempDir
    private Path project;

    private final RecordingLog log = new RecordingLog();

    @Test
    void aProjectWithoutSourcesIsLeftAlone() throws Exception {
        build(CompileOptions.DEFAULTS);

        assertThat(generated()).isEmpty();
        assertThat(project.resolve("status")).doesNotExist();
    }

    @Test
    void networksBecomeClassesInTheFolderOfTheirPackage() throws Exception {
        source("demo/Doubled.nn", NETWORK.formatted("Doubled"));

        build(CompileOptions.DEFAULTS);

        assertThat(generated()).contains("demo/Doubled.java");
        assertThat(project.resolve("out/demo/Doubled.java")).content().contains("class Doubled");
    }

    @Test
    void nothingIsWrittenWhenNothingChanged() throws Exception {
        source("demo/Doubled.nn", NETWORK.formatted("Doubled"));
        build(CompileOptions.DEFAULTS);
        Path model = age("out/demo/Doubled.java");

        build(CompileOptions.DEFAULTS);

        assertThat(Files.getLastModifiedTime(model)).isEqualTo(LONG_AGO);
        assertThat(log.lines()).last().isEqualTo("[INFO] 1 .nn file is up to date");
    }

    @Test
    void aDeletedOutputIsWrittenAgain() throws Exception {
        source("demo/Doubled.nn", NETWORK.formatted("Doubled"));
        build(CompileOptions.DEFAULTS);
        Files.delete(project.resolve("out/demo/Doubled.java"));

        build(CompileOptions.DEFAULTS);

        assertThat(generated()).contains("demo/Doubled.java");
    }

    @Test
    void otherParametersCompileAgain() throws Exception {
        source("demo/Doubled.nn", NETWORK.formatted("Doubled"));
        build(CompileOptions.DEFAULTS);
        Path model = age("out/demo/Doubled.java");

        build(CompileOptions.DEFAULTS.withPrecision(Precision.DOUBLE));

        assertThat(Files.getLastModifiedTime(model)).isNotEqualTo(LONG_AGO);
    }

    @Test
    void theClassesOfARemovedNetworkAreDeletedAndForeignFilesKept() throws Exception {
        source("demo/Doubled.nn", NETWORK.formatted("Doubled"));
        Path other = source("demo/Other.nn", NETWORK.formatted("Other"));
        build(CompileOptions.DEFAULTS);
        Path kept = age("out/demo/Doubled.java");
        Path foreign = Files.writeString(project.resolve("out/demo/Foreign.java"), "");
        Files.delete(other);

        build(CompileOptions.DEFAULTS);

        assertThat(generated()).noneMatch(path -> path.contains("Other"));
        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(LONG_AGO);
        assertThat(foreign).exists();
    }

    @Test
    void allErrorsAreLoggedAndNothingIsWritten() throws Exception {
        Path wrong = source("demo/Wrong.nn", "package demo;\nnetwork Wrong {\n  y = ;\n  z = 3 3;\n}\n");
        Path bad = source("demo/Bad.nn", "package demo;\nnetwork {}\n");

        assertThatThrownBy(() -> build(CompileOptions.DEFAULTS))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("3 errors in 2 files");
        assertThat(log.lines()).hasSize(3);
        assertThat(log.lines().get(0)).startsWith("[ERROR] " + bad + ":[2,");
        assertThat(log.lines().get(1))
                .startsWith("[ERROR] " + wrong + ":[3,7] ")
                .contains("y = ;");
        assertThat(log.lines().get(2)).startsWith("[ERROR] " + wrong + ":[4,").contains("z = 3 3;");
        assertThat(generated()).isEmpty();
    }

    @Test
    void bytesThatAreNotInTheEncodingAreAnError() throws Exception {
        Path file = source("demo/Latin.nn", "");
        Files.write(file, "// é".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> build(CompileOptions.DEFAULTS)).hasMessage("1 error in 1 file");
        assertThat(log.lines()).singleElement().asString().contains("[1,4] bad-encoding: ");
    }

    @Test
    void aPackageThatIsNotTheFolderIsAWarning() throws Exception {
        Path file = source("other/Doubled.nn", NETWORK.formatted("Doubled"));

        build(CompileOptions.DEFAULTS);

        assertThat(log.lines().get(0)).startsWith("[WARNING] " + file + ":[1,").contains("package-folder: ");
        assertThat(generated()).contains("demo/Doubled.java");
    }

    @Test
    void warningsAreSeenAgainInTheNextBuild() throws Exception {
        source("other/Doubled.nn", NETWORK.formatted("Doubled"));
        build(CompileOptions.DEFAULTS);
        Path model = age("out/demo/Doubled.java");
        log.lines().clear();

        build(CompileOptions.DEFAULTS);

        assertThat(log.lines().get(0)).startsWith("[WARNING] ");
        assertThat(Files.getLastModifiedTime(model)).isEqualTo(LONG_AGO);
    }

    @Test
    void warningsFailTheBuildIfWanted() throws Exception {
        source("other/Doubled.nn", NETWORK.formatted("Doubled"));

        assertThatThrownBy(() -> build(CompileOptions.DEFAULTS, List.of(), true))
                .hasMessage("1 warning in 1 file, and leibniz.failOnWarning is set");
        assertThat(generated()).isEmpty();
    }

    @Test
    void excludedFilesAreNotCompiled() throws Exception {
        source("demo/Doubled.nn", NETWORK.formatted("Doubled"));
        source("demo/Draft.nn", "not a program");

        build(CompileOptions.DEFAULTS, List.of("**/Draft.nn"), false);

        assertThat(generated()).containsExactly("demo/Doubled.java");
    }

    @Test
    void anImportFromAJarCompilesAgainWhenItChanges() throws Exception {
        library("layer twice()(x: float[..., K]) { yield 2 * x; }");
        source("demo/Doubled.nn", USER);
        build(CompileOptions.DEFAULTS);
        Path model = age("out/demo/Doubled.java");
        build(CompileOptions.DEFAULTS);
        assertThat(Files.getLastModifiedTime(model)).isEqualTo(LONG_AGO);
        assertThat(log.lines()).last().isEqualTo("[INFO] 1 .nn file is up to date");

        library("layer twice()(x: float[..., K]) { yield x + x; }");
        build(CompileOptions.DEFAULTS);

        assertThat(log.lines()).last().asString().startsWith("[INFO] Compiled 1 .nn file");
    }

    @Test
    void anErrorInsideOfAJarIsShownThere() throws Exception {
        library("layer twice()(x: float[..., K]) { yield x @ ; }");
        source("demo/Doubled.nn", USER);

        assertThatThrownBy(() -> build(CompileOptions.DEFAULTS)).hasMessage("1 error in 1 file");
        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("[ERROR] layers-1.0.jar!/layers/twice.nn:[2,")
                .contains("yield x @ ;");
    }

    @Test
    void whatAFirstBuildWroteBeforeItWasKilledIsKnownToTheNext() throws Exception {
        Path source = source("demo/Doubled.nn", NETWORK.formatted("Doubled"));
        source("demo/Other.nn", NETWORK.formatted("Other"));
        Files.createDirectories(project.resolve("out/demo"));
        Path blocked = Files.createDirectory(project.resolve("out/demo/Other.java"));

        assertThatThrownBy(() -> build(CompileOptions.DEFAULTS)).isInstanceOf(IOException.class);
        assertThat(generated()).containsExactly("demo/Doubled.java");
        Files.delete(blocked);
        Files.delete(source);
        build(CompileOptions.DEFAULTS);

        assertThat(generated()).containsExactly("demo/Other.java");
    }

    @Test
    void whatAKilledBuildLeftHalfWrittenIsDeletedEvenIfNothingIsToBeWritten() throws Exception {
        source("demo/Doubled.nn", NETWORK.formatted("Doubled"));
        build(CompileOptions.DEFAULTS);
        BuildStatus status = BuildStatus.read(project.resolve("status/compile/default"));
        status.unfinished(status.outputs()).write(project.resolve("status/compile/default"));
        Files.writeString(project.resolve("out/demo/.Doubled.java.0123456789abcdef.tmp"), "class Dou");

        build(CompileOptions.DEFAULTS);

        assertThat(generated()).containsExactly("demo/Doubled.java");
    }

    @Test
    void aStatusCutAnywhereCompilesAgain() throws Exception {
        source("demo/Doubled.nn", NETWORK.formatted("Doubled"));
        source("demo/Other.nn", NETWORK.formatted("Other"));
        build(CompileOptions.DEFAULTS);
        Path status = project.resolve("status/compile/default");
        Path model = project.resolve("out/demo/Doubled.java");
        String text = Files.readString(model);
        byte[] whole = Files.readAllBytes(status);
        for (int length = 0; length < whole.length - 1; length += 5) {
            Files.write(status, Arrays.copyOf(whole, length));
            Files.writeString(model, "class Dou");

            build(CompileOptions.DEFAULTS);

            assertThat(model).hasContent(text);
            assertThat(Files.readAllBytes(status)).isEqualTo(whole);
        }
    }

    @Test
    void aFullDiskIsOneMessageThatNamesTheFile() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full");
        source("demo/Doubled.nn", NETWORK.formatted("Doubled"));
        Files.createDirectories(project.resolve("out/demo"));
        Path full = Files.createSymbolicLink(project.resolve("out/demo/Doubled.java"), Path.of("/dev/full"));

        assertThatThrownBy(() -> build(CompileOptions.DEFAULTS))
                .isInstanceOfSatisfying(
                        IOException.class,
                        e -> assertThat(new FileProblem(e).message())
                                .isEqualTo("cannot read or write " + full + ": No space left on device"));
        assertThat(log.lines()).isEmpty();
        Files.delete(full);
    }

    private void library(String declaration) throws IOException {
        DependenciesTest.jar(
                project.resolve("layers-1.0.jar"), Map.of("layers/twice.nn", "package layers;\n" + declaration + "\n"));
    }

    private void build(CompileOptions options) throws IOException, MojoFailureException {
        build(options, List.of(), false);
    }

    private void build(CompileOptions options, List<String> excludes, boolean failOnWarning)
            throws IOException, MojoFailureException {
        new NnBuild(
                        new NnBuild.Settings(
                                new SourceFolder(project.resolve("src"), List.of(), excludes),
                                List.of(),
                                new Dependencies(List.of(project.resolve("layers-1.0.jar"))),
                                project.resolve("out"),
                                project.resolve("status/compile/default"),
                                StandardCharsets.UTF_8,
                                failOnWarning,
                                options),
                        NnBuildTest::compile,
                        log)
                .run();
    }

    /** Finds what is wrong as the compiler does; what it generates is one class a file, which tells the options. */
    private static CompileResult compile(CompileRequest request) {
        List<Diagnostic> diagnostics = new LeibnizCompiler().check(request);
        List<GeneratedFile> files = request.sources().stream()
                .map(source -> source.name().replace(".nn", ""))
                .map(name ->
                        new GeneratedFile("demo/" + name + ".java", "class " + name + " {} // " + request.options()))
                .toList();
        boolean failed = diagnostics.stream().anyMatch(Diagnostic::isError);
        return new CompileResult(failed ? List.of() : files, List.of(), new Timings(), diagnostics);
    }

    private Path source(String path, String text) throws IOException {
        Path file = project.resolve("src").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path age(String path) throws IOException {
        Path file = project.resolve(path);
        Files.setLastModifiedTime(file, LONG_AGO);
        return file;
    }

    private List<String> generated() throws IOException {
        Path out = project.resolve("out");
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> out.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
