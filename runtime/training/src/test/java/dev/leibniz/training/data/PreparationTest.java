package dev.leibniz.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {
    @TempDir
    Path folder;

    private Table training;
    private Preparation preparation;

    @BeforeEach
    void fit() throws IOException {
        training = table("age,city,member,kind\n20,Oslo,1,b\n40,Bonn,0,a\n,Oslo,1,b\n");
        preparation = Preparation.builder()
                .input("x")
                .standardised("age")
                .oneHot("city")
                .numbers("member")
                .input("y")
                .category("kind")
                .fit(training);
    }

    private Table table(String text) throws IOException {
        return Table.read(Files.writeString(folder.resolve("rows.csv"), text));
    }

    @Test
    void columnsStandBehindEachOther() {
        Dataset data = preparation.apply(training);
        assertThat(preparation.elements("x")).isEqualTo(4);
        assertThat(data.floats("x")).containsExactly(-1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1);
        assertThat(data.array("y")).isEqualTo(new int[] {1, 0, 1});
        assertThat(preparation.categories("y")).containsExactly("a", "b");
    }

    @Test
    void otherRowsAreMeasuredByTheTrainingData() throws IOException {
        Dataset data = preparation.apply(table("city,age,member\nRome,60,2\n"));
        assertThat(data.names()).containsExactly("x");
        assertThat(data.floats("x")).containsExactly(3, 0, 0, 2);
    }

    @Test
    void savedAndLoadedItIsTheSame() throws IOException {
        Path file = folder.resolve("preparation.safetensors");
        preparation.save(file);
        Preparation loaded = Preparation.load(file);
        assertThat(loaded.inputs()).containsExactly("x", "y");
        assertThat(loaded.apply(training).floats("x"))
                .isEqualTo(preparation.apply(training).floats("x"));
        assertThat(loaded.categories("y")).containsExactly("a", "b");
    }

    @Test
    void standardisedColumnsHaveMeanZeroAndDeviationOne() throws IOException {
        StringBuilder text = new StringBuilder("v\n");
        for (int i = 0; i < 1000; i++) {
            text.append(1e6 + Math.sin(i)).append('\n');
        }
        float[] v = Preparation.builder()
                .input("v")
                .standardised("v")
                .fit(table(text.toString()))
                .apply(table(text.toString()))
                .floats("v");
        double mean = 0;
        double squares = 0;
        for (float element : v) {
            mean += element / v.length;
            squares += (double) element * element / v.length;
        }
        assertThat(mean).isCloseTo(0, within(1e-7));
        assertThat(squares).isCloseTo(1, within(1e-6));
    }

    @Test
    void constantColumnsBecomeZero() throws IOException {
        Table constant = table("v\n" + "0.1\n".repeat(10));
        assertThat(Preparation.builder()
                        .input("v")
                        .standardised("v")
                        .fit(constant)
                        .apply(constant)
                        .floats("v"))
                .containsOnly(0)
                .hasSize(10);
    }

    @Test
    void numbersKeepTheirDigits() throws IOException {
        Table table = table("v,k\n16777217,10\n0.1,9\n3,-1\n4,x\n");
        Preparation exact = Preparation.builder()
                .input("v")
                .numbers("v")
                .input("k")
                .category("k")
                .fit(table);
        assertThat(exact.apply(table).doubles("v")).containsExactly(16777217, 0.1, 3, 4);
        assertThat(exact.categories("k")).containsExactly("-1", "9", "10", "x");
    }

    @Test
    void predictionsComeBackInUnits() throws IOException {
        Table table = table("v\n10\n30\n");
        Preparation standard =
                Preparation.builder().input("v").standardised("v").fit(table);
        assertThat(standard.inUnits("v", standard.apply(table).floats("v"))).containsExactly(10, 30);
        assertThatThrownBy(() -> preparation.inUnits("x", new float[4])).hasMessage("input x is not one column");
    }

    @Test
    void aTargetIsStandardisedAndNeverMissing() throws IOException {
        Preparation targets = Preparation.builder().input("y").target("v").fit(table("v\n1\n3\n"));
        Path file = folder.resolve("targets.safetensors");
        targets.save(file);
        Preparation loaded = Preparation.load(file);

        assertThat(loaded.apply(table("v\n5\n")).floats("y")).containsExactly(3);
        assertThat(loaded.inUnits("y", new float[] {3})).containsExactly(5);
        assertThatThrownBy(() -> loaded.apply(table("v\n5\nNaN\n")))
                .hasMessage("rows.csv:3: column 1 (v): expected a number, found 'NaN'");
        assertThatThrownBy(() -> loaded.apply(table("k,v\n1,\n")))
                .hasMessage("rows.csv:2: column 2 (v): expected a number, found nothing");
    }

    @Test
    void mistakesSayWhere() throws IOException {
        assertThatThrownBy(() -> preparation.apply(table("age,city,member,kind\n20,Oslo,1,c\n")))
                .hasMessage("rows.csv:2: column 4 (kind): expected one of [a, b], found 'c'");
        assertThatThrownBy(() -> preparation.apply(table("age,city,member,kind\n20,Oslo,,a\n")))
                .hasMessage("rows.csv:2: column 3 (member): expected a number, found nothing");
        assertThatThrownBy(
                        () -> Preparation.builder().input("v").standardised("v").fit(table("v\nNA\n")))
                .hasMessage("column v has no number to standardise it by");
        assertThatThrownBy(() -> Preparation.builder().input("v").fit(training))
                .hasMessage("nothing goes into input v");
        assertThatThrownBy(() -> Preparation.builder()
                        .input("v")
                        .category("kind")
                        .numbers("member")
                        .fit(training))
                .hasMessageContaining("a category goes into an input of its own");
        Path other = folder.resolve("other.safetensors");
        Dataset.of(1).with("x", 1f).write(other);
        assertThatThrownBy(() -> Preparation.load(other)).hasMessageContaining("is no preparation");
        assertThatThrownBy(() -> preparation.elements("z"))
                .hasMessage("nothing is prepared for an input z, but for [x, y]");
    }
}
