package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a part of a tensor lies densely in a kernel's own memory, so that its labels are the two dimensions of a matrix: what one turn of the loops over all other
 * labels needs.
 *
 * @param first labels of the outer dimension, none of size 1
 * @param second labels of the inner one
 * @param sizes the size behind each label
 */
record Packing(List<Character> first, List<Character> second, Map<Character, Size> sizes) {
    /** More elements than this are not packed at once. */
    private static final long MOST = 1L << 20;

    /**
     * As much of a tensor at once as fits: of the labels that share a dimension with the tensor's first one, the leading ones are looped over.
     *
     * @param allPlaces the labels that share a dimension with the first one, in the tensor's order
     * @param allTaps those of the other dimension, in the order that the other factor has in memory
     */
    static Packing of(List<Character> allPlaces, List<Character> allTaps, Map<Character, Size> sizes) {
        List<Character> places = proper(allPlaces, sizes);
        List<Character> taps = proper(allTaps, sizes);
        int outer = 0;
        while (outer < places.size() - 1 && !fits(places.subList(outer, places.size()), taps, sizes)) {
            outer++;
        }
        return new Packing(taps, places.subList(outer, places.size()), sizes);
    }

    private static List<Character> proper(List<Character> labels, Map<Character, Size> sizes) {
        return labels.stream().filter(label -> !sizes.get(label).isOne()).toList();
    }

    private static boolean fits(List<Character> places, List<Character> taps, Map<Character, Size> sizes) {
        Size elements = new Packing(taps, places, sizes).elements();
        return elements.isConstant() && elements.constant() <= MOST;
    }

    List<Character> labels() {
        List<Character> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    List<Size> extents() {
        return labels().stream().map(sizes::get).toList();
    }

    Size elements() {
        return extents().stream().reduce(Size.ONE, Size::times);
    }

    /** How far apart neighbours along each label of a tensor are; 0 along those that are looped over. */
    Map<Character, Size> strides(List<Character> all) {
        Map<Character, Size> strides = new LinkedHashMap<>();
        all.forEach(label -> strides.put(label, Size.ZERO));
        Size stride = Size.ONE;
        List<Character> packed = labels();
        for (int k = packed.size() - 1; k >= 0; k--) {
            strides.put(packed.get(k), stride);
            stride = stride.times(sizes.get(packed.get(k)));
        }
        return strides;
    }

    /** Whether a tensor with these strides has both dimensions already. */
    boolean isNeedless(Map<Character, Size> strides) {
        return isOneDimension(first, strides) && isOneDimension(second, strides);
    }

    private boolean isOneDimension(List<Character> labels, Map<Character, Size> strides) {
        for (int k = 1; k < labels.size(); k++) {
            Size whole = strides.get(labels.get(k)).times(sizes.get(labels.get(k)));
            if (!strides.get(labels.get(k - 1)).equals(whole)) {
                return false;
            }
        }
        return true;
    }
}
