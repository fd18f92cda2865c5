package dev.leibniz.spark;

import dev.leibniz.runtime.random.Philox;
import dev.leibniz.training.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Points of three kinds, for the networks {@code Moons} and {@code Normed}. */
final class Points {
    private Points() {}

    static Object[] example(int row) {
        float[] x = new float[4];
        for (int i = 0; i < x.length; i++) {
            x[i] = (Philox.bits(7, row, i) >> 40) * 0x1p-22f;
        }
        int kind = x[0] * x[1] > 1 ? 2 : x[2] > x[3] ? 1 : 0;
        return new Object[] {x, new int[] {kind}};
    }

    static List<Object[]> examples(int rows) {
        List<Object[]> examples = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            examples.add(example(row));
        }
        return examples;
    }

    static JavaSparkContext context(SparkSession session) {
        return JavaSparkContext.fromSparkContext(session.sparkContext());
    }

    static JavaRDD<Object[]> spread(SparkSession session, List<Object[]> examples, int partitions) {
        return context(session).parallelize(examples, partitions);
    }

    /** The same examples for one machine, in the order in which rounds take them: a batch of each partition, then the next of each. */
    static Dataset interleaved(List<Object[]> examples, int partitions, int batchSize) {
        int each = examples.size() / partitions;
        List<Object[]> order = new ArrayList<>();
        for (int from = 0; from < each; from += batchSize) {
            for (int p = 0; p < partitions; p++) {
                order.addAll(examples.subList(p * each + from, p * each + from + batchSize));
            }
        }
        return dataset(order);
    }

    static Dataset dataset(List<Object[]> examples) {
        float[] x = new float[4 * examples.size()];
        int[] kinds = new int[examples.size()];
        for (int i = 0; i < kinds.length; i++) {
            System.arraycopy(examples.get(i)[0], 0, x, 4 * i, 4);
            kinds[i] = ((int[]) examples.get(i)[1])[0];
        }
        return Dataset.of(kinds.length).with("x", x).with("kind", kinds);
    }

    static float[] parameters(dev.leibniz.runtime.Model model) {
        return ((float[]) model.parameters()).clone();
    }

    static double distance(float[] a, float[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    static float[] mean(float[] a, float[] b) {
        float[] mean = Arrays.copyOf(a, a.length);
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (0.5 * a[i] + 0.5 * b[i]);
        }
        return mean;
    }
}
