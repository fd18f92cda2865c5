package dev.leibniz.compiler.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.CompileResult;
import dev.leibniz.compiler.driver.GeneratedFile;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.driver.Timings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that build one state of a project after the other into the same folder, as the goal does it, and are killed at random moments, {@code -Dkills} of
 * them, after the compiler is through and files begin to be written. What it gives of each state is computed once and kept.
 */
final class KilledBuildsTest {
    private static final int KILLS = Integer.getInteger("kills", 15);
    private static final long SEED = Long.getLong("kills.seed", 1);
    private static final double MOST_WRITES = 1.2;

    private static final String NETWORK = """
            package %s;
            network %s {
              size N;
              input x: float[N, 3];
              param w: float[3] = constant(%s);
              output y = x * w;
              loss mean(y * y);
              train sgd(rate = 0.1);
            }
            """;

    /** The networks of each state, by package, name and a number in their texts. */
    private static final List<List<List<String>>> STATES = List.of(
            List.of(List.of("demo", "First", "1"), List.of("demo", "Second", "1")),
            List.of(List.of("demo", "First", "2"), List.of("demo.inner", "Second", "1")),
            List.of(List.of("demo", "First", "1"), List.of("other", "Third", "3"), List.of("demo", "Fourth", "4")));

    @TempDir
    private Path project;

    /** Builds random states of a project; ends at some time if nobody kills it. */
    static final class Builder {
        public static void main(String[] arguments) throws Exception {
            Path project = Path.of(arguments[0]);
            Random random = new Random(Long.parseLong(arguments[1]));
            AtomicLong compiled = new AtomicLong();
            AtomicLong nanos = new AtomicLong();
            for (int i = 0; i < 500; i++) {
                build(project, random.nextInt(STATES.size()), () -> {
                    compiled.set(System.nanoTime());
                    if (nanos.get() > 0) {
                        Victim.sayReady(nanos.get());
                    }
                });
                if (compiled.get() > 0 && nanos.get() == 0) {
                    nanos.set(System.nanoTime() - compiled.get());
                }
            }
        }
    }

    /**
     * Brings the output up to date with a state.
     *
     * @param compiled called when the compiler is through
     * @return what was logged last
     */
    private static String build(Path project, int state, Runnable compiled) throws Exception {
        RecordingLog log = new RecordingLog();
        Path clean = clean(project, state);
        Function<CompileRequest, CompileResult> compiler = request -> {
            CompileResult result = kept(clean);
            compiled.run();
            return result;
        };
        new NnBuild(settings(project, state, project), compiler, log).run();
        return log.lines().get(log.lines().size() - 1);
    }

    private static NnBuild.Settings settings(Path project, int state, Path into) {
        return new NnBuild.Settings(
                SourceFolder.all(project.resolve("sources-" + state)),
                List.of(),
                new Dependencies(List.of()),
                into.resolve("out"),
                status(into),
                StandardCharsets.UTF_8,
                false,
                CompileOptions.DEFAULTS);
    }

    private static Path status(Path into) {
        return into.resolve("status/compile/networks");
    }

    /** The folder that a clean build of a state was made in. */
    private static Path clean(Path project, int state) {
        return project.resolve("clean-" + state);
    }

    /** The files that the compiler gave for a state. */
    private static CompileResult kept(Path clean) {
        List<GeneratedFile> files = new ArrayList<>();
        texts(clean.resolve("out")).forEach((path, text) -> files.add(new GeneratedFile(path, text)));
        return new CompileResult(files, List.of(), new Timings(), List.of());
    }

    private static Map<String, String> texts(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    private void writeSourcesAndCleanBuilds() throws Exception {
        Function<CompileRequest, CompileResult> compiler = new LeibnizCompiler()::compile;
        for (int state = 0; state < STATES.size(); state++) {
            for (List<String> network : STATES.get(state)) {
                Path source = project.resolve("sources-" + state)
                        .resolve(network.get(0).replace('.', '/'))
                        .resolve(network.get(1) + ".nn");
                Files.createDirectories(source.getParent());
                Files.writeString(source, NETWORK.formatted(network.toArray()));
            }
            new NnBuild(settings(project, state, clean(project, state)), compiler, new RecordingLog()).run();
        }
    }

    @Test
    void everyFileIsWholeAndTheNextBuildIsLikeACleanOne() throws Exception {
        writeSourcesAndCleanBuilds();
        List<Map<String, String>> clean = new ArrayList<>();
        for (int state = 0; state < STATES.size(); state++) {
            clean.add(texts(clean(project, state).resolve("out")));
        }
        assertThat(clean).doesNotHaveDuplicates().noneMatch(Map::isEmpty);
        Random random = new Random(SEED);
        int midway = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            List<String> lines =
                    Victim.runAndKill(Builder.class, MOST_WRITES * random.nextDouble(), project, random.nextInt());
            assertThat(lines).as("kill %d", kill).isEmpty();
            requireWholeFiles(clean, kill);
            midway += clean.contains(texts(project.resolve("out"))) ? 0 : 1;

            int next = random.nextInt(STATES.size());
            build(project, next, () -> {});

            assertThat(texts(project.resolve("out")))
                    .as("the build after kill %d", kill)
                    .isEqualTo(clean.get(next));
            assertThat(BuildStatus.read(status(project)))
                    .as("the build after kill %d", kill)
                    .isEqualTo(BuildStatus.read(status(clean(project, next))));
            assertThat(build(project, next, () -> {})).endsWith("up to date");
        }
        System.out.printf("%d builds killed, %d of them between the files of two states%n", KILLS, midway);
    }

    /** Each file is that of one of the states, but for at most one that was being written beside them. */
    private void requireWholeFiles(List<Map<String, String>> clean, int kill) throws IOException {
        Map<String, String> found = texts(project.resolve("out"));
        List<String> temporary =
                found.keySet().stream().filter(path -> path.endsWith(".tmp")).toList();
        assertThat(temporary).as("after kill %d", kill).hasSizeLessThanOrEqualTo(1);
        found.keySet().removeAll(temporary);
        found.forEach((path, text) ->
                assertThat(clean).as("%s after kill %d", path, kill).anyMatch(state -> text.equals(state.get(path))));
        if (Files.exists(status(project))) {
            assertThat(BuildStatus.read(status(project)))
                    .as("after kill %d", kill)
                    .isNotEqualTo(BuildStatus.NONE);
        }
        // One that was being written is deleted when the next one is.
        assertThat(texts(status(project).getParent())).as("after kill %d", kill).hasSizeLessThanOrEqualTo(2);
    }
}
