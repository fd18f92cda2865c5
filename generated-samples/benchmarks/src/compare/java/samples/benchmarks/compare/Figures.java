package samples.benchmarks.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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

    private final Map<Key, SortedMap<Integer, Double>> rounds = new LinkedHashMap<>();

    void add(Key key, int round, double value) {
        rounds.computeIfAbsent(key, k -> new TreeMap<>()).put(round, value);
    }

    /** NaN if there is none. */
    double median(String side, String subject, String what) {
        return median(of(side, subject, what).values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    /**
     * How many of the other side's figure one side's is: the median of the rounds' ratios, since the sides of a round ran one after another, and the machine may
     * have been faster or slower in another. NaN if they had no round in common.
     */
    double ratio(String side, String other, String subject, String what) {
        SortedMap<Integer, Double> others = of(other, subject, what);
        return median(of(side, subject, what).entrySet().stream()
                .filter(round -> others.containsKey(round.getKey()))
                .mapToDouble(round -> round.getValue() / others.get(round.getKey()))
                .toArray());
    }

    private SortedMap<Integer, Double> of(String side, String subject, String what) {
        return rounds.getOrDefault(new Key(side, subject, what), new TreeMap<>());
    }

    /** All of them, a line each with the values of the rounds, separated by tabs. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        rounds.forEach((key, values) -> {
            StringBuilder line = new StringBuilder(String.join("\t", key.side, key.subject, key.what));
            values.values().forEach(value -> line.append('\t').append(value));
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
