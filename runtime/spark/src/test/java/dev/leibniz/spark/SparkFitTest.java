package dev.leibniz.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.leibniz.runtime.Model;
import dev.leibniz.training.Fit;
import dev.leibniz.training.Gradients;
import dev.leibniz.training.History;
import dev.leibniz.training.Progress;
import dev.leibniz.training.Schedule;
import dev.leibniz.training.TrainingException;
import dev.leibniz.training.data.Dataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nets.Fixed;
import nets.Line;
import nets.Moons;
import nets.Normed;
import nets.Untrained;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnSpark
final class SparkFitTest {
    private static SparkSession session;

    @BeforeAll
    static void begin() {
        session = Sessions.threads(2, Map.of());
    }

    @AfterAll
    static void end() {
        session.stop();
    }

    private static Model moons() {
        return Moons.initialise(5).asModel();
    }

    private static SparkFit fit(Model model, List<Object[]> examples, int partitions) {
        return SparkFit.of(model, Points.spread(session, examples, partitions))
                .batchSize(8)
                .epochs(3)
                .seed(11)
                .progress(Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void deterministicRoundsGiveTheBitsOfOneMachineOnTheSameBatches(int partitions) throws IOException {
        List<Object[]> examples = Points.examples(partitions * 48);
        Model one = moons();
        one.setDraws(11, 0);
        History expected = Fit.of(one, Points.interleaved(examples, partitions, 8))
                .inOrder()
                .batchSize(8)
                .accumulate(partitions)
                .epochs(3)
                .rate(Schedule.cosine(0.02))
                .clipNorm(0.5)
                .progress(Progress.NONE)
                .run();
        Model many = moons();
        History history = fit(many, examples, partitions)
                .inOrder()
                .deterministic()
                .rate(Schedule.cosine(0.02))
                .clipNorm(0.5)
                .run();

        assertThat(Points.parameters(many)).isEqualTo(Points.parameters(one));
        for (int i = 0; i < 3; i++) {
            assertThat(history.epochs().get(i).training())
                    .isEqualTo(expected.epochs().get(i).training());
            assertThat(history.epochs().get(i).rate())
                    .isEqualTo(expected.epochs().get(i).rate());
        }
    }

    @Test
    void doublesHaveTheBitsOfOneMachineToo() throws IOException {
        List<Object[]> examples = new ArrayList<>();
        double[] x = new double[60];
        double[] y = new double[60];
        for (int i = 0; i < 60; i++) {
            x[i] = i / 30.0 - 1;
            y[i] = 3 * x[i] + 1 / (2.0 + i);
            examples.add(new Object[] {new double[] {x[i]}, new double[] {y[i]}});
        }
        // Two partitions of 30 rows, in batches of 15.
        int[] order = new int[60];
        for (int i = 0; i < 60; i++) {
            order[i] = i / 15 % 2 * 30 + i / 30 * 15 + i % 15;
        }
        Model one = Line.initialise(0).asModel();
        Fit.of(one, Dataset.of(60).with("x", x).with("y", y).select(order))
                .inOrder()
                .batchSize(15)
                .accumulate(2)
                .epochs(20)
                .progress(Progress.NONE)
                .run();
        Model many = Line.initialise(0).asModel();
        SparkFit.of(many, Points.spread(session, examples, 2))
                .inOrder()
                .deterministic()
                .batchSize(15)
                .epochs(20)
                .progress(Progress.NONE)
                .run();

        assertThat((double[]) many.parameters()).isEqualTo((double[]) one.parameters());
        assertThat(((double[]) many.parameters())[0]).isCloseTo(3, offset(0.2));
    }

    @Test
    void partitionsOfDifferentSizesCountByTheirRows() throws IOException {
        List<Object[]> examples = Points.examples(41); // 13, 14 and 14 rows: 8 + 5, 8 + 6, 8 + 6.
        Model many = moons();
        fit(many, examples, 3).inOrder().deterministic().epochs(1).run();

        Model one = moons();
        Model.Training trainer = one.training(8);
        int[] starts = {0, 13, 27, 41};
        int pass = 0;
        for (int from = 0; from < 16; from += 8) {
            float[] mean = new float[((float[]) one.parameters()).length];
            long rows = 0;
            for (int p = 0; p < 3; p++) {
                Dataset batch = Points.dataset(
                        examples.subList(starts[p] + from, Math.min(starts[p] + from + 8, starts[p + 1])));
                one.setDraws(11, pass++);
                trainer.accumulate(new Object[] {batch.floats("x"), batch.ints("kind")}, new int[] {batch.rows()});
                Gradients.join(mean, rows, trainer.gradient(), batch.rows());
                Gradients.clear(trainer.gradient());
                rows += batch.rows();
            }
            System.arraycopy(mean, 0, trainer.gradient(), 0, mean.length);
            trainer.apply();
        }
        assertThat(Points.parameters(many)).isEqualTo(Points.parameters(one));
    }

    private static SparkFit mixed(Model model, List<Object[]> examples) {
        return fit(model, examples, 3)
                .batchSize(50)
                .epochs(10)
                .rate(Schedule.constant(0.05))
                .deterministic();
    }

    @Test
    void mixedRowsAreAllUsedAndGiveTheSameBitsEachTime() throws IOException {
        List<Object[]> examples = Points.examples(600);
        Model first = moons();
        History history = mixed(first, examples).run();
        Model second = moons();
        mixed(second, examples).run();
        Model ordered = moons();
        mixed(ordered, examples).inOrder().run();

        assertThat(Points.parameters(second)).isEqualTo(Points.parameters(first));
        assertThat(Points.parameters(ordered)).isNotEqualTo(Points.parameters(first));
        assertThat(history.last().training()[1]).isGreaterThan(0.7);
    }

    @Test
    void sumsOfSomePartitionsAgreeToRounding() throws IOException {
        List<Object[]> examples = Points.examples(12 * 16); // So many partitions are added in two stages.
        Model tree = moons();
        fit(tree, examples, 12).run();
        Model ordered = moons();
        fit(ordered, examples, 12).deterministic().run();

        assertThat(Points.distance(Points.parameters(tree), Points.parameters(ordered)))
                .isLessThan(1e-4);
        assertThat(Points.distance(Points.parameters(tree), Points.parameters(moons())))
                .isGreaterThan(0.01);
    }

    @Test
    void statesBecomeTheMeanOfThosePartitionsGive() throws IOException {
        List<Object[]> examples = Points.examples(32);
        Model many = Normed.initialise(1).asModel();
        fit(many, examples, 2).batchSize(16).inOrder().deterministic().epochs(1).run();

        float[][] states = new float[2][];
        for (int p = 0; p < 2; p++) {
            Model one = Normed.initialise(1).asModel();
            Dataset half = Points.dataset(examples.subList(16 * p, 16 * p + 16));
            one.training(16).step(new Object[] {half.floats("x"), half.ints("kind")}, new int[] {16});
            states[p] = (float[]) one.states();
        }
        assertThat((float[]) many.states()).isEqualTo(Points.mean(states[0], states[1]));
    }

    @Test
    void localStepsOfOnePartitionAreThoseOfOneMachine() throws IOException {
        List<Object[]> examples = Points.examples(56);
        Model one = moons();
        one.setDraws(11, 0);
        Fit.of(one, Points.dataset(examples))
                .inOrder()
                .batchSize(8)
                .epochs(3)
                .rate(Schedule.cosine(0.02))
                .progress(Progress.NONE)
                .run();
        Model many = moons();
        fit(many, examples, 1)
                .inOrder()
                .localSteps(3)
                .rate(Schedule.cosine(0.02))
                .run();

        assertThat(Points.parameters(many)).isEqualTo(Points.parameters(one));
    }

    @Test
    void afterLocalStepsParametersAreTheMeanOfThePartitions() throws IOException {
        List<Object[]> examples = Points.examples(64);
        Model many = moons();
        fit(many, examples, 2).inOrder().localSteps(4).deterministic().epochs(1).run();

        float[][] ends = new float[2][];
        for (int p = 0; p < 2; p++) {
            Model one = moons();
            one.setDraws(11, 4 * p);
            Fit.of(one, Points.dataset(examples.subList(32 * p, 32 * p + 32)))
                    .inOrder()
                    .batchSize(8)
                    .epochs(1)
                    .progress(Progress.NONE)
                    .run();
            ends[p] = Points.parameters(one);
        }
        assertThat(Points.parameters(many)).isEqualTo(Points.mean(ends[0], ends[1]));
    }

    @Test
    void localStepsLearn() throws IOException {
        Model model = moons();
        List<Object[]> examples = Points.examples(600);
        SparkFit fit = fit(model, examples, 3).epochs(12).localSteps(13);
        fit.run();

        assertThat(fit.measure(Points.spread(session, examples, 4))[1]).isGreaterThan(0.75);
    }

    @Test
    void measuresAreThoseOfOneMachine() {
        List<Object[]> examples = Points.examples(100);
        Model model = moons();
        double[] measured = fit(model, examples, 3).measure(Points.spread(session, examples, 7));
        Dataset all = Points.dataset(examples);
        double[] expected = model.evaluate(new Object[] {all.floats("x"), all.ints("kind")}, new int[] {100});

        assertThat(measured[0]).isCloseTo(expected[0], offset(1e-6));
        assertThat(measured[1]).isCloseTo(expected[1], offset(1e-6));
    }

    @Test
    void aGradientThatIsNotFiniteNamesPartitionTensorAndRows() {
        List<Object[]> examples = Points.examples(40);
        ((float[]) examples.get(27)[0])[3] = Float.NaN;
        ((float[]) examples.get(29)[0])[0] = Float.POSITIVE_INFINITY;
        for (boolean isLocal : new boolean[] {false, true}) {
            Model model = moons();
            float[] before = Points.parameters(model);
            SparkFit fit = fit(model, examples, 2).batchSize(20).deterministic();
            assertThatThrownBy((isLocal ? fit.localSteps(2) : fit)::run)
                    .isInstanceOf(TrainingException.class)
                    .hasMessageStartingWith("the gradient of logits.dense.W[0] is NaN on partition 1: by row ")
                    .hasMessageContaining("7 (whose x[3] is NaN)")
                    .hasMessageContaining("9 (whose x[0] is Infinity)")
                    .hasMessageEndingWith(", in epoch 1, round 1");
            assertThat(Points.parameters(model)).isEqualTo(before);
        }
    }

    @Test
    void aLossThatIsNotFiniteNamesWhereItBegan() {
        List<Object[]> examples = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            examples.add(new Object[] {new double[] {i}, new double[] {i == 5 ? 1e200 : i}});
        }
        assertThatThrownBy(() -> SparkFit.of(Line.initialise(0).asModel(), Points.spread(session, examples, 2))
                        .inOrder()
                        .progress(Progress.NONE)
                        .run())
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith("the loss is Infinity on partition 1: by row 1 (")
                .hasMessageContaining(" is Infinity, the first value that is not finite: ")
                .hasMessageContaining("Line.nn:15");
    }

    @Test
    void aLabelOutOfItsRangeNamesItsRow() {
        List<Object[]> examples = Points.examples(40);
        ((int[]) examples.get(33)[1])[0] = 7;
        assertThatThrownBy(() -> fit(moons(), examples, 2).batchSize(20).run())
                .isInstanceOf(TrainingException.class)
                .hasMessage(
                        "row 13 of partition 1 of the training data is refused: kind[0] is 7, must be at least 0 and below 3, in epoch 1,"
                                + " round 1");
        assertThatThrownBy(() -> fit(moons(), examples, 2).measure(Points.spread(session, examples, 4)))
                .isInstanceOf(TrainingException.class)
                .hasMessage(
                        "row 3 of partition 3 of the measured data is refused: kind[0] is 7, must be at least 0 and below 3");
    }

    @Test
    void validationIsWhatMeasureGivesAfterEachEpoch() throws IOException {
        List<Object[]> others = Points.examples(160).subList(96, 160);
        List<double[]> measured = new ArrayList<>();
        Model model = moons();
        SparkFit fit = fit(model, Points.examples(96), 2).validation(Points.spread(session, others, 3));
        History history = fit.afterEpoch(epochs -> measured.add(fit.measure(Points.spread(session, others, 3))))
                .run();

        assertThat(measured).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(history.epochs().get(i).validation()).isEqualTo(measured.get(i));
        }
        assertThat(measured.get(2)).isNotEqualTo(measured.get(0));
        assertThat(Points.context(session).getPersistentRDDs()).isEmpty();
    }

