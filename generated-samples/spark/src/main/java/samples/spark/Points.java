package samples.spark;

import dev.leibniz.runtime.random.Philox;
import dev.leibniz.training.data.Dataset;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;

/**
 * Random points and the regions they lie in, of which five in a hundred are drawn by chance: nobody can tell more than 96.25 % apart. A point follows from its number alone, so
 * whoever makes it makes the same.
 */
final class Points implements FlatMapFunction<Integer, Object[]> {
    static final int DIMENSIONS = 10;
    static final int REGIONS = 4;

    private static final long serialVersionUID = 1;
    private static final long SEED = 2026;

    private final long first;
    private final int rows;
    private final int partitions;

    private Points(long first, int rows, int partitions) {
        this.first = first;
        this.rows = rows;
        this.partitions = partitions;
    }

    /** Points from a number on, spread over partitions in their order. */
    static JavaRDD<Object[]> spread(JavaSparkContext spark, long first, int rows, int partitions) {
        return spark.parallelize(IntStream.range(0, partitions).boxed().toList(), partitions)
                .flatMap(new Points(first, rows, partitions));
    }

    /** The same points on one machine. */
    static Dataset dataset(long first, int rows) {
        float[] x = new float[rows * DIMENSIONS];
        int[] regions = new int[rows];
        for (int row = 0; row < rows; row++) {
            regions[row] = point(first + row, x, row * DIMENSIONS);
        }
        return Dataset.of(rows).with("x", x).with("region", regions);
    }

    @Override
    public Iterator<Object[]> call(Integer partition) {
        long from = first + (long) rows * partition / partitions;
        long to = first + (long) rows * (partition + 1) / partitions;
        return LongStream.range(from, to).mapToObj(Points::example).iterator();
    }

    private static Object[] example(long number) {
        float[] x = new float[DIMENSIONS];
        return new Object[] {x, new int[] {point(number, x, 0)}};
    }

    /** Writes a point, each coordinate between −1 and 1; gives its region. */
    private static int point(long number, float[] x, int at) {
        for (int i = 0; i < DIMENSIONS; i += 2) {
            long bits = Philox.bits(SEED, number, i);
            x[at + i] = (int) bits * 0x1p-31f;
            x[at + i + 1] = (int) (bits >> 32) * 0x1p-31f;
        }
        long chance = Philox.bits(SEED, number, DIMENSIONS) >>> 1;
        if (chance % 100 < 5) {
            return (int) (chance / 100 % REGIONS);
        }
        boolean a = x[at] * x[at + 1] + 0.5f * x[at + 2] > x[at + 3] * x[at + 3] - 0.3f;
        boolean b = x[at + 4] + x[at + 5] * x[at + 6] > 0.5f * x[at + 7];
        return (a ? 2 : 0) + (b ? 1 : 0);
    }
}
