package dev.leibniz.compiler.roll;

import java.util.List;
import java.util.Optional;

/** One path for the tensors of all turns: {@code h[0].dense.W}, {@code h[1].dense.W}, … are {@code h[0..10].dense.W}. */
final class PathRange {
    private PathRange() {}

    /** The path of them all; empty if they do not differ in one index that counts the turns upwards. */
    static Optional<String> of(List<String> paths) {
        String first = paths.get(0);
        for (int open = first.indexOf('['); open >= 0; open = first.indexOf('[', open + 1)) {
            int close = first.indexOf(']', open);
            String index = first.substring(open + 1, close);
            if (index.chars().allMatch(Character::isDigit)) {
                String before = first.substring(0, open + 1);
                String behind = first.substring(close);
                int low = Integer.parseInt(index);
                if (counts(paths, before, low, behind)) {
                    return Optional.of(before + low + ".." + (low + paths.size()) + behind);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean counts(List<String> paths, String before, int low, String behind) {
        for (int k = 0; k < paths.size(); k++) {
            if (!paths.get(k).equals(before + (low + k) + behind)) {
                return false;
            }
        }
        return true;
    }
}
