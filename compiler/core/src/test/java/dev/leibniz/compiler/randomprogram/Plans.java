package dev.leibniz.compiler.randomprogram;

import dev.leibniz.compiler.driver.Stages;
import dev.leibniz.compiler.interpret.Interpreter;
import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.rewrite.Firing;
import dev.leibniz.compiler.rewrite.Program;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.Parameter;
import dev.leibniz.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/** What a network computes as the interpreter has it: in a plan, values by name. */
final class Plans {
    /**
     * A plan of the generated code.
     *
     * @param names of the values, in the order of both programs' roots
     */
    record Plan(Network network, List<String> names, Program unrewritten, Program rewritten) {
        Map<String, Tensor> before(Point point) {
            return evaluate(unrewritten, point);
        }

        Map<String, Tensor> after(Point point) {
            return evaluate(rewritten, point);
        }

        /** As written, but everything on the way changed by a random share of itself of at most {@code share}. */
        Map<String, Tensor> perturbed(Point point, double share, long seed) {
            return named(Perturbed.of(unrewritten).evaluate(point, share, seed));
        }

        private Map<String, Tensor> evaluate(Program program, Point point) {
            return named(new Interpreter(point.sizes(), point.leaves()).evaluate(program.graph(), program.roots()));
        }

        private Map<String, Tensor> named(List<Tensor> values) {
            Map<String, Tensor> named = new LinkedHashMap<>();
            for (int k = 0; k < names.size(); k++) {
                named.put(names.get(k), values.get(k));
            }
            return named;
        }

        /** Whether nothing that is computed on the way, loops included, is near the ends of what floats can hold. */
        boolean staysWithinFloats(Point point) {
            return everything(point, (value, tensor) -> isWithinFloats(tensor));
        }

        /** Whether all ints are such that Java's ints hold them. */
        boolean staysWithinInts(Point point) {
            return everything(point, (value, tensor) -> value.type().dtype() != DType.INT || isWithinInts(tensor));
        }

        private boolean everything(Point point, BiPredicate<Value, Tensor> test) {
            boolean[] all = {true};
            new Interpreter(point.sizes(), point.leaves(), (value, tensor) -> all[0] &= test.test(value, tensor))
                    .evaluate(unrewritten.graph(), unrewritten.roots());
            return all[0];
        }
    }

    private Plans() {}

    private static boolean isWithinInts(Tensor tensor) {
        return DoubleStream.of(tensor.data()).allMatch(x -> x == (int) x);
    }

    private static boolean isWithinFloats(Tensor tensor) {
        for (double x : tensor.data()) {
            double size = Math.abs(x);
            if (!(size < 1e12) || (size > 0 && size < 1e-30)) {
                return false;
            }
        }
        return true;
    }

    /** What is predicted and evaluated. */
    static Plan prediction(SourceFile file, Consumer<Firing> listener) {
        Network network = Stages.elaborate(file, false);
        List<String> names = new ArrayList<>();
        List<Value> roots = new ArrayList<>();
        network.outputs().forEach(output -> {
            names.add("output " + output.name());
            roots.add(output.value());
        });
        names.add("loss");
        roots.add(network.loss()
                .orElseThrow(() -> new IllegalArgumentException("no loss"))
                .value());
        network.metrics().forEach(metric -> {
            names.add("metric " + metric.name());
            roots.add(metric.value());
        });
        return plan(network, names, roots, listener);
    }

    /** What a training step computes. */
    static Plan training(SourceFile file, Consumer<Firing> listener) {
        Network network = Stages.elaborate(file, true);
        Value loss = network.loss()
                .orElseThrow(() -> new IllegalArgumentException("no loss"))
                .value();
        List<String> names = new ArrayList<>(List.of("loss in training"));
        List<Value> roots = new ArrayList<>(List.of(loss));
        Builder g = new Builder(network.graph(), network.loss().orElseThrow().span());
        for (Parameter parameter : network.parameters()) {
            names.add("gradient " + parameter.path());
            roots.add(g.gradient(loss, parameter.leaf()));
        }
        network.states().forEach(state -> {
            names.add("next " + state.path());
            roots.add(state.next().orElse(state.leaf()));
        });
        return plan(network, names, roots, listener);
    }

    private static Plan plan(Network network, List<String> names, List<Value> roots, Consumer<Firing> listener) {
        return new Plan(network, names, Stages.unrewritten(network, roots), Stages.rewritten(network, roots, listener));
    }
}
