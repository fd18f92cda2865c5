package dev.leibniz.runtime.random;

/**
 * The counter-based generator Philox4x32-10: a number is a function of seed, stream and index, and of nothing else, so
 * numbers can be drawn in any order by any thread. J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random
 * numbers: as easy as 1, 2, 3", SC11; the bits are those of the authors' library Random123.
 *
 * <p>The seed is the key; the counter is the index in its two low words and the stream in its two high words.
 */
public final class Philox {
    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final long LOW = 0xffff_ffffL;

    private Philox() {}

    /** Number {@code index} of a stream, uniform in [0, 1), a multiple of 2⁻⁵³. */
    public static double uniform(long seed, long stream, long index) {
        return (bits(seed, stream, index) >>> 11) * 0x1p-53;
    }

    /** The same number with its last bits cut off: uniform in [0, 1), a multiple of 2⁻²⁴, never rounded up to 1. */
    public static float uniformFloat(long seed, long stream, long index) {
        return (bits(seed, stream, index) >>> 40) * 0x1p-24f;
    }

    /**
     * Number {@code index} of a stream, normal with mean 0 and variance 1: the Box–Muller transform of one pair of uniform
     * numbers gives an even index and the one after it. The same bits on every JVM.
     */
    public static double normal(long seed, long stream, long index) {
        long even = index & -2;
        // 1 − u lies in (0, 1], where the logarithm is finite.
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform(seed, stream, even)));
        double angle = 2 * Math.PI * uniform(seed, stream, even + 1);
        return radius * (index == even ? StrictMath.cos(angle) : StrictMath.sin(angle));
    }

    /** Sixty-four random bits: one half of a block of four words, the low half for an even index. */
    public static long bits(long seed, long stream, long index) {
        return block(seed, stream, index >> 1, (int) index & 1);
    }

    /** Thirty-two random bits: the words of blocks one after the other. */
    static int word(long seed, long stream, long index) {
        return (int) (bits(seed, stream, index >> 1) >>> 32 * (index & 1));
    }

    /** Half of a block, words 0 and 1 or words 2 and 3, the first of them in the low bits. */
    static long block(long seed, long stream, long block, int half) {
        int key0 = (int) seed;
        int key1 = (int) (seed >>> 32);
        int c0 = (int) block;
        int c1 = (int) (block >>> 32);
        int c2 = (int) stream;
        int c3 = (int) (stream >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * (c0 & LOW);
            long product1 = MULTIPLIER_1 * (c2 & LOW);
            c0 = (int) (product1 >>> 32) ^ c1 ^ key0;
            c1 = (int) product1;
            c2 = (int) (product0 >>> 32) ^ c3 ^ key1;
            c3 = (int) product0;
            key0 += WEYL_0;
            key1 += WEYL_1;
        }
        return half == 0 ? (c1 & LOW) << 32 | c0 & LOW : (c3 & LOW) << 32 | c2 & LOW;
    }
}
