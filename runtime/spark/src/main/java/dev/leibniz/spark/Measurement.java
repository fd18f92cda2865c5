package dev.leibniz.spark;

import dev.leibniz.runtime.Model;
import dev.leibniz.training.ModelRows;
import dev.leibniz.training.TrainingException;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/** The loss and the metrics on the blocks of a partition, times their rows; then the rows. */
final class Measurement implements FlatMapFunction<Iterator<Block>, double[]> {
    private static final long serialVersionUID = 1;

    private final Broadcast<ModelPool> pool;
    private final ModelRows shape;

    private Measurement(Broadcast<ModelPool> pool, ModelRows shape) {
        this.pool = pool;
        this.shape = shape;
    }

    /** The means over all rows. */
    static double[] of(Model model, ModelRows shape, JavaRDD<Object[]> data, int batchSize) {
        Broadcast<ModelPool> pool =
                JavaSparkContext.fromSparkContext(data.context()).broadcast(new ModelPool(model));
        try {
            double[] means = new double[1 + model.metrics().size()];
            double rows = 0;
            List<double[]> parts = data.mapPartitionsWithIndex(new BlockCutter(shape, batchSize, true, 0), true)
                    .mapPartitions(new Measurement(pool, shape))
                    .collect();
            for (double[] part : parts) {
                rows += part[means.length];
            }
            if (rows == 0) {
                throw new TrainingException("the data to measure by have no rows");
            }
            for (double[] part : parts) {
                for (int i = 0; i < means.length; i++) {
                    means[i] += part[i] / rows;
                }
            }
            return means;
        } finally {
            pool.destroy();
        }
    }

    @Override
    public Iterator<double[]> call(Iterator<Block> blocks) {
        ModelPool.Lent lent = pool.value().take();
        double[] sums = new double[2 + lent.model().metrics().size()];
        while (blocks.hasNext()) {
            Block block = blocks.next();
            double[] results = lent.model().evaluate(block.inputs, shape.sizes(block.rows));
            for (int i = 0; i < results.length; i++) {
                sums[i] += block.rows * results[i];
            }
            sums[results.length] += block.rows;
        }
        pool.value().give(lent);
        return List.of(sums).iterator();
    }
}
