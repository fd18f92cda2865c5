package samples.benchmarks.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All figures of all rounds, and their medians. */
final class Figures {
    /**
     * What was measured.
     *
     * @param side by whom
     * @param subject a network or a size
     * @param what of it
     */
    record Key(String side, String subject, String what) {}

    private final Map<Key, List<Double>> rounds = new LinkedHashMap<>();

    void add(Key key, double value) {
        rounds.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
    }

    /** NaN if there is none. */
    double median(String side, String subject, String what) {
        List<Double> values = rounds.getOrDefault(new Key(side, subject, what), List.of());
        return median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** All of them, a line each with the values of the rounds, separated by tabs. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        rounds.forEach((key, values) -> {
            StringBuilder line = new StringBuilder(String.join("\t", key.side, key.subject, key.what));
            values.forEach(value -> line.append('\t').append(value));
            lines.add(line.toString());
        });
        return lines;
    }

    /** The middle one, or the mean of the two in the middle; NaN of none. */
    static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