    @Test
    void theRateIsThatOfTheNetworkUnlessThereIsASchedule() throws IOException {
        History history = fit(moons(), Points.examples(16), 2).epochs(1).run();
        assertThat(history.last().rate()).isEqualTo(0.01f);
        assertThatThrownBy(() -> fit(moons(), Points.examples(16), 2)
                        .rate((step, steps) -> step == 1 ? Double.NaN : 1)
                        .run())
                .isInstanceOf(TrainingException.class)
                .hasMessage("the schedule gives a rate of NaN for step 2");
    }

    @Test
    void rowsThatAreOthersWhenComputedAgainAreRefused() {
        JavaRDD<Object[]> unsteady = Points.spread(session, Points.examples(64), 2)
                .map(example -> {
                    ((float[]) example[0])[0] += System.nanoTime() % 1000;
                    return example;
                });
        Progress loser = new Progress() {
            @Override
            public void stepped(
                    int epoch,
                    int epochs,
                    double done,
                    List<String> metrics,
                    double[] means,
                    double rows,
                    double left) {
                Points.context(session).getPersistentRDDs().values().forEach(rdd -> rdd.unpersist(true));
            }
        };
        assertThatThrownBy(() -> SparkFit.of(moons(), unsteady)
                        .batchSize(8)
                        .progress(loser)
                        .run())
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith("rows have changed since training began, in round 2");
    }

