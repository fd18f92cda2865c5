package dev.leibniz.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leibniz.runtime.Model;
import dev.leibniz.training.Progress;
import dev.leibniz.training.Schedule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nets.Line;
import nets.Moons;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
                .hasMessage("the data have no column x for x, but [name, a, b, c, kind]");
        assertThatThrownBy(() -> Scoring.of(Moons.initialise(5).asModel())
                        .columns("x", "name")
                        .apply(table))
                .hasMessage("column name for x is string, must be numbers, booleans or arrays of them");
        assertThatThrownBy(() -> Scoring.of(Line.initialise(5).asModel())
                        .columns("x", "c")
                        .apply(table.withColumnRenamed("a", "guess")))
                .hasMessage("the data have a column guess already: give a prefix");
        Dataset<Row> gaps = session.sql("select cast(null as float) as x, 1.0d as y");
        assertThatThrownBy(() -> SparkFit.of(Line.initialise(5).asModel(), gaps)
                        .progress(Progress.NONE)
                        .run())
                .hasMessageContaining("column x has a row without a value");
    }
}
