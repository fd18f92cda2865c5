package dev.leibniz.spark;

import java.util.ArrayList;
import java.util.List;

/**
 * What a round takes: a job's time, a time for each task that the driver starts, the waves of tasks, and the bytes that pass one after the other, serialised and over the network.
 *
 * @param jobSeconds the time of a job in which nothing is done
 * @param startSeconds the time that each task adds to it
 * @param byteSeconds the time to serialise, copy and add a byte
 */
public record CostModel(double jobSeconds, double startSeconds, double byteSeconds) {
    /** A round that was measured. */
    public record Measured(String name, RoundShape shape, double seconds) {}

    /** The time of a round. */
    public double seconds(RoundShape shape) {
        return jobSeconds
                + startSeconds * shape.partitions()
                + shape.taskSeconds() * shape.waves()
                + shape.bytesInARow() * (byteSeconds + 1 / shape.bandwidth());
    }

    /** The model with the least squares of relative errors of measured rounds; no coefficient is negative. */
    public static CostModel of(List<Measured> rounds) {
        List<Integer> used = new ArrayList<>(List.of(0, 1, 2));
        while (true) {
            double[] found = solve(rounds, used);
            int least = 0;
            for (int i = 0; i < found.length; i++) {
                least = found[i] < found[least] ? i : least;
            }
            if (found.length == 0 || found[least] >= 0) {
                double[] all = new double[3];
                for (int i = 0; i < found.length; i++) {
                    all[used.get(i)] = found[i];
                }
                return new CostModel(all[0], all[1], all[2]);
            }
            used.remove(least);
        }
    }

    private static double[] features(RoundShape shape) {
        return new double[] {1, shape.partitions(), shape.bytesInARow()};
    }

    /** The normal equations of some features, by Gauss. */
    private static double[] solve(List<Measured> rounds, List<Integer> used) {
        int n = used.size();
        double[][] equations = new double[n][n + 1];
        for (Measured round : rounds) {
            double[] features = features(round.shape());
            double rest = round.seconds()
                    - round.shape().taskSeconds() * round.shape().waves()
                    - round.shape().bytesInARow() / round.shape().bandwidth();
            double weight = 1 / (round.seconds() * round.seconds());
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < n; k++) {
                    equations[i][k] += weight * features[used.get(i)] * features[used.get(k)];
                }
                equations[i][n] += weight * features[used.get(i)] * rest;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int row = 0; row < n; row++) {
                double factor = row == i ? 0 : equations[row][i] / equations[i][i];
                for (int k = i; k <= n; k++) {
                    equations[row][k] -= factor * equations[i][k];
                }
            }
        }
        double[] found = new double[n];
        for (int i = 0; i < n; i++) {
            found[i] = equations[i][n] / equations[i][i];
        }
        return found;
    }
}
