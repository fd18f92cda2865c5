package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.runtime.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that a network does and that can be measured.
 *
 * @param what {@code predict}, {@code forward_backward} or {@code step}
 * @param plan its kernels
 * @param update the rule that changes parameters behind them
 * @param start makes arrays and gives what runs it once
 */
record Task(String what, Plan plan, Optional<NetworkCode.Update> update, Supplier<Runnable> start) {

    /** All that a network does on some inputs, the most comprehensive last; empty if it has neither outputs nor a loss. */
    static List<Task> of(NetworkCode code, Model model, Workload load) {
        List<Task> tasks = new ArrayList<>();
        int[] sizes = load.sizes();
        if (!code.outputs().isEmpty()) {
            tasks.add(new Task("predict", code.predict(), Optional.empty(), () -> {
                Object[] inputs = load.inputs(model.predictionInputs());
                Object[] outputs = load.outputs();
                return () -> model.predict(inputs, sizes, outputs);
            }));
        }
        code.train().ifPresent(train -> {
            Object[] inputs = load.inputs();
            tasks.add(new Task("forward_backward", train, Optional.empty(), () -> {
                Object gradient = load.gradient();
                return () -> model.lossAndGradient(inputs, sizes, gradient);
            }));
            if (!code.updates().isEmpty()) {
                tasks.add(new Task("step", train, Optional.of(code.updates().get(0)), () -> {
                    Model.Training training = model.training(sizes);
                    return () -> training.step(inputs, sizes);
                }));
            }
        });
        return tasks;
    }
}
