package dev.leibniz.spark;

import dev.leibniz.runtime.Model;
import dev.leibniz.training.Gradients;
import dev.leibniz.training.ModelRows;
import java.io.IOException;
import java.io.Serializable;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;

/** What a partition does in a round: a function of what was broadcast, its blocks and the round alone, so that it may be done again anywhere. */
abstract sealed class RoundTask implements Function2<Integer, Iterator<Block>, Iterator<Partial>>
        permits GradientTask, LocalStepsTask {
    private static final long serialVersionUID = 1;

    /** What is the same in all rounds. */
    record Setting(Broadcast<ModelPool> pool, ModelRows shape, long seed) implements Serializable {}

    private final Setting setting;
    private final int[][] blocks;
    private final long firstPass;

    /**
     * A round.
     *
     * @param blocks the numbers of each partition's blocks
     * @param firstPass how many blocks were passed in rounds before: random operations draw by that number
     */
    RoundTask(Setting setting, int[][] blocks, long firstPass) {
        this.setting = setting;
        this.blocks = blocks;
        this.firstPass = firstPass;
    }

    @Override
    public final Iterator<Partial> call(Integer partition, Iterator<Block> all) throws IOException {
        if (blocks[partition].length == 0) {
            return Collections.emptyIterator();
        }
        Block[] chosen = Block.choose(all, blocks[partition]);
        long pass = firstPass;
        for (int p = 0; p < partition; p++) {
            pass += blocks[p].length;
        }
        ModelPool pool = setting.pool().value();
        ModelPool.Lent lent = pool.take();
        long began = System.nanoTime();
        Partial partial = compute(lent.model(), lent.trainer(), partition, chosen, pass);
        partial.counting(chosen, System.nanoTime() - began);
        pool.give(lent);
        return List.of(partial).iterator();
    }

    /** Does it with a model that may be changed at will. */
    abstract Partial compute(Model model, Model.Training training, int partition, Block[] chosen, long pass)
            throws IOException;

    private void draw(Model model, long pass) {
        model.setDraws(setting.seed(), pass);
    }

    /** Adds to sums, which may not be there yet, what was measured on a block. */
    static double[] measure(double[] sums, double[] results, int rows) {
        double[] more = sums.length == 0 ? new double[results.length] : sums;
        for (int i = 0; i < results.length; i++) {
            more[i] += rows * results[i];
        }
        return more;
    }

    /** Leaves the gradient of a block in a trainer; says what is wrong if there is none or it is not finite, nothing otherwise. */
    final String pass(Model model, Model.Training training, int partition, Block block, long pass) {
        draw(model, pass);
        Gradients.clear(training.gradient());
        double loss;
        try {
            loss = training.accumulate(block.inputs, setting.shape().sizes(block.rows));
        } catch (IllegalArgumentException e) {
            return FaultyRows.refused(model, setting.shape(), e, partition, block, SparkFit.TRAINING);
        }
        if (Double.isFinite(loss) && Gradients.isFinite(training.gradient())) {
            return "";
        }
        draw(model, pass);
        return new FaultyRows(model, setting.shape(), training.gradient()).notFinite(loss, partition, block);
    }
}
