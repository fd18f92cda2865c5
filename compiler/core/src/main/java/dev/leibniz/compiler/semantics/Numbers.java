package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.SizeOf;
import java.util.Optional;
import java.util.OptionalDouble;

/** Meanings that are numbers or truth values, as host values and as values of the graph. */
final class Numbers {
    private Numbers() {}

    /** Whether arithmetic can use it. */
    static boolean isNumeric(Meaning meaning) {
        return meaning instanceof Meaning.Tensor || isKnown(meaning);
    }

    /** Whether it is a number or truth value that is no tensor. */
    static boolean isKnown(Meaning meaning) {
        return meaning instanceof Meaning.Whole
                || meaning instanceof Meaning.Ratio
                || meaning instanceof Meaning.Real
                || meaning instanceof Meaning.Truth;
    }

    /** The number, if it does not depend on free sizes. */
    static OptionalDouble constant(Meaning meaning) {
        if (meaning instanceof Meaning.Real real) {
            return OptionalDouble.of(real.value());
        } else if (meaning instanceof Meaning.Truth truth) {
            return OptionalDouble.of(truth.value() ? 1 : 0);
        } else if (meaning instanceof Meaning.Whole whole && whole.size().isConstant()) {
            return OptionalDouble.of(whole.size().constant());
        } else if (meaning instanceof Meaning.Ratio ratio
                && ratio.dividend().isConstant()
                && ratio.divisor().isConstant()) {
            return OptionalDouble.of(
                    (double) ratio.dividend().constant() / ratio.divisor().constant());
        }
        return OptionalDouble.empty();
    }

    /** The size it is, if it is a whole number for all free sizes. */
    static Optional<Size> size(Meaning meaning) {
        if (meaning instanceof Meaning.Whole whole) {
            return Optional.of(whole.size());
        } else if (meaning instanceof Meaning.Ratio ratio) {
            return ratio.divisor().equals(Size.ZERO)
                    ? Optional.empty()
                    : ratio.dividend().dividedBy(ratio.divisor());
        }
        return Optional.empty();
    }

    /** What its elements are. */
    static DType dtype(Meaning meaning) {
        if (meaning instanceof Meaning.Tensor tensor) {
            return tensor.value().type().dtype();
        } else if (meaning instanceof Meaning.Whole) {
            return DType.INT;
        }
        return meaning instanceof Meaning.Truth ? DType.BOOL : DType.FLOAT;
    }

    /** A numeric meaning as a value of its own type. */
    static Value value(Meaning meaning, Builder g) {
        if (meaning instanceof Meaning.Tensor tensor) {
            return tensor.value();
        } else if (meaning instanceof Meaning.Whole whole) {
            return whole.size().isConstant() ? g.intConstant(whole.size().constant()) : g.add(new SizeOf(whole.size()));
        } else if (meaning instanceof Meaning.Truth truth) {
            return g.boolConstant(truth.value());
        }
        return floatValue(meaning, g);
    }

    /** A numeric meaning as floats. */
    static Value floatValue(Meaning meaning, Builder g) {
        OptionalDouble constant = constant(meaning);
        if (constant.isPresent()) {
            return g.constant(constant.getAsDouble());
        } else if (meaning instanceof Meaning.Whole whole) {
            return g.size(whole.size());
        } else if (meaning instanceof Meaning.Ratio ratio) {
            return g.divide(g.size(ratio.dividend()), g.size(ratio.divisor()));
        }
        return g.toFloat(value(meaning, g));
    }

    /** A numeric meaning converted to the type that arithmetic chose. */
    static Value as(DType dtype, Meaning meaning, Builder g) {
        return dtype == DType.FLOAT ? floatValue(meaning, g) : value(meaning, g);
    }

    /** What arithmetic on the two computes: ints only of ints, else floats. */
    static DType arithmetic(Meaning a, Meaning b) {
        return dtype(a) == DType.INT && dtype(b) == DType.INT ? DType.INT : DType.FLOAT;
    }
}
