package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.explain.Figures;
import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.schedule.NetworkCode;
import java.util.List;
import java.util.SplittableRandom;

/** Random inputs for a network, always the same: floats from a standard normal distribution, ints in their declared range, else 0 and 1. */
final class Workload {
    private static final long SEED = 1;

    private final NetworkCode network;
    private final Figures figures;
    private final Object[] inputs;

    private Workload(NetworkCode network, Figures figures) {
        this.network = network;
        this.figures = figures;
        SplittableRandom random = new SplittableRandom(SEED);
        this.inputs =
                network.inputs().stream().map(input -> values(input, random)).toArray();
    }

    static Workload random(NetworkCode network, Figures figures) {
        return new Workload(network, figures);
    }

    /** The free sizes in the order of their declaration. */
    int[] sizes() {
        return network.freeSizes().stream()
                .mapToInt(name -> Math.toIntExact(figures.value(Size.symbol(name))))
                .toArray();
    }

    Object[] inputs() {
        return inputs;
    }

    Object[] inputs(List<Integer> numbers) {
        return numbers.stream().map(number -> inputs[number]).toArray();
    }

    /** Room for all outputs. */
    Object[] outputs() {
        return network.outputs().stream()
                .map(output -> array(output.type(), elements(output.shape())))
                .toArray();
    }

    /** Room for the gradients of all parameters. */
    Object gradient() {
        return array(DType.FLOAT, Math.toIntExact(network.parameterCount()));
    }

    private Object values(NetworkCode.Argument input, SplittableRandom random) {
        int count = elements(input.shape());
        if (input.type() != DType.FLOAT) {
            long low = input.low().map(figures::value).orElse(0L);
            long high = input.type() == DType.BOOL
                    ? 2
                    : input.high().map(figures::value).orElse(2L);
            return random.longs(count, low, Math.max(low + 1, high))
                    .mapToInt(Math::toIntExact)
                    .toArray();
        }
        double[] doubles = new double[count];
        for (int i = 0; i < count; i++) {
            doubles[i] = random.nextGaussian();
        }
        if (network.doublePrecision()) {
            return doubles;
        }
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = (float) doubles[i];
        }
        return floats;
    }

    private int elements(Shape shape) {
        long elements = figures.value(shape.elements());
        if (elements > Integer.MAX_VALUE) {
            throw Failure.of(
                    "too-large",
                    shape + " has " + Figures.number(elements) + " elements with "
                            + figures.assumed(network.freeSizes()) + "; an array of Java has at most "
                            + Figures.number(Integer.MAX_VALUE));
        }
        return (int) elements;
    }

    private Object array(DType type, int length) {
        if (type != DType.FLOAT) {
            return new int[length];
        }
        return network.doublePrecision() ? new double[length] : new float[length];
    }
}
