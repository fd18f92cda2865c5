package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.op.Draw;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.semantics.Hyper;
import dev.leibniz.compiler.semantics.Input;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.Parameter;
import dev.leibniz.compiler.semantics.State;
import dev.leibniz.compiler.source.CompilationFailed;
import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Values for all leaves of a network: random floats, positive ones for states, since variances are such; ints in their declared range, hypers as declared.
 * Parameters are the smaller the more inputs an output sums, so that what many layers compute stays moderate.
 */
final class RandomPoint {
    private static final double MOST_ELEMENTS = 1e7;

    /** The standard deviation of parameters, times √fan-in: a layer with a way around it makes variances a quarter larger. */
    private static final double DEVIATION = 0.5;

    private final Map<String, Long> sizes;
    private final SplittableRandom random;
    private final boolean positive;

    /** @param positive whether floats are in 0.1..1.5, where logarithms and roots are at home; else they are normal */
    RandomPoint(Map<String, Long> sizes, long seed, boolean positive) {
        this.sizes = sizes;
        this.random = new SplittableRandom(seed);
        this.positive = positive;
    }

    Map<Leaf, Tensor> draw(Network network) {
        Map<Leaf, Tensor> point = new LinkedHashMap<>();
        for (Input input : network.inputs()) {
            point.put((Leaf) input.leaf().op(), draw(input));
        }
        for (Parameter parameter : network.parameters()) {
            point.put((Leaf) parameter.leaf().op(), draw(parameter));
        }
        for (State state : network.states()) {
            point.put((Leaf) state.leaf().op(), positives(state.type().shape()));
        }
        for (Hyper hyper : network.hypers()) {
            point.put((Leaf) hyper.leaf().op(), Tensor.scalar(hyper.initial()));
        }
        point.put(Draw.KEY, Draw.key(random.nextLong(), 0));
        return point;
    }

    private Tensor draw(Parameter parameter) {
        Tensor tensor = floats(parameter.type().shape());
        double fanIn = fanIn(parameter);
        double scale = positive ? 1 / fanIn : DEVIATION / Math.sqrt(fanIn);
        for (int element = 0; element < tensor.size(); element++) {
            tensor.data()[element] *= scale;
        }
        return tensor;
    }

    /** How many inputs an output sums; what begins as given elements is taken for matrices {@code [in, out]}. */
    private double fanIn(Parameter parameter) {
        Shape shape = parameter.type().shape();
        boolean given = switch (parameter.initialiser().kind()) {
            case CONSTANT, VALUES -> shape.rank() > 1;
            default -> false;
        };
        return given
                ? value(shape.get(shape.rank() - 2))
                : parameter.initialiser().fanIn();
    }

    private Tensor draw(Input input) {
        Shape shape = input.type().shape();
        if (input.type().isFloat()) {
            return floats(shape);
        }
        long low = input.range().map(range -> value(range.low())).orElse(0L);
        long high = input.type().dtype() == DType.BOOL
                ? 2
                : input.range().map(range -> value(range.high())).orElse(2L);
        Tensor tensor = zeros(shape);
        for (int element = 0; element < tensor.size(); element++) {
            tensor.data()[element] = random.nextLong(low, Math.max(low + 1, high));
        }
        return tensor;
    }

    private Tensor floats(Shape shape) {
        if (positive) {
            return positives(shape);
        }
        Tensor tensor = zeros(shape);
        for (int element = 0; element < tensor.size(); element++) {
            tensor.data()[element] = random.nextGaussian();
        }
        return tensor;
    }

    private Tensor positives(Shape shape) {
        Tensor tensor = zeros(shape);
        for (int element = 0; element < tensor.size(); element++) {
            tensor.data()[element] = random.nextDouble(0.1, 1.5);
        }
        return tensor;
    }

    private Tensor zeros(Shape shape) {
        double elements =
                shape.sizes().stream().mapToDouble(size -> (double) value(size)).reduce(1, (a, b) -> a * b);
        if (elements > MOST_ELEMENTS) {
            throw new CompilationFailed(List.of(Diagnostic.error(
                    "too-large",
                    Span.none(),
                    "a tensor of shape " + shape + " with " + sizes + " is too large to compare gradients on")));
        }
        return Tensor.zeros(shape.sizes().stream()
                .mapToInt(size -> Math.toIntExact(value(size)))
                .toArray());
    }

    private long value(Size size) {
        return size.evaluate(sizes::get);
    }
}
