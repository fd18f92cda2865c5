package dev.leibniz.spark;

import dev.leibniz.runtime.Model;
import org.apache.spark.broadcast.Broadcast;

/** The gradient of a partition's block. */
final class GradientTask extends RoundTask {
    private static final long serialVersionUID = 1;

    private final Broadcast<Object[]> numbers;

    /** @param numbers parameters, states and hypers */
    GradientTask(Setting setting, Broadcast<Object[]> numbers, int[][] blocks, long firstPass) {
        super(setting, blocks, firstPass);
        this.numbers = numbers;
    }

    /** All that a network has beside what is the same on each machine. */
    static Object[] numbers(Model model) {
        return new Object[] {
            Numbers.copy(model.parameters()),
            Numbers.copy(model.states()),
            model.hypers().stream().mapToDouble(model::hyper).toArray()
        };
    }

    @Override
    Partial compute(Model model, Model.Training training, int partition, Block[] chosen, long pass) {
        Object[] values = numbers.value();
        Numbers.overwrite(model.parameters(), values[0]);
        Numbers.overwrite(model.states(), values[1]);
        double[] hypers = (double[]) values[2];
        for (int i = 0; i < hypers.length; i++) {
            model.setHyper(model.hypers().get(i), hypers[i]);
        }
        String fault = pass(model, training, partition, chosen[0], pass);
        if (!fault.isEmpty()) {
            return Partial.fault(partition, fault);
        }
        Object gradient = Numbers.copy(training.gradient());
        double[] sums = measure(new double[0], training.results(), chosen[0].rows);
        if (Numbers.length(model.states()) > 0) {
            // An update is what gives states their next values; what it does to the parameters of this copy is
            // forgotten.
            training.apply();
        }
        return new Partial(new Object[] {gradient, Numbers.copy(model.states())}, sums, new String[0]);
    }
}
