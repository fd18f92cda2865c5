package dev.leibniz.runtime.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Copies of parts of matrices in the order in which the tiles read them. A panel holds
 * {@code width} lines of a matrix, rows of A or columns of B, interleaved: {@code width} elements for each step along k.
 */
final class Panels {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    /** Floats of a line of the cache. */
    private static final int LINE = 16;

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
     * Panels of {@code width} rows of A each, one behind the other, of a matrix whose rows lie side by side: as many at once as a line of the cache spans.
     *
     * @param panels how many
     * @param along distance between the elements of a row
     */
    static void packSideBySide(
            int width, int panels, int k, float[] source, int offset, int along, float[] target, int targetOffset) {
        int group = Math.max(1, LINE / width);
        for (int first = 0; first < panels; first += group) {
            int count = Math.min(group, panels - first);
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

    /** Four lines at a time, then two, then one. */
    private static void interleave(
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
