package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Elementwise;
import dev.leibniz.compiler.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Elementwise arithmetic of two operands: on host numbers where both are known, on the graph otherwise. */
final class Arithmetic {
    /** An operation of two numbers. */
    enum Kind {
        ADD("add %s to %s", true),
        SUBTRACT("subtract %s from %s", true),
        MULTIPLY("multiply %s by %s", false),
        DIVIDE("divide %s by %s", false),
        POWER("raise %s to the power %s", false),
        MINIMUM("take the minimum of %s and %s", false),
        MAXIMUM("take the maximum of %s and %s", false);

        private final String phrase;
        private final boolean swapped;

        Kind(String phrase, boolean swapped) {
            this.phrase = phrase;
            this.swapped = swapped;
        }

        String phrase(String left, String right) {
            return swapped ? phrase.formatted(right, left) : phrase.formatted(left, right);
        }

        Value of(Value a, Value b, Builder g) {
            return switch (this) {
                case ADD -> g.add(a, b);
                case SUBTRACT -> g.subtract(a, b);
                case MULTIPLY -> g.multiply(a, b);
                case DIVIDE -> g.divide(a, b);
                case POWER -> g.power(a, b);
                case MINIMUM -> g.minimum(a, b);
                case MAXIMUM -> g.maximum(a, b);
            };
        }

        /** Whether the result is float even of ints. */
        boolean alwaysFloat() {
            return this == DIVIDE || this == POWER;
        }
    }

    private final Reporter reporter;

    Arithmetic(Reporter reporter) {
        this.reporter = reporter;
    }

    Meaning apply(Kind kind, Operand left, Operand right, Span at, Builder g) {
        requireNumeric(kind, left, left, right, at);
        requireNumeric(kind, right, left, right, at);
        if (Numbers.isKnown(left.meaning()) && Numbers.isKnown(right.meaning())) {
            try {
                Optional<Meaning> known = fold(kind, left.meaning(), right.meaning(), g);
                if (known.isPresent()) {
                    return known.get();
                }
            } catch (ArithmeticException overflow) {
                throw reporter.fail(new TypeProblems.NumberTooLarge(at));
            }
        }
        DType dtype = kind.alwaysFloat() ? DType.FLOAT : Numbers.arithmetic(left.meaning(), right.meaning());
        Value a = Numbers.as(dtype, left.meaning(), g);
        Value b = Numbers.as(dtype, right.meaning(), g);
        requireBroadcast(
                () -> kind.phrase(Descriptions.of(left.meaning()), Descriptions.of(right.meaning())),
                at,
                List.of(left, right));
        return new Meaning.Tensor(kind.of(a, b, g));
    }

    private void requireNumeric(Kind kind, Operand operand, Operand left, Operand right, Span at) {
        if (left.meaning() instanceof Meaning.Erroneous || right.meaning() instanceof Meaning.Erroneous) {
            throw new Reported();
        }
        if (!Numbers.isNumeric(operand.meaning())) {
            String phrase = kind.phrase(Descriptions.of(left.meaning()), Descriptions.of(right.meaning()));
            throw reporter.fail(new TypeProblems.NotNumeric(at, phrase, operand));
        }
    }

    /** Reports if the shapes of the operands do not broadcast together; else gives their common shape. */
    Shape requireBroadcast(Supplier<String> action, Span at, List<Operand> operands) {
        Shape common = Shape.SCALAR;
        for (Operand operand : operands) {
            Shape shape = shape(operand.meaning());
            Optional<Shape> wider = Shape.broadcast(common, shape);
            if (wider.isEmpty()) {
                throw reporter.fail(new ShapeProblems.ShapeMismatch(
                        at, "cannot " + action.get(), unequal(common, shape), operands, List.of()));
            }
            common = wider.get();
        }
        return common;
    }

    static Shape shape(Meaning meaning) {
        return meaning instanceof Meaning.Tensor tensor ? tensor.value().shape() : Shape.SCALAR;
    }

    /** Why two shapes do not broadcast: {@code 3 is not 4}. */
    private static String unequal(Shape a, Shape b) {
        for (int axis = -1; axis >= -Math.min(a.rank(), b.rank()); axis--) {
            Size p = a.get(axis);
            Size q = b.get(axis);
            if (!p.equals(q) && !p.isOne() && !q.isOne()) {
                return p + " is not " + q;
            }
        }
        throw new IllegalArgumentException("shapes " + a + " and " + b + " do broadcast");
    }

