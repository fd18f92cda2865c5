package dev.leibniz.spark;

import dev.leibniz.runtime.Model;
import dev.leibniz.training.ModelRows;
import dev.leibniz.training.TrainingException;
import dev.leibniz.training.data.DataException;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;

/** The loss and the metrics on the blocks of a partition, times their rows; then the rows. */
final class Measurement implements Function2<Integer, Iterator<Block>, Iterator<double[]>> {
    private static final long serialVersionUID = 1;

    private final Broadcast<ModelPool> pool;
    private final ModelRows shape;
    private final String data;

    private Measurement(Broadcast<ModelPool> pool, ModelRows shape, String data) {
        this.pool = pool;
        this.shape = shape;
        this.data = data;
    }

    /**
     * The means over all rows.
     *
     * @param what what the data are called in messages
     * @throws TrainingException if there are no rows, or the model refuses one
     */
    static double[] of(Model model, ModelRows shape, String what, JavaRDD<Block> blocks) {
        Broadcast<ModelPool> pool =
                JavaSparkContext.fromSparkContext(blocks.context()).broadcast(new ModelPool(model));
        try {
            double[] means = new double[1 + model.metrics().size()];
            double rows = 0;
            Measurement measurement = new Measurement(pool, shape, what);
            List<double[]> parts = Job.run(
                    () -> blocks.mapPartitionsWithIndex(measurement, true).collect());
            for (double[] part : parts) {
                rows += part[means.length];
            }
            if (rows == 0) {
                throw new TrainingException("the " + what + " data have no rows");
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
    public Iterator<double[]> call(Integer partition, Iterator<Block> blocks) {
        ModelPool.Lent lent = pool.value().take();
        double[] sums = new double[2 + lent.model().metrics().size()];
        while (blocks.hasNext()) {
            Block block = blocks.next();
            double[] results = evaluate(lent.model(), partition, block);
            for (int i = 0; i < results.length; i++) {
                sums[i] += block.rows * results[i];
            }
            sums[results.length] += block.rows;
        }
        pool.value().give(lent);
        return List.of(sums).iterator();
    }

    private double[] evaluate(Model model, int partition, Block block) {
        try {
            return model.evaluate(block.inputs, shape.sizes(block.rows));
        } catch (IllegalArgumentException e) {
            throw new DataException(FaultyRows.refused(model, shape, e, partition, block, data));
        }
    }
}
