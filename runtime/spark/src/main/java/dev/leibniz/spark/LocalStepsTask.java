package dev.leibniz.spark;

import dev.leibniz.runtime.Model;
import dev.leibniz.training.Gradients;
import java.io.IOException;
import org.apache.spark.broadcast.Broadcast;

/** Several steps of a partition by itself, each on one of its blocks. */
final class LocalStepsTask extends RoundTask {
    private static final long serialVersionUID = 1;

    private final Broadcast<TrainerState> start;
    private final double[] rates;
    private final double largestValue;
    private final double largestNorm;

    /** @param rates the rate of each step, or none if nobody sets them */
    LocalStepsTask(
            Setting setting,
            Broadcast<TrainerState> start,
            int[][] blocks,
            long firstPass,
            double[] rates,
            double largestValue,
            double largestNorm) {
        super(setting, blocks, firstPass);
        this.start = start;
        this.rates = rates;
        this.largestValue = largestValue;
        this.largestNorm = largestNorm;
    }

    @Override
    Partial compute(Model model, Model.Training training, int partition, Block[] chosen, long pass) throws IOException {
        start.value().restore(training);
        double[] sums = {};
        for (int i = 0; i < chosen.length; i++) {
            if (rates.length > 0) {
                model.setHyper(SparkLoop.RATE, rates[i]);
            }
            String fault = pass(model, training, partition, chosen[i], pass + i);
            if (!fault.isEmpty()) {
                return Partial.fault(partition, fault);
            }
            sums = measure(sums, training.results(), chosen[i].rows);
            Gradients.clip(training.gradient(), largestValue, largestNorm);
            training.apply();
        }
        TrainerState end = TrainerState.of(training);
        return new Partial(end.tensors(), sums, end.metadata());
    }
}