    // -- host numbers

    /** The result as a host number; empty if it depends on free sizes in a way that only the graph can compute. */
    private static Optional<Meaning> fold(Kind kind, Meaning a, Meaning b, Builder g) {
        if (a instanceof Meaning.Whole p && b instanceof Meaning.Whole q) {
            Optional<Meaning> whole = foldWhole(kind, p.size(), q.size());
            if (whole.isPresent()) {
                return whole;
            }
        }
        OptionalDouble p = Numbers.constant(a);
        OptionalDouble q = Numbers.constant(b);
        Optional<Meaning> ratio = exactly(kind, a, b);
        if (ratio.isPresent()) {
            return ratio;
        } else if (p.isEmpty() || q.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Meaning.Real(
                evaluate((x, y) -> kind.of(x, y, g), g.constant(p.getAsDouble()), g.constant(q.getAsDouble()), p, q)));
    }

    private static double evaluate(
            BiFunction<Value, Value, Value> operation, Value x, Value y, OptionalDouble p, OptionalDouble q) {
        return ((Elementwise) operation.apply(x, y).op()).apply(p.orElseThrow(), q.orElseThrow());
    }

    private static Optional<Meaning> foldWhole(Kind kind, Size a, Size b) {
        boolean constant = a.isConstant() && b.isConstant();
        return switch (kind) {
            case ADD -> Optional.of(new Meaning.Whole(a.plus(b)));
            case SUBTRACT -> Optional.of(new Meaning.Whole(a.minus(b)));
            case MULTIPLY -> Optional.of(new Meaning.Whole(a.times(b)));
            case DIVIDE -> b.equals(Size.ZERO) ? Optional.empty() : Optional.of(new Meaning.Ratio(a, b));
            case POWER ->
                b.isConstant() && b.constant() >= 0 && b.constant() < 64
                        ? Optional.of(new Meaning.Whole(power(a, b.constant())))
                        : Optional.empty();
            case MINIMUM ->
                constant ? Optional.of(Meaning.Whole.of(Math.min(a.constant(), b.constant()))) : Optional.empty();
            case MAXIMUM ->
                constant ? Optional.of(Meaning.Whole.of(Math.max(a.constant(), b.constant()))) : Optional.empty();
        };
    }

    private static Size power(Size base, long exponent) {
        Size product = Size.ONE;
        for (long i = 0; i < exponent; i++) {
            product = product.times(base);
        }
        return product;
    }

    private static Optional<Meaning> exactly(Kind kind, Meaning a, Meaning b) {
        try {
            return foldRatio(kind, a, b);
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    /** Sums, differences, products and quotients of fractions of ints stay exact, so that {@code 2 * (H / 2)} still is a size. */
    private static Optional<Meaning> foldRatio(Kind kind, Meaning a, Meaning b) {
        Optional<Meaning.Ratio> p = ratio(a);
        Optional<Meaning.Ratio> q = ratio(b);
        if (p.isEmpty() || q.isEmpty()) {
            return Optional.empty();
        }
        Size n = p.get().dividend();
        Size d = p.get().divisor();
        Size m = q.get().dividend();
        Size e = q.get().divisor();
        return switch (kind) {
            case ADD -> quotient(n.times(e).plus(m.times(d)), d.times(e));
            case SUBTRACT -> quotient(n.times(e).minus(m.times(d)), d.times(e));
            case MULTIPLY -> quotient(n.times(m), d.times(e));
            case DIVIDE -> quotient(n.times(e), d.times(m));
            default -> Optional.empty();
        };
    }

    private static Optional<Meaning.Ratio> ratio(Meaning meaning) {
        if (meaning instanceof Meaning.Whole whole) {
            return Optional.of(new Meaning.Ratio(whole.size(), Size.ONE));
        }
        return meaning instanceof Meaning.Ratio ratio ? Optional.of(ratio) : Optional.empty();
    }

    private static Optional<Meaning> quotient(Size dividend, Size divisor) {
        return divisor.equals(Size.ZERO) ? Optional.empty() : Optional.of(new Meaning.Ratio(dividend, divisor));
    }
}
