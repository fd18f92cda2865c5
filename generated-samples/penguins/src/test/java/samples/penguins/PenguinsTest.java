package samples.penguins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.NonFiniteException;
import dev.leibniz.training.Fit;
import dev.leibniz.training.History;
import dev.leibniz.training.Progress;
import dev.leibniz.training.Run;
import dev.leibniz.training.Schedule;
import dev.leibniz.training.TrainingException;
import dev.leibniz.training.Watcher;
import dev.leibniz.training.data.Dataset;
import dev.leibniz.training.page.Curves;
import dev.leibniz.training.page.RunPage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PenguinsTest {
    private PenguinsApplication.Data data;

    @TempDir
    Path folder;

    @BeforeEach
    void read() throws IOException {
        data = PenguinsApplication.data();
    }

    private static Model fresh() {
        return Penguins.initialise(1).asModel();
    }

    private Fit fit(Model model) {
        return PenguinsApplication.fit(model, data).progress(Progress.NONE);
    }

    private static double[] evaluate(Model model, Dataset rows) {
        return model.evaluate(new Object[] {rows.floats("x"), rows.ints("species")}, new int[] {rows.rows()});
    }

    private static float[] parameters(Model model) {
        return ((float[]) model.parameters()).clone();
    }

    @Test
    void rowsNotSeenAreToldApart() throws IOException {
        Model model = fresh();
        fit(model).run();
        assertThat(evaluate(model, data.test())[1]).isGreaterThanOrEqualTo(0.95);
        assertThat(data.preparation().categories("species")).containsExactly("Adelie", "Chinstrap", "Gentoo");
    }

    @Test
    void theBestEpochIsRestored() throws IOException {
        Model model = fresh();
        History history = fit(model)
                .epochs(200)
                .rate(Schedule.constant(0.05))
                .stopEarly(5)
                .run();
        assertThat(history.epochs()).hasSize(history.best() + 6);
        double best = history.epochs().get(history.best()).validationLoss();
        assertThat(history.epochs()).allMatch(epoch -> epoch.validationLoss() >= best);
        assertThat(evaluate(model, data.validation())[0]).isCloseTo(best, offset(1e-6));
    }

    @Test
    void theBestEpochMayBeThatOfAMetric() throws IOException {
        History history =
                fit(fresh()).epochs(30).stopEarly(30, "accuracy", true).run();
        double best = history.epochs().get(history.best()).validation()[1];
        assertThat(history.epochs()).allMatch(epoch -> epoch.validation()[1] <= best);
    }

    @Test
    void resumedTrainingEndsWithTheSameBits() throws IOException {
        Model uninterrupted = fresh();
        History expected = fit(uninterrupted).epochs(6).averageParameters(0.9).run();
        int each = 13; // steps of an epoch
        for (int step : List.of(1, 4, 5, 9, each, each + 1, 2 * each - 1, 40, 6 * each)) {
            Path run = folder.resolve("run" + step);
            assertThatThrownBy(() -> fit(fresh())
                            .epochs(6)
                            .averageParameters(0.9)
                            .checkpoints(run, 4, 2)
                            .progress(StepProgress.failingAt(step))
                            .run())
                    .hasMessage("stopped");
            Model resumed = Penguins.initialise(99).asModel();
            if (step < 4) {
                resumed = fresh(); // There is no checkpoint yet.
            }
            History history = fit(resumed)
                    .epochs(6)
                    .averageParameters(0.9)
                    .checkpoints(run, 4, 2)
                    .resume()
                    .run();
            assertThat(parameters(resumed)).as("stopped at step %d", step).isEqualTo(parameters(uninterrupted));
            assertThat(history.best()).isEqualTo(expected.best());
            for (int i = 0; i < 6; i++) {
                assertThat(history.epochs().get(i).training())
                        .isEqualTo(expected.epochs().get(i).training());
                assertThat(history.epochs().get(i).validation())
                        .isEqualTo(expected.epochs().get(i).validation());
            }
        }
    }

    @Test
    void theLastCheckpointsAndTheBestAreKept() throws IOException {
        fit(fresh()).epochs(5).checkpoints(folder, 4, 2).run();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "fit.safetensors",
                            "best.safetensors",
                            "step-00000064.safetensors",
                            "step-00000065.safetensors");
        }
        Penguins best = Penguins.load(folder.resolve("best.safetensors"));
        assertThat(best).isNotNull();
        assertThatThrownBy(() ->
                        fit(fresh()).batchSize(8).checkpoints(folder).resume().run())
                .hasMessageContaining("batchSize was 16, now it is 8");
        assertThatThrownBy(() -> fit(fresh()).checkpoints(folder).run())
                .hasMessageContaining("has the checkpoints of another run");
        assertThatThrownBy(() -> fit(fresh())
                        .averageParameters(0.5)
                        .checkpoints(folder)
                        .resume()
                        .run())
                .hasMessageContaining("averageParameters was 0.0, now it is 0.5");
        assertThatThrownBy(() -> fit(fresh())
                        .validation(data.test())
                        .checkpoints(folder)
                        .resume()
                        .run())
                .hasMessageContaining("validation data was 69 rows");
    }

    @Test
    void accumulatedBatchesAreLikeLargerOnes() throws IOException {
        Dataset rows = data.training().range(0, 169); // The last step has batches of 16, 16 and 9 rows.
        Model small = Plain.initialise(1).asModel();
        Model large = Plain.initialise(1).asModel();
        Fit.of(small, rows)
                .batchSize(16)
                .accumulate(4)
                .epochs(3)
                .progress(Progress.NONE)
                .run();
        Fit.of(large, rows).batchSize(64).epochs(3).progress(Progress.NONE).run();
        float[] a = parameters(small);
        float[] b = parameters(large);
        for (int i = 0; i < a.length; i++) {
            assertThat(a[i]).isCloseTo(b[i], offset(1e-5f));
        }
    }

    @Test
    void averagedParametersAreBetweenThoseOfTheSteps() throws IOException {
        Model model = Plain.initialise(1).asModel();
        Dataset rows = data.training().range(0, 64);
        Fit.of(model, rows).batchSize(64).epochs(1).progress(Progress.NONE).run();
        float[] first = parameters(model);
        model = Plain.initialise(1).asModel();
        Fit.of(model, rows).batchSize(64).epochs(2).progress(Progress.NONE).run();
        float[] second = parameters(model);
        model = Plain.initialise(1).asModel();
        Fit.of(model, rows)
                .batchSize(64)
                .epochs(2)
                .averageParameters(0.75)
                .progress(Progress.NONE)
                .run();
        float[] averaged = parameters(model);
        for (int i = 0; i < averaged.length; i++) {
            assertThat(averaged[i]).isCloseTo(0.75f * first[i] + 0.25f * second[i], offset(1e-6f));
        }
    }

    @Test
    void ratesFallWhereTheLossDoesNot() throws IOException {
        History history = fit(fresh())
                .epochs(12)
                .rate(Schedule.constant(1e-30))
                .reduceOnPlateau(2, 0.5)
                .run();
        // The first epoch is the best; after three that are not, half the rate.
        assertThat(history.epochs().stream().map(epoch -> epoch.rate() / 1e-30))
                .containsExactly(1.0, 1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125, 0.125);
    }

    @Test
    void clippedStepsAreNoLongerThanTheRateAllows() throws IOException {
        Model model = Plain.initialise(1).asModel();
        float[] before = parameters(model);
        Fit.of(model, data.training().range(0, 64))
                .batchSize(64)
                .epochs(1)
                .clipNorm(0.001)
                .progress(Progress.NONE)
                .run();
        float[] after = parameters(model);
        double squares = 0;
        for (int i = 0; i < after.length; i++) {
            squares += Math.pow(after[i] - before[i], 2);
        }
        // The rate is 0.5.
        assertThat(Math.sqrt(squares)).isCloseTo(0.0005, offset(1e-6));
    }

    @Test
    void mistakesSayWhatIsMissing() {
        assertThatThrownBy(() ->
                        Fit.of(fresh(), Dataset.of(2).with("x", new float[18])).run())
                .hasMessage("the training data have no species, which Penguins takes, but [x]");
        Dataset narrow = Dataset.of(2).with("x", new float[16]).with("species", 0, 1);
        assertThatThrownBy(() -> Fit.of(fresh(), narrow).run())
                .hasMessage("a row of x in the training data has 8 elements, Penguins takes 9: [N, 9]");
        assertThatThrownBy(() -> Fit.of(fresh(), data.training()).stopEarly(2).run())
                .hasMessage("stopEarly needs validation data");
        assertThatThrownBy(() -> Fit.of(fresh(), data.training()).stopEarly(2, "precision", true))
                .hasMessage("Penguins has no metric precision, but [accuracy]");
        assertThatThrownBy(() -> Fit.of(Plain.initialise(1).asModel(), data.training())
                        .rate(Schedule.constant(1))
                        .run())
                .hasMessage("Plain has no 'hyper rate' that a schedule could set, but hypers []");
        Dataset bad = Dataset.of(1)
                .with("x", new float[] {1, 2, Float.NaN, 0, 0, 0, 0, 0, 0})
                .with("species", 0);
        assertThatThrownBy(() -> Fit.of(fresh(), bad).progress(Progress.NONE).run())
                .hasMessage(
                        "the loss is NaN in epoch 1, batch 1 of 1, step 1: "
                                + "input x[0, 2] is NaN, the first value that is not finite, row 0 of the training data (from 0)");
        assertThatThrownBy(() ->
                        Fit.of(fresh(), bad).debugNans().progress(Progress.NONE).run())
                .hasMessage("epoch 1, batch 1 of 1, step 1: input x[0, 2] is NaN, the first value that is not finite, "
                        + "row 0 of the training data (from 0)");
    }

    @Test
    void aBadRowIsNamedAsItStandsInTheData() {
        float[] x = data.training().floats("x").clone();
        int[] species = data.training().ints("species").clone();
        x[9 * 77 + 1] = Float.NaN;
        Dataset unknown = data.training().with("x", x);
        assertThatThrownBy(
                        () -> Fit.of(fresh(), unknown).progress(Progress.NONE).run())
                .isInstanceOf(TrainingException.class)
                .hasMessageMatching(
                        "the loss is NaN in epoch 1, batch \\d+ of 7, step \\d+: input x\\[\\d+, 1] is NaN, "
                                + "the first value that is not finite, row 77 of the training data \\(from 0\\)");
        species[33] = 9;
        Dataset mislabelled = data.training().with("species", species);
        assertThatThrownBy(() ->
                        Fit.of(fresh(), mislabelled).progress(Progress.NONE).run())
                .isInstanceOf(TrainingException.class)
                .hasMessageMatching("epoch 1, batch \\d+ of 7, step \\d+: species\\[\\d+] is 9, .*"
                        + ", row 33 of the training data \\(from 0\\)");
        assertThatThrownBy(() -> fit(fresh()).validation(mislabelled).run())
                .isInstanceOf(TrainingException.class)
                .hasMessageMatching("the validation data, batch 3 of 13: species\\[1] is 9, .*"
                        + ", row 33 of the validation data \\(from 0\\)");
    }

    @Test
    void anInfiniteGradientOfAFiniteLossChangesNothingAndIsExplained() throws IOException {
        for (boolean isClipped : new boolean[] {false, true}) {
            Model model = Root.initialise(1).asModel();
            float[] stepped = {1 - 0.1f * 0.75f};
            Fit fit = Fit.of(model, Dataset.of(4).with("x", 1f, 4f, 9f, 0f))
                    .batchSize(2)
                    .inOrder()
                    .progress(Progress.NONE);

            assertThatThrownBy((isClipped ? fit.clipNorm(1) : fit)::run)
                    .hasMessageStartingWith("a gradient is not finite in epoch 1, batch 2 of 2, step 2: ")
                    .hasMessageContaining("(Root.nn:9)")
                    .hasMessageEndingWith(", row 3 of the training data (from 0)");
            assertThat(parameters(model)).isEqualTo(stepped);
        }
    }

    @Test
    void theUpdateThatMakesAnInfinityIsNamedIfAskedFor() {
        assertThatThrownBy(() ->
                        fit(fresh()).rate(Schedule.constant(1e38)).debugNans().run())
                .hasMessageMatching("epoch 1, step 1, after the update: parameter logits\\.dense\\.W\\[\\d+, \\d+] is "
                        + "-?Infinity, the first value that is not finite");
    }

    @Test
    void aModelThatLooksForNumbersThatAreNoneGoesOnLooking() throws IOException {
        float[] unknown = new float[9];
        unknown[3] = Float.NaN;
        Object[] inputs = {unknown, new int[1]};
        Model model = fresh();
        model.setDebugNans(true);
        fit(model).epochs(1).run();
        assertThatThrownBy(() -> model.evaluate(inputs, new int[] {1})).isInstanceOf(NonFiniteException.class);

        Model other = fresh();
        fit(other).epochs(1).debugNans().run();
        assertThat(other.evaluate(inputs, new int[] {1})[0]).isNaN();
    }

    @Test
    void listenersSeeEachEpoch() throws IOException {
        List<Integer> seen = new ArrayList<>();
        fit(fresh())
                .epochs(3)
                .afterEpoch(history -> seen.add(history.epochs().size()))
                .run();
        assertThat(seen).containsExactly(1, 2, 3);
    }

    @Test
    void whoeverLooksOnChangesNoBit() throws IOException {
        Model alone = fresh();
        fit(alone).epochs(3).run();
        Model watched = fresh();
        fit(watched).epochs(3).watch(RunPage.file(folder.resolve("run.html"))).run();

        assertThat(parameters(watched)).isEqualTo(parameters(alone));
        assertThat(Files.readString(folder.resolve("run.html"))).contains("\"network\": \"Penguins\"");
    }

    @Test
    void aLivePageIsServedWhileTrainingGoesOn() throws IOException {
        RunPage page = RunPage.live(0);
        List<String> seen = new ArrayList<>();
        fit(fresh())
                .epochs(2)
                .watch(page)
                .afterEpoch(history -> seen.add(get(page.address()) + get(page.address() + "data.json")))
                .run();

        assertThat(seen).hasSize(2);
        assertThat(seen.get(1))
                .startsWith("<!DOCTYPE html>")
                .contains("const isLive = true")
                .contains("\"planned\": 2");
        assertThatThrownBy(() -> get(page.address())).isInstanceOf(UncheckedIOException.class);
    }

    private static String get(String address) {
        try (InputStream answer = URI.create(address).toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void curvesAreAPicture() throws IOException {
        History history = fit(fresh()).epochs(3).run();
        Curves.writePng(history, folder.resolve("curves.png"));

        BufferedImage image = ImageIO.read(folder.resolve("curves.png").toFile());
        assertThat(image.getWidth()).isEqualTo(900);
        assertThat(image.getHeight()).isEqualTo(2 * 320);
        assertThat(IntStream.range(0, 900 * 320)
                        .filter(i -> (image.getRGB(i % 900, i / 900) & 0xffffff) == 0x3b76ab)
                        .count())
                .isGreaterThan(100);
    }

    /** Cannot show an epoch, nor close. */
    private static final class Clumsy implements Watcher {
        private boolean isClosed;

        @Override
        public void epoch(Run run, History history) throws IOException {
            throw new IOException("the disk is full");
        }

        @Override
        public void close() {
            isClosed = true;
            throw new IllegalStateException("cannot close");
        }
    }

    @Test
    void whoCannotLookOnDoesNotEndTrainingAndAllAreClosed() {
        Clumsy first = new Clumsy();
        Clumsy second = new Clumsy();
        List<String> notes = new ArrayList<>();
        Fit fit = fit(fresh()).epochs(2).watch(first).watch(second).progress(new Progress() {
            @Override
            public void note(String text) {
                notes.add(text);
            }
        });

        assertThatThrownBy(fit::run).hasMessage("cannot close");
        assertThat(first.isClosed && second.isClosed).isTrue();
        assertThat(notes).containsOnlyOnce("not shown: the disk is full").contains("epoch 2 is the best");
    }

    @Test
    void aFolderThatCannotKeepCheckpointsIsToldBeforeTrainingBegins() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "");
        List<Integer> epochs = new ArrayList<>();

        assertThatThrownBy(() -> fit(fresh())
                        .checkpoints(taken)
                        .afterEpoch(history -> epochs.add(history.epochs().size()))
                        .run())
                .isInstanceOf(IOException.class)
                .hasMessage("cannot keep checkpoints in " + taken + ": it is a file, and a folder is needed");
        assertThat(epochs).isEmpty();
    }

    @Test
    void whatAnApplicationPublishesAfterAnEpochIsNotTrainedAnyMore() throws IOException {
        Penguins net = Penguins.initialise(1);
        List<Penguins> published = new ArrayList<>();
        List<float[]> answers = new ArrayList<>();
        fit(net.asModel())
                .epochs(3)
                .afterEpoch(history -> {
                    published.add(net.copy());
                    answers.add(net.predict(data.test().floats("x")));
                })
                .run();

        for (int i = 0; i < 3; i++) {
            assertThat(published.get(i).predict(data.test().floats("x"))).isEqualTo(answers.get(i));
        }
        assertThat(answers.get(0)).isNotEqualTo(answers.get(2));
    }

    @Test
    void aPageThatCannotBeWrittenIsToldBeforeTrainingBegins() {
        Path page = folder.resolve("none/run.html");
        List<Integer> epochs = new ArrayList<>();

        assertThatThrownBy(() -> fit(fresh())
                        .watch(RunPage.file(page))
                        .afterEpoch(history -> epochs.add(history.epochs().size()))
                        .run())
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(page + ": there is no folder " + page.getParent());
        assertThat(epochs).isEmpty();
    }
}
