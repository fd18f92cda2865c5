package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.interpret.Interpreter;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.rewrite.Program;
import dev.leibniz.compiler.semantics.FreeSize;
import dev.leibniz.compiler.semantics.Input;
import dev.leibniz.compiler.semantics.Loss;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checks the gradients that the compiler derives for a network, at random values, in double, with the reference interpreter. */
final class GradientChecker {
    /** More elements of one tensor than this are not compared one by one, but a sample of them. */
    private static final int MOST = 500;

    /** With many tensors, samples are so small that about this many elements are compared in all unless told otherwise, but never fewer than {@link #LEAST} of one. */
    static final int MOST_IN_ALL = 5000;

    private static final int LEAST = 8;

    /** Of networks whose loss takes long, fewer elements are compared: about as many as this work allows, see {@link #work}. */
    private static final double MOST_WORK = 2e9;

    /** What computing a tensor takes besides its elements. */
    private static final double WORK_OF_TENSOR = 200;

    private static final long FIRST_FREE_SIZE = 3;

    private final Network network;
    private final int mostInAll;
    private final List<Value> variables;
    private final Program primal;
    private final Program stable;
    private final Program derived;

    /**
     * A checker of one network.
     *
     * @param network in double precision; its graph grows
     * @param mostInAll about how many elements of all tensors together are compared
     */
    GradientChecker(Network network, Loss loss, int mostInAll) {
        this.network = network;
        this.mostInAll = mostInAll;
        this.variables = Stream.concat(
                        network.parameters().stream().map(Parameter::leaf),
                        network.inputs().stream()
                                .filter(input -> input.type().isFloat())
                                .map(Input::leaf))
                .toList();
        Builder g = new Builder(network.graph(), loss.span());
        List<Value> gradients = new ArrayList<>();
        variables.forEach(variable -> gradients.add(g.gradient(loss.value(), variable)));
        // The loss as it was written, but its gradients through every rule.
        this.primal = Passes.expand(network.graph(), List.of(loss.value()));
        // The same with stable forms in place of those that overflow.
        Program rewritten = Passes.primal(network.graph(), List.of(loss.value()), Passes.ranges(network));
        this.stable = Passes.expand(rewritten.graph(), rewritten.roots());
        this.derived = Passes.run(network.graph(), gradients, Passes.ranges(network), Watch.silent());
    }

    /**
     * Compares at one random point; at one of positive values if the loss is not finite else, and by the stable form of the loss if it is finite at neither.
     *
     * @param given values of free sizes; the others are 3, 4, …
     */
    GradientReport check(Map<String, Long> given, long seed) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        long next = FIRST_FREE_SIZE;
        for (FreeSize size : network.sizes()) {
            sizes.put(size.name(), given.getOrDefault(size.name(), next++));
        }
        for (boolean stabilised : List.of(false, true)) {
            for (boolean positive : List.of(false, true)) {
                Map<Leaf, Tensor> point = new RandomPoint(sizes, seed, positive).draw(network);
                if (Double.isFinite(loss(stabilised, sizes, point).getAsDouble())) {
                    return check(sizes, point, stabilised);
                }
            }
        }
        return check(sizes, new RandomPoint(sizes, seed, false).draw(network), true);
    }

    /** Compares at a point: values of all free sizes, and of all leaves. */
    GradientReport check(Map<String, Long> sizes, Map<Leaf, Tensor> point) {
        return check(sizes, point, false);
    }

    private GradientReport check(Map<String, Long> sizes, Map<Leaf, Tensor> point, boolean stabilised) {
        DoubleSupplier loss = loss(stabilised, sizes, point);
        double value = loss.getAsDouble();
        List<GradientReport.Row> rows = Double.isFinite(value) ? rows(sizes, point, loss) : List.of();
        List<String> bound = new ArrayList<>();
        sizes.forEach((name, number) -> bound.add(name + "=" + number));
        return new GradientReport(network.name(), String.join(", ", bound), value, stabilised, rows);
    }

    private List<GradientReport.Row> rows(Map<String, Long> sizes, Map<Leaf, Tensor> point, DoubleSupplier loss) {
        List<Tensor> gradients = gradients(sizes, point);
        CentralDifferences differences = new CentralDifferences(loss);
        int most = most(sizes);
        List<GradientReport.Row> rows = new ArrayList<>();
        for (int k = 0; k < variables.size(); k++) {
            Leaf leaf = (Leaf) variables.get(k).op();
            rows.add(row(leaf.name(), point.get(leaf), gradients.get(k), differences, most));
        }
        return rows;
    }

    /** The derived gradients: those of the parameters, then those of the float inputs. */
    List<Tensor> gradients(Map<String, Long> sizes, Map<Leaf, Tensor> point) {
        return new Interpreter(sizes, point).evaluate(derived.graph(), derived.roots());
    }

    private DoubleSupplier loss(boolean stabilised, Map<String, Long> sizes, Map<Leaf, Tensor> point) {
        Interpreter interpreter = new Interpreter(sizes, point);
        Program computed = stabilised ? stable : primal;
        return () ->
                interpreter.evaluate(computed.graph(), computed.roots()).get(0).data()[0];
    }

    /** How many elements of each tensor are compared at most. */
    private int most(Map<String, Long> sizes) {
        double affordable = MOST_WORK / (2 * work(primal.graph(), primal.roots(), sizes));
        double inAll = Math.min(mostInAll, affordable);
        return (int) Math.max(LEAST, Math.min(MOST, inAll / variables.size()));
    }

    /** The elements of all tensors that an evaluation computes, and what tensors take besides. */
    private static double work(Graph graph, List<Value> roots, Map<String, Long> sizes) {
        double work = 0;
        for (Value value : graph.reachable(roots)) {
            if (value.op() instanceof Scan scan) {
                Map<String, Long> ofTurn = new HashMap<>(sizes);
                ofTurn.put(scan.turns().variable(), scan.turns().low().evaluate(sizes::get));
                work += scan.turns().count().evaluate(sizes::get)
                        * work(scan.body().graph(), scan.body().results(), ofTurn);
            } else {
                work += WORK_OF_TENSOR + value.shape().elements().evaluate(sizes::get);
            }
        }
        return work;
    }

    /** Compares elements all over a tensor, all of them if there are few. */
    private GradientReport.Row row(
            String name, Tensor values, Tensor gradient, CentralDifferences differences, int most) {
        int stride = Math.max(1, (values.size() + most - 1) / most);
        SplittableRandom within = new SplittableRandom(values.size());
        Optional<CentralDifferences.Comparison> worst = Optional.empty();
        for (int from = 0; from < values.size(); from += stride) {
            int element = from + within.nextInt(Math.min(stride, values.size() - from));
            CentralDifferences.Comparison comparison =
                    differences.check(values.data(), element, gradient.data()[element]);
            if (worst.isEmpty() || comparison.worseThan(worst.get().relativeError())) {
                worst = Optional.of(comparison);
            }
        }
        CentralDifferences.Comparison shown = worst.orElse(new CentralDifferences.Comparison(0, 0, 0, 0));
        return new GradientReport.Row(
                name,
                Arrays.toString(values.shape()),
                values.size(),
                (values.size() + stride - 1) / stride,
                index(values, shown.element()),
                shown.symbolic(),
                shown.numeric(),
                shown.relativeError());
    }

    private static String index(Tensor tensor, int element) {
        int[] strides = tensor.strides();
        return Arrays.toString(IntStream.range(0, strides.length)
                .map(axis -> element / strides[axis] % tensor.shape()[axis])
                .toArray());
    }
}
