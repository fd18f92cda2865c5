package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/** Inputs of all kinds in a graph of their own, and numbers for them. */
final class Sample {
    static final Size N = Size.symbol("N");
    static final Map<String, Long> SIZES = Map.of("N", 2L);

    /** What arithmetic goes wrong with; no product of three overflows. */
    private static final double[] HARD = {
        0.0,
        -0.0,
        1,
        -1,
        0.5,
        -2,
        1e200,
        -1e200,
        1e-200,
        1e100,
        -1e100,
        1e-100,
        -1e-100,
        40,
        -40,
        800,
        -800,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    final Graph graph = new Graph();
    final Builder g = new Builder(graph, Span.none());

    /** Scalars. */
    final Value s = floats("s");

    final Value t = floats("t");

    /** A number that is neither huge nor tiny. */
    final Value count = g.size(N);

    /** Tensors of one shape. */
    final Value x = floats("x", N, Size.of(3));

    final Value y = floats("y", N, Size.of(3));
    final Value z = floats("z", N, Size.of(3));

    /** One number a row, and one a column. */
    final Value row = floats("row", N, Size.ONE);

    final Value column = floats("column", Size.of(3));
    final Value vector = floats("vector", N);
    final Value table = floats("table", Size.of(3), Size.of(4));

    final Value p = g.leaf(Leaf.Kind.INPUT, "p", TensorType.bools(Shape.of(N, Size.of(3))));
    final Value q = g.leaf(Leaf.Kind.INPUT, "q", TensorType.bools(Shape.of(N, Size.of(3))));

    /** Ids that are known to be in 0..3, and ids that are not. */
    final Value label = g.leaf(Leaf.Kind.INPUT, "label", TensorType.ints(Shape.of(N)));

    final Value id = g.leaf(Leaf.Kind.INPUT, "id", TensorType.ints(Shape.of(N)));
    static final Ranges RANGES = new Ranges(Map.of(
            new Leaf(Leaf.Kind.INPUT, "label", TensorType.ints(Shape.of(N))),
            new Ranges.Bounds(Size.ZERO, Size.of(3))));

    private Value floats(String name, Size... shape) {
        return g.leaf(Leaf.Kind.INPUT, name, TensorType.floats(Shape.of(shape)));
    }

    /** Numbers around zero. */
    static Map<Leaf, Tensor> moderate(RandomGenerator random) {
        return numbers(random, random::nextGaussian);
    }

    /** Numbers that arithmetic goes wrong with. */
    static Map<Leaf, Tensor> hard(RandomGenerator random) {
        return numbers(random, () -> HARD[random.nextInt(HARD.length)]);
    }

    private static Map<Leaf, Tensor> numbers(RandomGenerator random, DoubleSupplier floats) {
        Map<Leaf, Tensor> numbers = new LinkedHashMap<>();
        for (Value value : new Sample().graph.values()) {
            if (!(value.op() instanceof Leaf leaf)) {
                continue;
            }
            int[] shape = value.shape().sizes().stream()
                    .mapToInt(size -> (int) size.evaluate(SIZES::get))
                    .toArray();
            Tensor tensor = Tensor.zeros(shape);
            for (int i = 0; i < tensor.size(); i++) {
                tensor.data()[i] = switch (leaf.type().dtype()) {
                    case FLOAT -> floats.getAsDouble();
                    case INT -> random.nextInt(3);
                    case BOOL -> random.nextInt(2);
                };
            }
            numbers.put(leaf, tensor);
        }
        return numbers;
    }
}
