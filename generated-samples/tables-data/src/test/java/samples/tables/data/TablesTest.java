package samples.tables.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TablesTest {
    @Test
    void theFilesHoldWhatTheirLicenceSays() {
        assertThat(counts(Tables.iris())).containsExactly(150, 50, 50, 50);
        assertThat(counts(Tables.wine())).containsExactly(178, 59, 71, 48);
        assertThat(counts(Tables.breastCancer())).containsExactly(569, 212, 357);
        assertThat(Tables.diabetes().count()).isEqualTo(442);
        assertThat(Arrays.copyOf(Tables.diabetes().features(), 11))
                .containsExactly(59, 2, 32.1, 101, 157, 93.2, 38, 4, 4.8598, 87, 48);
        assertThat(Arrays.copyOf(Tables.diabetes().targets(), 2)).containsExactly(151, 75);
        assertThat(Arrays.copyOf(Tables.iris().features(), 5)).containsExactly(5.1, 3.5, 1.4, 0.2, 4.9);
    }

    @Test
    void everyRowIsOnceForTesting() {
        Table table = Tables.diabetes().shuffled(1);
        double sum = 0;
        for (Table.Fold fold : table.folds(5)) {
            assertThat(fold.train().count() + fold.test().count()).isEqualTo(442);
            sum += Arrays.stream(fold.test().targets()).sum();
        }

        assertThat(sum).isEqualTo(Arrays.stream(Tables.diabetes().targets()).sum());
        assertThat(table.targets()).isNotEqualTo(Tables.diabetes().targets());
    }

    @Test
    void onlyTheTableItWasFittedToHasMeanZeroAndVarianceOne() {
        Table.Fold fold = Tables.wine().shuffled(1).folds(5).get(0);
        Standardisation standard = Standardisation.of(fold.train());

        double[] train = standard.apply(fold.train()).features();
        assertThat(Arrays.stream(train).sum()).isCloseTo(0, within(1e-9));
        assertThat(Arrays.stream(train).map(number -> number * number).sum()).isCloseTo(train.length, within(1e-9));
        assertThat(Arrays.stream(standard.apply(fold.test()).features()).sum()).isNotCloseTo(0, within(1.0));
        assertThat(Arrays.stream(standard.targets(fold.train())).sum()).isCloseTo(0, within(1e-9));
    }

    /** The number of rows, then those of each class. */
    private static List<Integer> counts(Table table) {
        Integer[] counts = new Integer[2 + Arrays.stream(table.labels()).max().orElseThrow()];
        Arrays.fill(counts, 0);
        counts[0] = table.count();
        for (int label : table.labels()) {
            counts[1 + label]++;
        }
        return List.of(counts);
    }
}
