package dev.leibniz.training.data;

import dev.leibniz.runtime.random.Philox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Random orders of rows that follow from a seed alone. */
public final class RandomOrder {
    private RandomOrder() {}

    /**
     * A permutation of 0 to {@code rows} − 1: all are equally likely (R. Durstenfeld, "Algorithm 235: random permutation", 1964).
     *
     * @param number which of the seed's permutations
     */
    public static int[] of(int rows, long seed, long number) {
        int[] order = new int[rows];
        Arrays.setAll(order, i -> i);
        for (int i = rows - 1; i > 0; i--) {
            int j = (int) ((Philox.bits(seed, number, i) >>> 1) % (i + 1));
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    /** Rows of parts that have these shares of all rows. */
    static List<int[]> split(int rows, long seed, double... shares) {
        double total = 0;
        for (double share : shares) {
            if (!(share >= 0)) {
                throw new DataException("a share of " + share + " of the rows");
            }
            total += share;
        }
        if (total > 1 + 1e-9) {
            throw new DataException("shares " + Arrays.toString(shares) + " are more than all rows");
        }
        int[] order = of(rows, seed, 0);
        List<int[]> parts = new ArrayList<>();
        double end = 0;
        int from = 0;
        for (double share : shares) {
            end += share;
            int to = Math.min(rows, (int) Math.round(end * rows));
            parts.add(Arrays.copyOfRange(order, from, to));
            from = to;
        }
        return parts;
    }
}
