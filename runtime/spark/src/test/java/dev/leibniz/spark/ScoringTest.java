package dev.leibniz.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leibniz.runtime.Model;
import dev.leibniz.training.Progress;
import dev.leibniz.training.Schedule;
import dev.leibniz.training.TrainingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nets.Fixed;
import nets.Line;
import nets.Moons;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables in, tables out; with the serialiser that asks for nothing to be registered, but must not be relied on either. */
@OnSpark
final class ScoringTest {
    private static SparkSession session;

    @BeforeAll
    static void begin() {
        session = Sessions.threads(2, Map.of("spark.serializer", "org.apache.spark.serializer.KryoSerializer"));
    }

    @AfterAll
    static void end() {
        session.stop();
    }

    private static Dataset<Row> table(List<Object[]> examples) {
        List<Row> rows = new ArrayList<>();
        for (Object[] example : examples) {
            float[] x = (float[]) example[0];
            rows.add(RowFactory.create("row " + rows.size(), x[0], new Float[] {x[1], x[2]}, (double) x[3], (long)
                    ((int[]) example[1])[0]));
        }
        return session.createDataFrame(
                        rows,
                        new StructType()
                                .add("name", DataTypes.StringType)
                                .add("a", DataTypes.FloatType)
                                .add("b", DataTypes.createArrayType(DataTypes.FloatType))
                                .add("c", DataTypes.DoubleType)
                                .add("kind", DataTypes.LongType))
                .repartition(3);
    }

    @Test
    void eachOutputIsAColumn() {
        List<Object[]> examples = Points.examples(50);
        Moons net = Moons.initialise(5);
        List<Row> scored = Scoring.of(net.asModel())
                .columns("x", "a", "b", "c")
                .batchSize(7)
                .apply(table(examples).drop("kind"))
                .collectAsList();

        assertThat(scored).hasSize(50);
        for (Row row : scored) {
            int number = Integer.parseInt(row.<String>getAs("name").substring(4));
            Moons.Prediction expected = net.predict((float[]) examples.get(number)[0]);
            List<Float> likely = row.getList(row.fieldIndex("likely"));
            assertThat(likely).containsExactly(expected.likely()[0], expected.likely()[1], expected.likely()[2]);
            assertThat(row.<Integer>getAs("best")).isEqualTo(expected.best()[0]);
        }
    }

    @Test
    void predictionsMayHaveAPrefixAndDoublesStayDoubles() {
        Line net = Line.initialise(0);
        net.parameters()[0] = 2;
        Dataset<Row> scored =
                Scoring.of(net.asModel()).columns("x", "c").prefix("predicted_").apply(table(Points.examples(4)));

        assertThat(scored.schema().apply("predicted_guess").dataType()).isEqualTo(DataTypes.DoubleType);
        for (Row row : scored.collectAsList()) {
            assertThat(row.<Double>getAs("predicted_guess")).isEqualTo(2 * row.<Double>getAs("c"));
        }
    }

    @Test
    void tablesTrainAsExamplesDo() throws IOException {
        List<Object[]> examples = Points.examples(400);
        Model model = Moons.initialise(5).asModel();
        SparkFit fit = SparkFit.of(model, table(examples))
                .columns("x", "a", "b", "c")
                .epochs(12)
                .batchSize(48)
                .rate(Schedule.constant(0.05))
                .progress(Progress.NONE);
        fit.run();

        assertThat(fit.measure(table(examples))[1]).isGreaterThan(0.8);
        assertThat(fit.measure(table(examples))).isEqualTo(fit.measure(table(examples)));
    }

    @Test
    void whatATableLacksIsTold() {
        Dataset<Row> table = table(Points.examples(4));
        assertThatThrownBy(() -> Scoring.of(Moons.initialise(5).asModel()).apply(table))
                .hasMessage("the scored data have no column x for x, but [name, a, b, c, kind]");
        assertThatThrownBy(() -> Scoring.of(Moons.initialise(5).asModel())
                        .columns("x", "name")
                        .apply(table))
                .hasMessage("column name for x is string, must be numbers, booleans or arrays of them");
        assertThatThrownBy(() -> Scoring.of(Line.initialise(5).asModel())
                        .columns("x", "c")
                        .apply(table.withColumnRenamed("a", "guess")))
                .hasMessage("the data have a column guess already: give a prefix");
    }

