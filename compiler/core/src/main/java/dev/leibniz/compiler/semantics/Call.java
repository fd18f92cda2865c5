package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.source.Problem;
import dev.leibniz.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A call of a built-in operation: its operands, asked for by name in the form that the operation needs. What does not have that form is reported.
 *
 * @param rest operands beyond the named ones
 */
record Call(String name, Map<String, Operand> operands, List<Operand> rest, Site site) {
    /**
     * Where a call stands and what it works with.
     *
     * @param at the place of the called name
     */
    record Site(Span at, Builder builder, int before, Rules rules) {
        Reporter reporter() {
            return rules.reporter();
        }
    }

    Builder g() {
        return site.builder();
    }

    Span at() {
        return site.at();
    }

    Reported fail(Problem problem) {
        return site.reporter().fail(problem);
    }

    Reported needs(String needed, Operand found) {
        return fail(new TypeProblems.Needs(found.span(), "`" + name + "`", needed, found, List.of()));
    }

    boolean has(String parameter) {
        return operands.containsKey(parameter) && !(operand(parameter).meaning() instanceof Meaning.Nothing);
    }

    Operand operand(String parameter) {
        Operand operand = operands.get(parameter);
        if (operand == null) {
            throw new IllegalArgumentException("`" + name + "` has no operand " + parameter);
        }
        return Operators.sound(operand);
    }

    // -- tensors

    Meaning numeric(String parameter) {
        Operand operand = operand(parameter);
        if (!Numbers.isNumeric(operand.meaning())) {
            throw needs("a number or tensor", operand);
        }
        return operand.meaning();
    }

    /** The operand as a value of its own type. */
    Value tensor(String parameter) {
        return Numbers.value(numeric(parameter), g());
    }

    /** The operand as floats. */
    Value floats(String parameter) {
        return Numbers.floatValue(numeric(parameter), g());
    }

    /** The operand as ints or floats: bools become floats. */
    Value arithmetic(String parameter) {
        Meaning meaning = numeric(parameter);
        return Numbers.dtype(meaning) == DType.INT ? Numbers.value(meaning, g()) : Numbers.floatValue(meaning, g());
    }

    // -- what is known when compiled

    boolean flag(String parameter) {
        if (!operands.containsKey(parameter)) {
            return false;
        }
        Operand operand = operand(parameter);
        if (!(operand.meaning() instanceof Meaning.Truth truth)) {
            throw needs("`true` or `false` as `" + parameter + "`", operand);
        }
        return truth.value();
    }

    double number(String parameter, double otherwise) {
        if (!operands.containsKey(parameter)) {
            return otherwise;
        }
        Operand operand = operand(parameter);
        OptionalDouble constant = Numbers.constant(operand.meaning());
        if (constant.isEmpty()) {
            throw fail(new TypeProblems.NotConstant(operand.span(), "`" + parameter + "` of `" + name + "`", operand));
        }
        return constant.getAsDouble();
    }

    Size size(String parameter) {
        return size(operand(parameter));
    }

    Size size(Operand operand) {
        if (operand.meaning() instanceof Meaning.Ratio ratio
                && Numbers.size(ratio).isEmpty()) {
            throw fail(new ShapeProblems.InexactDivision(operand.span(), ratio.dividend(), ratio.divisor()));
        }
        Optional<Size> size = Numbers.size(Operators.sound(operand).meaning());
        if (size.isEmpty()) {
            throw operand.meaning() instanceof Meaning.Tensor
                    ? fail(new TypeProblems.NotConstant(operand.span(), "a size", operand))
                    : needs("a size", operand);
        }
        return size.get();
    }

    /** A list of sizes. */
    Shape shape(String parameter) {
        List<Size> sizes = new ArrayList<>();
        for (Operand item : items(operand(parameter), "a list of sizes")) {
            Size size = size(item);
            if (size.isConstant() && size.constant() < 1) {
                throw fail(new ShapeProblems.SizeNotPositive(item.span(), "a size", size));
            }
            sizes.add(size);
        }
        return new Shape(sizes);
    }

    /** The shape itself, unless a tensor cannot have that many axes or elements. */
    Shape limited(Shape shape) {
        if (shape.rank() > Rules.MOST_AXES) {
            throw fail(new ShapeProblems.TooManyAxes(at(), shape.rank()));
        }
        Size elements = shape.elements();
        if (elements.isConstant() && elements.constant() > Integer.MAX_VALUE) {
            throw fail(
                    new StructureProblems.TooLarge(at(), "a tensor of " + elements + " elements", Integer.MAX_VALUE));
        }
        return shape;
    }

    List<Operand> items(Operand operand, String needed) {
        if (!(operand.meaning() instanceof Meaning.Sequence sequence)) {
            throw needs(needed, operand);
        }
        return sequence.items().stream()
                .map(item -> Operators.sound(Operand.of(item, operand.span())))
                .toList();
    }

    // -- axes

    /** An axis of a tensor of this rank, not negative. */
    int axis(Operand operand, Operand tensor, int rank) {
        Size axis = size(operand);
        if (!axis.isConstant()) {
            throw fail(new TypeProblems.NotConstant(operand.span(), "an axis", operand));
        }
        long number = axis.constant();
        if (number < -rank || number >= rank) {
            throw fail(new ShapeProblems.AxisOutOfRange(operand.span(), number, rank, tensor));
        }
        return (int) (number < 0 ? number + rank : number);
    }

    int axis(String parameter, int otherwise, Operand tensor, int rank) {
        Operand operand = operands.containsKey(parameter)
                ? operand(parameter)
                : new Operand(Meaning.Whole.of(otherwise), at(), Span.none());
        return axis(operand, tensor, rank);
    }

    /** The axes to reduce, ascending: one, a list, or all if none is given. */
    List<Integer> axes(String parameter, Operand tensor, int rank) {
        if (!has(parameter)) {
            return IntStream.range(0, rank).boxed().toList();
        }
        Operand operand = operand(parameter);
        site.rules().limits().requireNoAxis(this, operand);
        List<Operand> items = operand.meaning() instanceof Meaning.Sequence ? items(operand, "axes") : List.of(operand);
        List<Integer> axes = new ArrayList<>();
        for (Operand item : items) {
            int axis = axis(item, tensor, rank);
            if (axes.contains(axis)) {
                throw fail(new ShapeProblems.RepeatedAxis(item.span(), axis));
            }
            axes.add(axis);
        }
        return axes.stream().sorted().toList();
    }
}
