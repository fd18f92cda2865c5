package dev.leibniz.spark;

import dev.leibniz.training.data.DataException;
import java.io.Serializable;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Rows of one partition that enter a round together, as a model takes them: an array for each input. */
@SuppressWarnings("serial") // Arrays of numbers can be serialised.
final class Block implements Serializable {
    private static final long serialVersionUID = 1;

    final int rows;
    final Object[] inputs;

    /** A hash of all elements, by which other data are told. */
    final int fingerprint;

    private final long first;
    private final int @Nullable [] origins;

    /**
     * A block.
     *
     * @param first the number in the partition of the first row, if they follow each other
     * @param origins their numbers in the partition, if they do not
     */
    Block(int rows, Object[] inputs, long first, int @Nullable [] origins) {
        this.rows = rows;
        this.inputs = inputs;
        this.first = first;
        this.origins = origins;
        int hash = rows;
        for (Object input : inputs) {
            hash = 31 * hash + Numbers.hash(input);
        }
        this.fingerprint = hash;
    }

    /** The number in its partition of a row of the block. */
    long origin(int row) {
        return origins == null ? first + row : origins[row];
    }

    /** Those blocks of a partition that have these numbers, in this order. */
    static Block[] choose(Iterator<Block> partition, int... numbers) {
        Block[] chosen = new Block[numbers.length];
        int missing = numbers.length;
        for (int number = 0; missing > 0; number++) {
            if (!partition.hasNext()) {
                throw new DataException("a partition has fewer blocks than when they were cut: its rows are not "
                        + "the same each time they are computed");
            }
            Block block = partition.next();
            for (int i = 0; i < numbers.length; i++) {
                if (numbers[i] == number) {
                    chosen[i] = block;
                    missing--;
                }
            }
        }
        return chosen;
    }
}