    /** Rows 0 to 9 in one partition, of which one has something else in a column. */
    private static Dataset<Row> tenRows(int other, String column, String value) {
        return session.range(0, 10, 1, 1)
                .selectExpr("id", "1.5D as a", "2.5F as b", "array(3.5D, id) as c", "1L as kind")
                .withColumn(column, functions.expr("if(id = " + other + ", " + value + ", " + column + ")"));
    }

    private static SparkFit fit(Dataset<Row> data) {
        return SparkFit.of(Moons.initialise(5).asModel(), data)
                .columns("x", "a", "b", "c")
                .batchSize(4)
                .progress(Progress.NONE);
    }

    /** A value that cannot be used, and what the message says of it. */
    private record Mistake(String column, String value, String message) {}

    private static List<Mistake> mistakes() {
        return List.of(
                new Mistake("a", "null", ": column a has no value"),
                new Mistake("c", "null", ": column c has no value"),
                new Mistake("c", "array(1D, null)", ": column c has no value"),
                new Mistake("c", "array(1D)", " has 3 elements of x, rows before it have 4"),
                new Mistake("kind", "null", ": column kind has no value"),
                new Mistake(
                        "kind",
                        "1.5D",
                        ": column kind: expected a whole number from -2147483648 to 2147483647, found 1.5"),
                new Mistake(
                        "kind",
                        "4294967296",
                        ": column kind: expected a whole number from -2147483648 to 2147483647, found 4294967296"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aRowThatCannotBeUsedIsNamedInOneSentence(Mistake mistake) {
        Dataset<Row> rows = tenRows(7, mistake.column(), mistake.value());
        assertThatThrownBy(() -> fit(rows).run())
                .isInstanceOf(TrainingException.class)
                .hasCauseInstanceOf(SparkException.class)
                .hasMessage("row 7 of partition 0 of the training data" + mistake.message());
    }

    @Test
    void aRowThatCannotBeUsedNamesTheDataThatItIsIn() {
        Dataset<Row> rows = tenRows(3, "a", "null");
        String message = "row 3 of partition 0 of the %s data: column a has no value";
        assertThatThrownBy(() -> fit(tenRows(-1, "a", "null")).validation(rows).run())
                .isInstanceOf(TrainingException.class)
                .hasMessage(String.format(message, "validation"));
        assertThatThrownBy(() -> fit(rows).measure(rows))
                .isInstanceOf(TrainingException.class)
                .hasMessage(String.format(message, "measured"));
    }

    @Test
    void aRowThatCannotBeScoredIsNamed() {
        Dataset<Row> scored = Scoring.of(Moons.initialise(5).asModel())
                .columns("x", "a", "b", "c")
                .batchSize(4)
                .apply(tenRows(7, "b", "null"));

        assertThatThrownBy(scored::collectAsList)
                .rootCause()
                .hasMessage("row 7 of partition 0 of the scored data: column b has no value");
    }

    @Test
    void columnsThatAreTooFewAreToldBeforeRowsAreMade() {
        Dataset<Row> never = session.range(0, 10, 1, 1)
                .selectExpr("cast(raise_error('rows are made') as double) as a", "1L as kind");
        String message = "a row of x in the %s data has 1 elements, Moons takes 4: [N, 4]";
        SparkFit fit = SparkFit.of(Moons.initialise(5).asModel(), never).columns("x", "a");

        assertThatThrownBy(fit::run)
                .isInstanceOf(TrainingException.class)
                .hasMessage(String.format(message, "training"));
        assertThatThrownBy(() -> fit.measure(never)).hasMessage(String.format(message, "measured"));
        assertThatThrownBy(() -> Scoring.of(Moons.initialise(5).asModel())
                        .columns("x", "a")
                        .apply(never))
                .hasMessage(String.format(message, "scored"));
    }

    @Test
    void outputsLargerThanAnArrayAreRefusedBeforeRowsAreMade() {
        Dataset<Row> arrays = session.sql("select array(1.0d, 2.0d) as x");
        Scoring scoring = Scoring.of(Fixed.initialise(5).asModel()).size("K", 5_000_000);

        assertThatThrownBy(() -> scoring.apply(arrays))
                .isInstanceOf(TrainingException.class)
                .hasMessage("output twice has 5000000 elements a row, of which an array cannot hold 1024 rows: make"
                        + " batchSize smaller");
        assertThat(scoring.batchSize(400).apply(arrays).columns()).containsExactly("x", "twice");
    }
}
