package samples.penguins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.io.Safetensors;
import dev.leibniz.training.Fit;
import dev.leibniz.training.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that write a checkpoint after each step and are killed at random moments, {@code -Dkills} of them; each goes on where the last one was. */
final class KilledTrainingTest {
    private static final int KILLS = Integer.getInteger("kills", 15);
    private static final long SEED = Long.getLong("kills.seed", 1);
    private static final int MOST_STEPS = 40;
    private static final String RESULT = "result.safetensors";

    @TempDir
    private Path temporary;

    /** Trains, from where the folder stands. */
    static final class Trainer {
        public static void main(String[] arguments) throws IOException {
            long[] step = new long[2];
            train(Path.of(arguments[0]), new StepProgress(() -> {
                long now = System.nanoTime();
                if (++step[0] == 2) {
                    Victim.sayReady(now - step[1]);
                }
                step[1] = now;
            }));
        }

        static void train(Path folder, Progress progress) throws IOException {
            Model model = Penguins.initialise(1).asModel();
            fit(model, folder).resume().progress(progress).run();
            model.save(folder.resolve(RESULT));
        }
    }

    private static Fit fit(Model model, Path folder) throws IOException {
        return PenguinsApplication.fit(model, PenguinsApplication.data())
                .epochs(15)
                .averageParameters(0.9)
                .checkpoints(folder, 1, 2);
    }

    /** The content of each file, by its name, at any time of a training that nobody disturbs. */
    private Map<String, Set<ByteBuffer>> contents() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("undisturbed"));
        Map<String, Set<ByteBuffer>> contents = new HashMap<>();
        Model model = Penguins.initialise(1).asModel();
        fit(model, folder)
                .afterEpoch(history -> add(folder, contents))
                .progress(new StepProgress(() -> add(folder, contents)))
                .run();
        model.save(folder.resolve(RESULT));
        add(folder, contents);
        return contents;
    }

    private static void add(Path folder, Map<String, Set<ByteBuffer>> contents) {
        try {
            for (Path file : files(folder)) {
                contents.computeIfAbsent(file.getFileName().toString(), name -> new HashSet<>())
                        .add(ByteBuffer.wrap(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void everyFileIsWholeAndTheResultIsThatOfATrainingThatNobodyDisturbed() throws Exception {
        Map<String, Set<ByteBuffer>> contents = contents();
        assertThat(contents).hasSizeGreaterThan(15 * 13).containsKeys("fit.safetensors", "best.safetensors", RESULT);
        Random random = new Random(SEED);
        int run = 0;
        int midway = 0;
        Path folder = Files.createDirectory(temporary.resolve("run-0"));
        for (int kill = 1; kill <= KILLS; kill++) {
            List<String> lines = Victim.runAndKill(Trainer.class, MOST_STEPS * random.nextDouble(), folder);
            assertThat(lines).as("kill %d", kill).noneMatch(line -> line.contains("Exception"));
            midway += requireWholeFiles(folder, contents, kill);
            if (Files.exists(folder.resolve(RESULT))) {
                run++;
                folder = Files.createDirectory(temporary.resolve("run-" + run));
            }
        }
        Trainer.train(folder, Progress.NONE);
        requireWholeFiles(folder, contents, KILLS + 1);
        assertThat(files(folder))
                .contains(folder.resolve(RESULT))
                .noneMatch(file -> file.toString().endsWith(".tmp"));
        System.out.printf(
                "%d kills, %d of them during a write; %d trainings came to their end%n", KILLS, midway, run + 1);
    }

    /** Each file is as it was at some time of the undisturbed training, but for those, at most two, that were being written; 1 if there are such. */
    private static int requireWholeFiles(Path folder, Map<String, Set<ByteBuffer>> contents, int kill)
            throws IOException {
        int temporary = 0;
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".tmp")) {
                temporary++;
            } else {
                assertThat(contents.getOrDefault(name, Set.of()))
                        .as("%s after kill %d", name, kill)
                        .contains(ByteBuffer.wrap(Files.readAllBytes(file)));
            }
        }
        assertThat(temporary).as("after kill %d", kill).isLessThanOrEqualTo(2);
        Path state = folder.resolve("fit.safetensors");
        if (Files.exists(state)) {
            int step = Integer.parseInt(Safetensors.read(state).metadata().get("step"));
            assertThat(folder.resolve(String.format(Locale.ROOT, "step-%08d.safetensors", step)))
                    .as("after kill %d", kill)
                    .exists();
        }
        return Math.min(1, temporary);
    }
}
