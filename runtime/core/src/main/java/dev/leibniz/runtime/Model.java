package dev.leibniz.runtime;

/**
 * A generated network without its type: for tools that meet it only when they run. Arrays are {@code float[]} (or {@code double[]} in double precision) and
 * {@code int[]}, in the order in which the network declares them; free sizes likewise.
 */
public interface Model {
    /** Makes models of one network. */
    interface Factory {
        /** A model with fresh parameters drawn from a seed. */
        Model initialise(long seed);
    }

    /** Training of one model; a single writer. */
    interface Training {
        /**
         * Forward, backward, update.
         *
         * @param inputs all inputs
         * @param sizes the free sizes, each at most the capacity
         * @return the loss before the update
         */
        double step(Object[] inputs, int[] sizes);
    }

    /** All parameters, one behind the other; not a copy. */
    Object parameters();

    /**
     * Computes the outputs.
     *
     * @param inputs those that the outputs need
     * @param sizes the free sizes
     * @param outputs receive the results
     */
    void predict(Object[] inputs, int[] sizes, Object[] outputs);

    /**
     * A trainer with the network's first update rule.
     *
     * @param sizes the largest free sizes of a step
     * @throws UnsupportedOperationException if the network has no loss or no rule
     */
    Training training(int[] sizes);
}
