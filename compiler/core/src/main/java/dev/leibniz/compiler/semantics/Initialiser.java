package dev.leibniz.compiler.semantics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a parameter or state is filled before training.
 *
 * @param arguments of the kind, in the order its comment gives; for {@code VALUES} the elements themselves, row-major
 * @param fanIn how many inputs one output element sums: rows of a matrix {@code [in, out]}, {@code in·k…} of convolution weights {@code [out, in, k…]}
 * @param fanOut how many output elements one input takes part in
 */
public record Initialiser(Kind kind, List<Double> arguments, long fanIn, long fanOut) {
    /** The ways to fill, with their arguments. */
    public enum Kind {
        ZEROS,
        ONES,
        /** The value. */
        CONSTANT,
        /** Low, high. */
        UNIFORM,
        /** Mean, standard deviation. */
        NORMAL,
        GLOROT_UNIFORM,
        GLOROT_NORMAL,
        HE_UNIFORM,
        HE_NORMAL,
        /** Gain. */
        ORTHOGONAL,
        /** All elements. */
        VALUES
    }

    public Initialiser {
        arguments = List.copyOf(arguments);
    }

    /** Every element the same. */
    static Initialiser constant(double value) {
        return new Initialiser(Kind.CONSTANT, List.of(value), 1, 1);
    }

    /** The elements as they are. */
    static Initialiser values(double... elements) {
        return new Initialiser(Kind.VALUES, Arrays.stream(elements).boxed().collect(Collectors.toList()), 1, 1);
    }
}
