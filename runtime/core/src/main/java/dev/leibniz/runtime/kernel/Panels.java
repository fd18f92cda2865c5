package dev.leibniz.runtime.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Copies of parts of matrices in the order in which the tiles read them. A panel holds
 * {@code width} lines of a matrix, rows of A or columns of B, interleaved: {@code width} elements for each step along k.
 */
final class Panels {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    /** Panels that are packed at once where their lines lie side by side: a run of memory long enough for the caches to be filled ahead. */
    private static final int PANELS = 16;

    private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;
    private static final VectorShuffle<Float> SWAP_ONES = VectorShuffle.fromOp(EIGHT, lane -> lane ^ 1);
    private static final VectorShuffle<Float> SWAP_TWOS = VectorShuffle.fromOp(EIGHT, lane -> lane ^ 2);
    private static final VectorShuffle<Float> SWAP_FOURS = VectorShuffle.fromOp(EIGHT, lane -> lane ^ 4);
    private static final VectorMask<Float> ONES = VectorMask.fromLong(EIGHT, 0b10101010);
    private static final VectorMask<Float> TWOS = VectorMask.fromLong(EIGHT, 0b11001100);
    private static final VectorMask<Float> FOURS = VectorMask.fromLong(EIGHT, 0b11110000);

    private Panels() {}

    /**
     * Packs {@code lines} ≤ {@code width} lines of k elements, and zeros for the missing lines. May write up to one vector
     * behind the panel's end: panels are packed in ascending order, and memory behind the last one is spare.
     *
     * @param across distance between lines
     * @param along distance between the elements of a line
     */
    static void pack(
            int width,
            int lines,
            int k,
            float[] source,
            int offset,
            int across,
            int along,
            float[] target,
            int targetOffset) {
        if (lines == width && across == 1) {
            copy(width, k, source, offset, along, target, targetOffset);
            return;
        }
        if (lines < width) {
            Arrays.fill(target, targetOffset, targetOffset + k * width, 0);
        }
        interleave(width, lines, k, source, offset, across, along, target, targetOffset);
    }

    /** Lines side by side: each step is a run of the source, copied by whole vectors, whose surplus the next step overwrites. */
    private static void copy(
            int width, int k, float[] source, int offset, int along, float[] target, int targetOffset) {
        int span = (width + L - 1) / L * L;
        int from = offset;
        int to = targetOffset;
        for (int p = 0; p < k; p++) {
            if (from + span <= source.length) {
                for (int q = 0; q < width; q += L) {
                    FloatVector.fromArray(S, source, from + q).intoArray(target, to + q);
                }
            } else {
                for (int q = 0; q < width; q++) {
                    target[to + q] = source[from + q];
                }
            }
            from += along;
            to += width;
        }
    }

    /**
     * Panels of {@code width} lines each, at most a vector, one behind the other, of a matrix whose lines lie side by side.
     *
     * @param panels how many
     * @param along distance between the elements of a line
     */
    static void packSideBySide(
            int width, int panels, int k, float[] source, int offset, int along, float[] target, int targetOffset) {
        for (int first = 0; first < panels; first += PANELS) {
            int count = Math.min(PANELS, panels - first);
            int from = offset + first * width;
            int to = targetOffset + first * width * k;
            // Steps whose whole vectors lie within the source, and within the panel.
            int readable = (source.length - from - count * width - L) / Math.max(1, along);
            int safe = Math.min(k - (L - 1) / width, readable);
            for (int p = 0; p < safe; p++) {
                for (int q = 0; q < count; q++) {
                    FloatVector.fromArray(S, source, from + p * along + q * width)
                            .intoArray(target, to + (q * k + p) * width);
                }
            }
            for (int p = Math.max(0, safe); p < k; p++) {
                for (int q = 0; q < count; q++) {
                    System.arraycopy(source, from + p * along + q * width, target, to + (q * k + p) * width, width);
                }
            }
        }
    }

    /** The same for panels two vectors wide. */
    static void packPairsSideBySide(
            int panels, int k, float[] source, int offset, int along, float[] target, int targetOffset) {
        int width = 2 * L;
        for (int first = 0; first < panels; first += PANELS) {
            int count = Math.min(PANELS, panels - first);
            int from = offset + first * width;
            int to = targetOffset + first * width * k;
            for (int p = 0; p < k; p++) {
                int in = from + p * along;
                int out = to + p * width;
                for (int q = 0; q < count; q++) {
                    FloatVector.fromArray(S, source, in).intoArray(target, out);
                    FloatVector.fromArray(S, source, in + L).intoArray(target, out + L);
                    in += width;
                    out += width * k;
                }
            }
        }
    }

    /** Eight lines by eight steps at a time where elements of a line lie side by side; what is left, line by line. */
    static void interleave(
            int width,
            int lines,
            int k,
            float[] source,
            int offset,
            int across,
            int along,
            float[] target,
            int targetOffset) {
        int whole = 0;
        if (L >= EIGHT.length() && along == 1 && k >= EIGHT.length()) {
            for (; whole + EIGHT.length() <= lines; whole += EIGHT.length()) {
                transpose(width, k, source, offset + whole * across, across, target, targetOffset + whole);
            }
            int steps = k / EIGHT.length() * EIGHT.length();
            byLines(width, whole, k - steps, source, offset + steps, across, 1, target, targetOffset + steps * width);
        }
        byLines(width, lines - whole, k, source, offset + whole * across, across, along, target, targetOffset + whole);
    }

