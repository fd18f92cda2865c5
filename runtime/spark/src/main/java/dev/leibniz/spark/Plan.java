package dev.leibniz.spark;

import dev.leibniz.training.TrainingException;
import dev.leibniz.training.data.RandomOrder;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;

/** Which blocks there are, and which of them enter which round: from each partition as many, in the order of an epoch. */
final class Plan {
    private static final int EPOCH_SHIFT = 32;

    private final int[][] rows;
    private final int[][] fingerprints;
    private final boolean inOrder;
    private final long seed;
    private int epoch = -1;
    private int[][] orders = {};

    private Plan(List<int[]> partitions, boolean inOrder, long seed) {
        this.inOrder = inOrder;
        this.seed = seed;
        this.rows = new int[partitions.size()][];
        this.fingerprints = new int[partitions.size()][];
        for (int p = 0; p < rows.length; p++) {
            int[] facts = partitions.get(p);
            rows[p] =
                    IntStream.range(0, facts.length / 2).map(i -> facts[2 * i]).toArray();
            fingerprints[p] = IntStream.range(0, facts.length / 2)
                    .map(i -> facts[2 * i + 1])
                    .toArray();
        }
    }

    /**
     * Looks at all blocks once, which also puts them where they are kept.
     *
     * @param data what the data are called in messages
     * @throws TrainingException if there are no rows, or one cannot be used
     */
    static Plan of(JavaRDD<Block> blocks, String data, boolean inOrder, long seed) {
        List<int[]> facts =
                Job.run(() -> blocks.mapPartitions(Plan::facts, true).collect());
        Plan plan = new Plan(facts, inOrder, seed);
        if (plan.rows() == 0) {
            throw new TrainingException("the " + data + " data have no rows");
        }
        return plan;
    }

    /** Rows and fingerprint of each block. */
    private static Iterator<int[]> facts(Iterator<Block> blocks) {
        IntStream.Builder facts = IntStream.builder();
        blocks.forEachRemaining(block -> facts.add(block.rows).add(block.fingerprint));
        return List.of(facts.build().toArray()).iterator();
    }

    int partitions() {
        return rows.length;
    }

    long rows() {
        return Arrays.stream(rows).flatMapToInt(Arrays::stream).asLongStream().sum();
    }

    int largestBlock() {
        return Arrays.stream(rows).flatMapToInt(Arrays::stream).max().orElseThrow();
    }

    /** The most blocks that a partition has. */
    int steps() {
        return Arrays.stream(rows).mapToInt(each -> each.length).max().orElseThrow();
    }

    /** How many blocks all partitions together pass in the first steps of an epoch. */
    long blocks(int steps) {
        return Arrays.stream(rows)
                .mapToLong(each -> Math.min(steps, each.length))
                .sum();
    }

    /** The rows of these blocks; blocks of an epoch are mixed, and not all have as many. */
    long rows(int epoch, int steps) {
        int[][] chosen = blocks(epoch, 0, steps);
        return IntStream.range(0, chosen.length)
                .mapToLong(p -> Arrays.stream(chosen[p])
                        .mapToLong(block -> rows[p][block])
                        .sum())
                .sum();
    }

    /** The number of rows of each partition and a hash of all elements, by which other data are told. */
    String identity() {
        int hash = Arrays.deepHashCode(fingerprints);
        return rows() + " rows in " + partitions() + " partitions and blocks with hash "
                + Integer.toHexString(31 * hash + Arrays.deepHashCode(rows));
    }

    /** For each partition the numbers of those blocks that it takes for some steps of an epoch; fewer once it has no more. */
    int[][] blocks(int epoch, int from, int to) {
        if (epoch != this.epoch) {
            this.epoch = epoch;
            orders = IntStream.range(0, rows.length)
                    .mapToObj(p -> order(epoch, p))
                    .toArray(int[][]::new);
        }
        return Arrays.stream(orders)
                .map(order -> Arrays.copyOfRange(order, Math.min(from, order.length), Math.min(to, order.length)))
                .toArray(int[][]::new);
    }

    private int[] order(int epoch, int partition) {
        int blocks = rows[partition].length;
        return inOrder
                ? IntStream.range(0, blocks).toArray()
                : RandomOrder.of(blocks, seed, (epoch + 1L) << EPOCH_SHIFT | partition);
    }

    /** What the fingerprints of chosen blocks must add up to. */
    long fingerprint(int[][] chosen) {
        long sum = 0;
        for (int p = 0; p < chosen.length; p++) {
            for (int block : chosen[p]) {
                sum += fingerprints[p][block];
            }
        }
        return sum;
    }
}
