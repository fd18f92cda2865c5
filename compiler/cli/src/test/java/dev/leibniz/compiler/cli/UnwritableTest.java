package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.leibniz.runtime.io.Safetensors;
import dev.leibniz.runtime.io.StoredTensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Commands where nothing can be written: one message that names the file and says why, status 2, and nothing that is half written. */
@DisabledOnOs(OS.WINDOWS)
final class UnwritableTest {
    private static final Path FULL = Path.of("/dev/full");
    private static final String NO_SPACE = "No space left on device";

    @TempDir
    private Path folder;

    private final List<Path> links = new ArrayList<>();
    private Path network;
    private Path table;

    @BeforeEach
    void write() throws IOException {
        network = Files.writeString(folder.resolve("Line.nn"), """
                package t;
                network Line {
                  size N;
                  input x: float[N, 1];
                  input y: float[N, 1];
                  param w: float = 1;
                  output z = x * w;
                  loss mean(squared_error(z, y));
                  train sgd(rate = 0.01);
                }
                """);
        StringBuilder rows = new StringBuilder("x,y\n");
        for (int i = 0; i < 40; i++) {
            rows.append(i).append(',').append(2 * i).append('\n');
        }
        table = Files.writeString(folder.resolve("line.csv"), rows);
    }

    /** One line that names the file, one reason, no trace, and nothing beside what lay there. */
    private static void assertRefused(Session session, Path file, String reason) {
        assertThat(session.err().lines()).as(session.err()).hasSize(1);
        assertThat(session.err())
                .startsWith("error[")
                .contains("cannot ", file.toString(), reason)
                .doesNotContain("Exception", ".tmp");
        assertThat(session.status()).isEqualTo(2);
    }

    private List<String> files(Path where) throws IOException {
        try (Stream<Path> files = Files.walk(where)) {
            return files.filter(file -> Files.isRegularFile(file) && !Files.isSymbolicLink(file))
                    .map(file -> where.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** A name in a folder, made if need be, that leads to a full device. */
    private Path full(Path link) throws IOException {
        assumeTrue(Files.exists(FULL), "there is no /dev/full");
        Files.createDirectories(link.getParent());
        links.add(link);
        return Files.createSymbolicLink(link, FULL);
    }

    @AfterEach
    void deleteLinks() throws IOException {
        for (Path link : links) {
            Files.delete(link);
        }
    }

    // -- a file where a folder should be

    @Test
    void aFileWhereTheFolderShouldBeIsTold() throws IOException {
        List<String> before = files(folder);
        Path below = table.resolve("out");

        assertRefused(Session.run("compile", "-d", below, network), below, "Not a directory");
        assertRefused(Session.run("explain", network, "--html", below), below, "it is a file, and a folder is needed");
        assertRefused(Session.run("new", below), below, "Not a directory");
        assertRefused(Session.run("train", network, "--data", table, "--out", below), below, "Not a directory");
        assertThat(files(folder)).isEqualTo(before);
    }

    @Test
    void aFolderWhereTheFileShouldBeIsTold() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));

        assertRefused(Session.run("explain", network, "--html", taken), taken, "Is a directory");
        assertThat(taken).isEmptyDirectory();
    }

    // -- a full disk

    @Test
    void aFullDiskIsTold() throws IOException {
        Path source = full(folder.resolve("out/t/Line.java"));
        Path page = full(folder.resolve("pages/line.html"));

        assertRefused(Session.run("compile", "-d", folder.resolve("out"), network), source, NO_SPACE);
        assertRefused(Session.run("explain", network, "--html", page), page, NO_SPACE);
        Path results = full(folder.resolve("results/out.safetensors"));
        assertRefused(run(results), results, NO_SPACE);
    }

    private Session run(Path out) throws IOException {
        Path in = folder.resolve("in.safetensors");
        StoredTensor x = StoredTensor.of("x", new long[] {1, 1}, new float[] {1}, 0);
        StoredTensor y = StoredTensor.of("y", new long[] {1, 1}, new float[] {2}, 0);
        Safetensors.write(in, Map.of(), List.of(x, y));
        return Session.run("run", network, "--in", in, "--out", out);
    }

    @Test
    void aTrainingThatCannotKeepSomethingSaysWhat() throws IOException {
        for (String file : List.of("columns.safetensors", "history.csv", "model.safetensors")) {
            Path out = folder.resolve("model-" + file);
            Path link = full(out.resolve(file));

            assertRefused(Session.run("train", network, "--data", table, "--out", out, "--epochs", 1), link, NO_SPACE);
        }
        Path page = full(folder.resolve("paged/run.html"));
        assertRefused(
                Session.run("train", network, "--data", table, "--out", page.getParent(), "--epochs", 1),
                page,
                NO_SPACE);
        Path checkpoint = full(folder.resolve("kept/checkpoints/best.safetensors"));
        assertRefused(
                Session.run(
                        "train", network, "--data", table, "--out", folder.resolve("kept"), "--epochs", 1, "--resume"),
                checkpoint,
                NO_SPACE);
    }

    // -- limits of a process

    @Test
    void aProjectThatCannotBeWrittenIsTakenBack() throws Exception {
        Path project = folder.resolve("my-app");

        // Files of up to 8 kilobytes: the table of a new project has more.
        Session session = process("ulimit -f 16 && exec \"$@\"", "new", project.toString());

        assertRefused(session, project.resolve("data/penguins.csv"), "File too large");
        assertThat(project).doesNotExist();
    }

    @Test
    void whatCannotBePrintedIsTold() throws Exception {
        assumeTrue(Files.exists(FULL), "there is no /dev/full");

        Session session = process("exec \"$@\" >/dev/full", "explain", network.toString());

        assertThat(session.err())
                .isEqualTo("error[unwritable-file]: cannot write to standard output: No space left on device\n");
        assertThat(session.status()).isEqualTo(2);
    }

    @Test
    void whoStopsReadingHasReadEnough() throws Exception {
        Session session = process("\"$@\" | true", "explain", network.toString());

        assertThat(session.err()).isEmpty();
    }

    /** {@code nnc} in a process of its own, which a shell starts. */
    private Session process(String script, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                script,
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path"),
                Nnc.class.getName()));
        command.addAll(Arrays.asList(arguments));
        Path err = folder.resolve("err.txt");
        Process process =
                new ProcessBuilder(command).redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        String messages = Files.readString(err);
        Files.delete(err);
        return new Session(status, out, messages);
    }
}