    /** Eight lines, as many steps of them as whole vectors hold, by three exchanges of the halves of ever larger blocks. */
    private static void transpose(
            int width, int k, float[] source, int offset, int across, float[] target, int targetOffset) {
        for (int p = 0; p + EIGHT.length() <= k; p += EIGHT.length()) {
            int from = offset + p;
            FloatVector a0 = FloatVector.fromArray(EIGHT, source, from);
            FloatVector a1 = FloatVector.fromArray(EIGHT, source, from + across);
            FloatVector a2 = FloatVector.fromArray(EIGHT, source, from + 2 * across);
            FloatVector a3 = FloatVector.fromArray(EIGHT, source, from + 3 * across);
            FloatVector a4 = FloatVector.fromArray(EIGHT, source, from + 4 * across);
            FloatVector a5 = FloatVector.fromArray(EIGHT, source, from + 5 * across);
            FloatVector a6 = FloatVector.fromArray(EIGHT, source, from + 6 * across);
            FloatVector a7 = FloatVector.fromArray(EIGHT, source, from + 7 * across);
            FloatVector b0 = a0.blend(a1.rearrange(SWAP_ONES), ONES);
            FloatVector b1 = a0.rearrange(SWAP_ONES).blend(a1, ONES);
            FloatVector b2 = a2.blend(a3.rearrange(SWAP_ONES), ONES);
            FloatVector b3 = a2.rearrange(SWAP_ONES).blend(a3, ONES);
            FloatVector b4 = a4.blend(a5.rearrange(SWAP_ONES), ONES);
            FloatVector b5 = a4.rearrange(SWAP_ONES).blend(a5, ONES);
            FloatVector b6 = a6.blend(a7.rearrange(SWAP_ONES), ONES);
            FloatVector b7 = a6.rearrange(SWAP_ONES).blend(a7, ONES);
            FloatVector c0 = b0.blend(b2.rearrange(SWAP_TWOS), TWOS);
            FloatVector c1 = b1.blend(b3.rearrange(SWAP_TWOS), TWOS);
            FloatVector c2 = b0.rearrange(SWAP_TWOS).blend(b2, TWOS);
            FloatVector c3 = b1.rearrange(SWAP_TWOS).blend(b3, TWOS);
            FloatVector c4 = b4.blend(b6.rearrange(SWAP_TWOS), TWOS);
            FloatVector c5 = b5.blend(b7.rearrange(SWAP_TWOS), TWOS);
            FloatVector c6 = b4.rearrange(SWAP_TWOS).blend(b6, TWOS);
            FloatVector c7 = b5.rearrange(SWAP_TWOS).blend(b7, TWOS);
            int to = targetOffset + p * width;
            c0.blend(c4.rearrange(SWAP_FOURS), FOURS).intoArray(target, to);
            c1.blend(c5.rearrange(SWAP_FOURS), FOURS).intoArray(target, to + width);
            c2.blend(c6.rearrange(SWAP_FOURS), FOURS).intoArray(target, to + 2 * width);
            c3.blend(c7.rearrange(SWAP_FOURS), FOURS).intoArray(target, to + 3 * width);
            c0.rearrange(SWAP_FOURS).blend(c4, FOURS).intoArray(target, to + 4 * width);
            c1.rearrange(SWAP_FOURS).blend(c5, FOURS).intoArray(target, to + 5 * width);
            c2.rearrange(SWAP_FOURS).blend(c6, FOURS).intoArray(target, to + 6 * width);
            c3.rearrange(SWAP_FOURS).blend(c7, FOURS).intoArray(target, to + 7 * width);
        }
    }

    /** Four lines at a time, then two, then one. */
    private static void byLines(
            int width,
            int lines,
            int k,
            float[] source,
            int offset,
            int across,
            int along,
            float[] target,
            int targetOffset) {
        int q = 0;
        for (; q + 4 <= lines; q += 4) {
            int line0 = offset + q * across;
            int line1 = line0 + across;
            int line2 = line1 + across;
            int line3 = line2 + across;
            int to = targetOffset + q;
            for (int p = 0; p < k; p++) {
                int step = p * along;
                target[to] = source[line0 + step];
                target[to + 1] = source[line1 + step];
                target[to + 2] = source[line2 + step];
                target[to + 3] = source[line3 + step];
                to += width;
            }
        }
        if (q + 2 <= lines) {
            int line0 = offset + q * across;
            int line1 = line0 + across;
            int to = targetOffset + q;
            for (int p = 0; p < k; p++) {
                target[to] = source[line0 + p * along];
                target[to + 1] = source[line1 + p * along];
                to += width;
            }
            q += 2;
        }
        if (q < lines) {
            for (int p = 0; p < k; p++) {
                target[targetOffset + q + p * width] = source[offset + q * across + p * along];
            }
        }
    }
}
