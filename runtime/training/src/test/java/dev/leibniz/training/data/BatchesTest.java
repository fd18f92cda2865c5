package dev.leibniz.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final Dataset DATA = Dataset.of(10)
            .with("y", IntStream.range(0, 10).toArray())
            .with("x", IntStream.range(0, 20).mapToDouble(i -> i / 2).toArray());

    private static List<List<Integer>> rows(Iterator<Batches.Batch> epoch) {
        List<List<Integer>> rows = new ArrayList<>();
        epoch.forEachRemaining(batch -> {
            int[] y = ((int[]) batch.arrays()[1]).clone();
            assertThat(y).hasSize(batch.rows());
            for (int i = 0; i < batch.rows(); i++) {
                assertThat(((double[]) batch.arrays()[0])[2 * i + 1]).isEqualTo(y[i]);
                assertThat(batch.origins().applyAsInt(i)).isEqualTo(y[i]);
            }
            rows.add(Arrays.stream(y).boxed().toList());
        });
        return rows;
    }

    @Test
    void anEpochHasEachRowOnceAndEachEpochAnotherOrder() {
        try (Batches batches = Batches.of(DATA, List.of("x", "y"), 4, 3)) {
            List<List<Integer>> first = rows(batches.epoch(0, 0));
            assertThat(first).extracting(List::size).containsExactly(4, 4, 2);
            assertThat(first.stream().flatMap(List::stream)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            assertThat(rows(batches.epoch(1, 0))).isNotEqualTo(first);
            assertThat(rows(batches.epoch(0, 0))).isEqualTo(first);
            assertThat(rows(batches.epoch(0, 1))).isEqualTo(first.subList(1, 3));
            assertThat(rows(batches.inOrder()))
                    .containsExactly(List.of(0, 1, 2, 3), List.of(4, 5, 6, 7), List.of(8, 9));
        }
    }

    @Test
    void allOrdersAreEquallyLikely() {
        int[] counts = new int[6];
        for (int number = 0; number < 6000; number++) {
            int[] order = RandomOrder.of(3, 11, number);
            counts[order[0] * 2 + (order[1] > order[2] ? 1 : 0)]++;
        }
        // 1000 each; the standard deviation is 29.
        assertThat(Arrays.stream(counts)).allMatch(count -> Math.abs(count - 1000) < 150);
    }

    @Test
    void batchesLargerThanTheDataAreTheData() {
        try (Batches batches = Batches.of(DATA, List.of("x", "y"), 1000, 3)) {
            assertThat(batches.size()).isEqualTo(10);
            assertThat(rows(batches.epoch(0, 0))).hasSize(1);
            Iterator<Batches.Batch> past = batches.epoch(0, 1);
            assertThatThrownBy(past::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void closedBatchesSaySo() {
        Batches batches = Batches.of(DATA, List.of("x", "y"), 4, 3);
        Iterator<Batches.Batch> epoch = batches.epoch(0, 0);
        batches.close();
        assertThatThrownBy(epoch::next).hasMessage("the batches are closed");
        assertThatThrownBy(() -> batches.epoch(0, -1)).hasMessage("batch -1 of an epoch");
    }

    @Test
    void noRowsGiveNoBatches() {
        try (Batches batches = Batches.of(Dataset.of(0).with("x", new float[0]), List.of("x"), 4, 3)) {
            assertThat(batches.count()).isZero();
            assertThat(batches.epoch(0, 0).hasNext()).isFalse();
        }
    }
}
