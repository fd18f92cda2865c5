package dev.leibniz.compiler.randomprogram;

import dev.leibniz.compiler.ir.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How near results must be. For a tensor whose largest element is M, and which changes by at most C where every leaf is changed by a random share of itself below
 * {@code share}, and everything on the way as well: {@code |actual - expected| ≤ relative·(1 + M) + factor·C}. C makes room where the problem itself, or the way it was written, is ill-conditioned.
 */
record Tolerance(double relative, double share, double factor) {
    static final Tolerance DOUBLE = new Tolerance(1e-11, 1e-12, 30);
    static final Tolerance FLOAT = new Tolerance(1e-4, 1e-6, 30);

    /** So often, before a disagreement counts: a comparison or a rounding on the way may be about to turn over. */
    private static final int MORE_MOVES = 40;

    /** What disagrees. */
    record Disagreement(String name, int element, double expected, double actual, double allowed) {
        @Override
        public String toString() {
            return name + "[" + element + "] should be " + expected + ", is " + actual + ", allowed " + allowed;
        }
    }

    /** A disagreement, if there is one; {@code near} evaluates what is expected at a moved point. */
    Optional<Disagreement> compare(
            Map<String, Tensor> expected, Map<String, Tensor> actual, Point point, List<Near> near) {
        Optional<Disagreement> found = worst(expected, actual, List.of());
        if (found.isEmpty()) {
            return found;
        }
        List<Map<String, Tensor>> moved = new ArrayList<>();
        for (int move = 0; move < MORE_MOVES && found.isPresent(); move++) {
            for (Near one : near) {
                moved.add(one.at(point.moved(share, move)));
            }
            found = worst(expected, actual, moved);
        }
        return found;
    }

    /** Evaluates at another point. */
    interface Near {
        Map<String, Tensor> at(Point point);
    }

    private Optional<Disagreement> worst(
            Map<String, Tensor> expected, Map<String, Tensor> actual, List<Map<String, Tensor>> moved) {
        for (String name : actual.keySet()) {
            Tensor wanted = expected.get(name);
            if (wanted == null) {
                continue;
            }
            double allowed =
                    allowed(wanted, moved.stream().map(m -> m.get(name)).toList());
            for (int k = 0; k < wanted.size(); k++) {
                double a = wanted.data()[k];
                double b = actual.get(name).data()[k];
                boolean agree = Double.isFinite(a) ? Math.abs(a - b) <= allowed : !Double.isFinite(b);
                if (!agree) {
                    return Optional.of(new Disagreement(name, k, a, b, allowed));
                }
            }
        }
        return Optional.empty();
    }

    private double allowed(Tensor wanted, List<Tensor> moved) {
        double largest = 0;
        double change = 0;
        for (int k = 0; k < wanted.size(); k++) {
            double value = wanted.data()[k];
            largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
            for (Tensor other : moved) {
                double difference = Math.abs(other.data()[k] - value);
                change = Double.isFinite(value) ? Math.max(change, difference) : change;
            }
        }
        return relative * (1 + largest) + (Double.isNaN(change) ? Double.POSITIVE_INFINITY : factor * change);
    }
}
