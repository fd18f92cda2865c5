package dev.leibniz.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTest {
    private static Dataset numbered(int rows) {
        float[] x = new float[2 * rows];
        for (int i = 0; i < x.length; i++) {
            x[i] = i / 2 + (i % 2) * 0.5f;
        }
        return Dataset.of(rows).with("x", x).with("y", IntStream.range(0, rows).toArray());
    }

    @Test
    void partsHoldEachRowOnce() {
        List<Dataset> parts = numbered(103).split(7, 0.7, 0.2, 0.1);
        assertThat(parts).extracting(Dataset::rows).containsExactly(72, 21, 10);
        int[] all = parts.stream()
                .flatMapToInt(part -> Arrays.stream(part.ints("y")))
                .sorted()
                .toArray();
        assertThat(all).isEqualTo(IntStream.range(0, 103).toArray());
        for (Dataset part : parts) {
            for (int row = 0; row < part.rows(); row++) {
                assertThat(part.floats("x")[2 * row]).isEqualTo(part.ints("y")[row]);
                assertThat(part.floats("x")[2 * row + 1]).isEqualTo(part.ints("y")[row] + 0.5f);
            }
        }
    }

    @Test
    void aSeedGivesTheSamePartsAndAnotherGivesOthers() {
        int[] first = numbered(50).split(1, 0.5).get(0).ints("y");
        assertThat(numbered(50).split(1, 0.5).get(0).ints("y")).isEqualTo(first);
        assertThat(numbered(50).split(2, 0.5).get(0).ints("y")).isNotEqualTo(first);
    }

    @Test
    void safetensorsFilesGiveBackWhatWasWritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("data.safetensors");
        numbered(5).with("z", 1.0, 0.1, Double.NaN, -0.0, 1e300).write(file);
        Dataset read = Dataset.read(file);
        assertThat(read.rows()).isEqualTo(5);
        assertThat(read.floats("x")).isEqualTo(numbered(5).floats("x"));
        assertThat(read.ints("y")).isEqualTo(new int[] {0, 1, 2, 3, 4});
        assertThat(read.doubles("z")).isEqualTo(new double[] {1.0, 0.1, Double.NaN, -0.0, 1e300});
    }

    @Test
    void mistakesSayWhatWasFound() {
        assertThatThrownBy(() -> Dataset.of(3).with("x", 1f, 2f))
                .hasMessage("x has 2 elements, which is no multiple of the 3 rows of the data set");
        assertThatThrownBy(() -> numbered(3).array("w")).hasMessage("the data set has no w, but [x, y]");
        assertThatThrownBy(() -> numbered(3).ints("x")).hasMessage("row 0 of x: expected a whole number, found 0.5");
        assertThatThrownBy(() -> numbered(3).select(3)).hasMessage("row 3 of a data set with 3 rows");
        assertThatThrownBy(() -> numbered(3).split(1, 0.9, 0.2)).hasMessage("shares [0.9, 0.2] are more than all rows");
        assertThatThrownBy(() -> numbered(3).split(1, Double.NaN)).hasMessage("a share of NaN of the rows");
    }

    @Test
    void noRowsAreADataSetToo() {
        Dataset none = Dataset.of(0).with("x", new float[0]);
        assertThat(none.elements("x")).isZero();
        assertThat(none.split(1, 0.5, 0.5)).allMatch(part -> part.rows() == 0);
        assertThatThrownBy(() -> Dataset.of(0).with("x", 1f)).isInstanceOf(DataException.class);
    }

    @Test
    void balancedWeightsGiveEachClassTheSameSum() {
        Dataset data = Dataset.of(5).with("label", 0, 2, 2, 2, 0);

        double[] weights = data.balancedWeights("label", 3);

        assertThat(weights).containsExactly(5.0 / 4, 0, 5.0 / 6);
        assertThat(data.withClassWeights("weight", "label", weights).doubles("weight"))
                .containsExactly(5.0 / 4, 5.0 / 6, 5.0 / 6, 5.0 / 6, 5.0 / 4);
    }

    @Test
    void aLabelBeyondTheClassesHasNoWeight() {
        Dataset data = Dataset.of(2).with("label", 0, 3);

        assertThatThrownBy(() -> data.balancedWeights("label", 3))
                .isInstanceOf(DataException.class)
                .hasMessage("label: expected a class from 0 to 2, found 3");
    }
}