    @Test
    void whatDoesNotFitIsTold() {
        JavaRDD<Object[]> narrow =
                Points.context(session).parallelize(List.<Object[]>of(new Object[] {new float[3], new int[1]}), 1);
        assertThatThrownBy(() -> SparkFit.of(moons(), narrow).run())
                .isInstanceOf(TrainingException.class)
                .hasMessage("row 0 of partition 0 of the training data is not as the model takes it: a row of x in the"
                        + " training data has 3 elements, Moons takes 4: [N, 4]");
        JavaRDD<Object[]> mistyped =
                Points.context(session).parallelize(List.<Object[]>of(new Object[] {new double[4], new int[1]}), 1);
        assertThatThrownBy(() -> SparkFit.of(moons(), mistyped).run())
                .isInstanceOf(TrainingException.class)
                .hasMessage("row 0 of partition 0 of the training data has double[] for x, must have float[]");
        assertThatThrownBy(() -> fit(moons(), Points.examples(4), 2).measure(narrow))
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith("row 0 of partition 0 of the measured data is not as the model takes it: ");
        assertThatThrownBy(() -> SparkFit.of(moons(), (JavaRDD<Object[]>) null))
                .hasMessage("there are no training data");
        assertThatThrownBy(() -> SparkFit.of(Fixed.initialise(1).asModel(), narrow)
                        .size("K", 3)
                        .run())
                .isInstanceOf(TrainingException.class)
                .hasMessage("Fixed has no parameters that could be trained");
        assertThatThrownBy(() ->
                        SparkFit.of(Untrained.initialise(1).asModel(), narrow).run())
                .isInstanceOf(TrainingException.class)
                .hasMessage("Untrained cannot be trained: the network says nothing about training");
        assertThatThrownBy(() -> SparkFit.of(moons(), Points.context(session).<Object[]>emptyRDD())
                        .run())
                .hasMessage("the training data have no rows");
        assertThatThrownBy(() -> fit(Normed.initialise(1).asModel(), Points.examples(4), 1)
                        .rate(Schedule.constant(1))
                        .run())
                .hasMessage("Normed has no 'hyper rate' that a schedule could set, but hypers []");
    }
}
