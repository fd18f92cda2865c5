package dev.leibniz.runtime.random;

/**
 * Random tensors. An element is a function of the key (seed and round), the number of the draw in its network, and the element's own number: whoever
 * computes it, in whatever order, finds the same bits.
 *
 * <p>Elements 4·i … 4·i + 3 are made of the four words of one block of {@link Philox}.
 */
public final class Draws {
    /** Ints in a key: the low and the high word of the seed, and the round. */
    public static final int KEY = 3;

    private static final float UNIT = 0x1p-24f;

    private Draws() {}

    /** Sets a key. Rounds that differ by a multiple of 2³² are the same. */
    public static void key(int[] key, long seed, long round) {
        key[0] = (int) seed;
        key[1] = (int) (seed >>> 32);
        key[2] = (int) round;
    }

    /** Makes a key that of the next round. */
    public static void nextRound(int[] key) {
        key[2]++;
    }

    private static long seed(int[] key, int at) {
        return (long) key[at + 1] << 32 | key[at] & 0xffff_ffffL;
    }

    /** Streams from 2³² on: those below belong to {@link Initialisers}. */
    private static long stream(int[] key, int at, int number) {
        return (number + 1L) << 32 | key[at + 2] & 0xffff_ffffL;
    }

    // -- elements

    /** Uniform in [0, 1), a multiple of 2⁻²⁴. */
    public static float uniform(int[] key, int keyAt, int number, long element) {
        return (Philox.word(seed(key, keyAt), stream(key, keyAt, number), element) >>> 8) * UNIT;
    }

    /**
     * Normal with mean 0 and variance 1: the Box–Muller transform of two words gives an even element and the one after it. The same bits on every
     * JVM.
     */
    public static double normal(int[] key, int keyAt, int number, long element) {
        long seed = seed(key, keyAt);
        long stream = stream(key, keyAt, number);
        double radius = radius(Philox.word(seed, stream, element & -2));
        double angle = angle(Philox.word(seed, stream, element | 1));
        return radius * ((element & 1) == 0 ? StrictMath.cos(angle) : StrictMath.sin(angle));
    }

    /** √(−2·log u) of a number u in (0, 1], where the logarithm is finite. */
    private static double radius(int word) {
        return StrictMath.sqrt(-2 * StrictMath.log(((word & 0xffff_ffffL) + 1) * 0x1p-32));
    }

    private static double angle(int word) {
        return (word & 0xffff_ffffL) * (2 * Math.PI * 0x1p-32);
    }

    // -- ranges of a tensor

    /**
     * Writes uniform elements.
     *
     * @param at where the tensor's first element lies in the array
     * @param first the number of that element
     * @param from the range of elements of the tensor, the upper end exclusive
     */
    public static void uniform(float[] into, int at, int[] key, int keyAt, int number, int first, int from, int to) {
        long seed = seed(key, keyAt);
        long stream = stream(key, keyAt, number);
        int i = from;
        while (i < to && (first + i & 3) != 0) {
            into[at + i] = uniform(key, keyAt, number, first + i);
            i++;
        }
        for (; i + 4 <= to; i += 4) {
            long low = Philox.block(seed, stream, first + i >> 2, 0);
            long high = Philox.block(seed, stream, first + i >> 2, 1);
            into[at + i] = ((int) low >>> 8) * UNIT;
            into[at + i + 1] = (int) (low >>> 40) * UNIT;
            into[at + i + 2] = ((int) high >>> 8) * UNIT;
            into[at + i + 3] = (int) (high >>> 40) * UNIT;
        }
        for (; i < to; i++) {
            into[at + i] = uniform(key, keyAt, number, first + i);
        }
    }

    /** The same in double: the same numbers. */
    public static void uniform(double[] into, int at, int[] key, int keyAt, int number, int first, int from, int to) {
        for (int i = from; i < to; i++) {
            into[at + i] = uniform(key, keyAt, number, first + i);
        }
    }

    /** Writes normal elements. */
    public static void normal(float[] into, int at, int[] key, int keyAt, int number, int first, int from, int to) {
        for (int i = from; i < to; i++) {
            into[at + i] = (float) normal(key, keyAt, number, first + i);
        }
    }

    /** The same in double. */
    public static void normal(double[] into, int at, int[] key, int keyAt, int number, int first, int from, int to) {
        for (int i = from; i < to; i++) {
            into[at + i] = normal(key, keyAt, number, first + i);
        }
    }
}
