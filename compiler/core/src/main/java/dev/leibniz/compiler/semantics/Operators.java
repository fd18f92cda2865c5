package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Relation;
import dev.leibniz.compiler.source.Span;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Comparisons, logic, selection, signs and transposes. */
final class Operators {
    private final Reporter reporter;
    private final Arithmetic arithmetic;

    Operators(Reporter reporter, Arithmetic arithmetic) {
        this.reporter = reporter;
        this.arithmetic = arithmetic;
    }

    /** Throws if the operand is erroneous. */
    static Operand sound(Operand operand) {
        if (operand.meaning() instanceof Meaning.Erroneous) {
            throw new Reported();
        }
        return operand;
    }

    Meaning compare(Relation relation, Operand left, Operand right, Span at, Builder g) {
        Meaning a = sound(left).meaning();
        Meaning b = sound(right).meaning();
        if (!Numbers.isNumeric(a) || !Numbers.isNumeric(b)) {
            return new Meaning.Truth(same(left, right, relation, at) == (relation == Relation.EQUAL));
        }
        OptionalDouble p = Numbers.constant(a);
        OptionalDouble q = Numbers.constant(b);
        if (p.isPresent() && q.isPresent()) {
            return new Meaning.Truth(holds(relation, p.getAsDouble(), q.getAsDouble()), ofTraining(a) || ofTraining(b));
        }
        if ((Numbers.dtype(a) == DType.BOOL) != (Numbers.dtype(b) == DType.BOOL)) {
            throw reporter.fail(new TypeProblems.NotComparable(at, left, right));
        }
        arithmetic.requireBroadcast(
                () -> "compare " + Descriptions.of(a) + " with " + Descriptions.of(b), at, List.of(left, right));
        DType dtype = Numbers.arithmetic(a, b);
        return new Meaning.Tensor(g.compare(relation, Numbers.as(dtype, a, g), Numbers.as(dtype, b, g)));
    }

    /** Equality of what is not a number: {@code none}, strings. */
    private boolean same(Operand left, Operand right, Relation relation, Span at) {
        boolean comparable = relation == Relation.EQUAL || relation == Relation.NOT_EQUAL;
        boolean none = left.meaning() instanceof Meaning.Nothing || right.meaning() instanceof Meaning.Nothing;
        boolean texts = left.meaning() instanceof Meaning.Text || right.meaning() instanceof Meaning.Text;
        if (!comparable || !(none || texts)) {
            throw reporter.fail(new TypeProblems.NotComparable(at, left, right));
        }
        return left.meaning().equals(right.meaning());
    }

    private static boolean ofTraining(Meaning meaning) {
        return meaning instanceof Meaning.Truth truth && truth.ofTraining();
    }

    private static boolean holds(Relation relation, double a, double b) {
        return switch (relation) {
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            case LESS -> a < b;
            case LESS_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_EQUAL -> a >= b;
        };
    }

    /** Conjunction or disjunction of two bools. */
    Meaning logic(boolean and, Operand left, Operand right, Span at, Builder g) {
        requireBool(left);
        requireBool(right);
        if (left.meaning() instanceof Meaning.Truth p && right.meaning() instanceof Meaning.Truth q) {
            return new Meaning.Truth(
                    and ? p.value() && q.value() : p.value() || q.value(), p.ofTraining() || q.ofTraining());
        }
        arithmetic.requireBroadcast(
                () -> "combine " + Descriptions.of(left.meaning()) + " with " + Descriptions.of(right.meaning()),
                at,
                List.of(left, right));
        Value a = Numbers.value(left.meaning(), g);
        Value b = Numbers.value(right.meaning(), g);
        return new Meaning.Tensor(and ? g.and(a, b) : g.or(a, b));
    }

    void requireBool(Operand operand) {
        Meaning meaning = sound(operand).meaning();
        if (!Numbers.isNumeric(meaning) || Numbers.dtype(meaning) != DType.BOOL) {
            throw reporter.fail(new TypeProblems.ConditionNotBool(operand));
        }
    }

    /** {@code condition ? then : otherwise} for a condition that only run time knows. */
    Meaning select(Operand condition, Operand then, Operand otherwise, Span at, Builder g) {
        requireBool(condition);
        Meaning a = sound(then).meaning();
        Meaning b = sound(otherwise).meaning();
        if (!Numbers.isNumeric(a)
                || !Numbers.isNumeric(b)
                || (Numbers.dtype(a) == DType.BOOL) != (Numbers.dtype(b) == DType.BOOL)) {
            throw reporter.fail(new TypeProblems.BranchesDiffer(otherwise.span(), then, otherwise));
        }
        DType dtype = Numbers.dtype(a) == DType.BOOL ? DType.BOOL : Numbers.arithmetic(a, b);
        arithmetic.requireBroadcast(
                () -> "choose between " + Descriptions.of(a) + " and " + Descriptions.of(b) + " by "
                        + Descriptions.of(condition.meaning()),
                at,
                List.of(condition, then, otherwise));
        return new Meaning.Tensor(
                g.select(Numbers.value(condition.meaning(), g), Numbers.as(dtype, a, g), Numbers.as(dtype, b, g)));
    }

    Meaning not(Operand operand, Builder g) {
        requireBool(operand);
        return operand.meaning() instanceof Meaning.Truth truth
                ? new Meaning.Truth(!truth.value(), truth.ofTraining())
                : new Meaning.Tensor(g.not(Numbers.value(operand.meaning(), g)));
    }

    Meaning negate(Operand operand, Span at, Builder g) {
        Meaning meaning = sound(operand).meaning();
        if (!Numbers.isNumeric(meaning)) {
            throw reporter.fail(new TypeProblems.NotNumeric(at, "negate " + Descriptions.of(meaning), operand));
        } else if (meaning instanceof Meaning.Whole whole) {
            return new Meaning.Whole(whole.size().times(-1));
        } else if (meaning instanceof Meaning.Ratio ratio) {
            return new Meaning.Ratio(ratio.dividend().times(-1), ratio.divisor());
        }
        OptionalDouble constant = Numbers.constant(meaning);
        if (constant.isPresent()) {
            return new Meaning.Real(-constant.getAsDouble());
        }
        DType dtype = Numbers.arithmetic(meaning, meaning);
        return new Meaning.Tensor(g.negate(Numbers.as(dtype, meaning, g)));
    }

    /** The last two axes swapped. */
    Meaning transpose(Operand operand, Span at, Builder g) {
        if (!(sound(operand).meaning() instanceof Meaning.Tensor tensor)
                || tensor.value().shape().rank() < 2) {
            throw reporter.fail(new ShapeProblems.TooFewAxes(at, "a transpose", 2, operand));
        }
        Shape shape = tensor.value().shape();
        int rank = shape.rank();
        List<Integer> order = IntStream.range(0, rank)
                .map(axis -> axis < rank - 2 ? axis : 2 * rank - 3 - axis)
                .boxed()
                .toList();
        return new Meaning.Tensor(g.permute(tensor.value(), order));
    }
}
