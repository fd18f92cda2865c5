package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Built-in operations that move elements without computing with them. */
final class ShapeBuiltins {
    private ShapeBuiltins() {}

    static final List<Builtin> ALL = List.of(
            Builtin.of("reshape", ShapeBuiltins::reshape, "x", "shape"),
            Builtin.of("flatten", ShapeBuiltins::flatten, "x"),
            Builtin.of("permute", ShapeBuiltins::permute, "x").andMore(),
            Builtin.of(
                    "transpose",
                    call -> call.site().rules().operators().transpose(call.operand("x"), call.at(), call.g()),
                    "x"),
            Builtin.of("expand", ShapeBuiltins::expand, "x", "axis"),
            Builtin.of("squeeze", ShapeBuiltins::squeeze, "x", "axis"),
            Builtin.of("broadcast", ShapeBuiltins::broadcast, "x", "shape"),
            Builtin.of("reverse", ShapeBuiltins::reverse, "x", "axis"),
            Builtin.of("pad", ShapeBuiltins::pad, "x", "widths").optionally("value"),
            Builtin.of("shape", ShapeBuiltins::shape, "x"));

    private static Meaning reshape(Call call) {
        Value x = call.tensor("x");
        Operand given = call.operand("shape");
        List<Size> sizes = new ArrayList<>();
        int inferred = -1;
        Size others = Size.ONE;
        for (Operand item : call.items(given, "a list of sizes as `shape`")) {
            Size size = call.size(item);
            if (size.equals(Size.of(-1))) {
                if (inferred >= 0) {
                    throw call.fail(new ShapeProblems.Ambiguous(item.span()));
                }
                inferred = sizes.size();
            } else if (size.isConstant() && size.constant() < 1) {
                throw call.fail(new ShapeProblems.SizeNotPositive(item.span(), "a size", size));
            } else {
                others = others.times(size);
            }
            sizes.add(size);
        }
        if (inferred >= 0) {
            Optional<Size> rest = x.shape().elements().dividedBy(others);
            if (rest.isEmpty()) {
                throw call.fail(new ShapeProblems.CannotInferSize(given.span(), x.type(), others));
            }
            sizes.set(inferred, rest.get());
        }
        Shape shape = call.limited(new Shape(sizes));
        if (!shape.elements().equals(x.shape().elements())) {
            throw call.fail(new ShapeProblems.ElementCount(given.span(), x.type(), shape));
        }
        return new Meaning.Tensor(call.g().reshape(x, shape));
    }

    private static Meaning flatten(Call call) {
        Value x = call.tensor("x");
        requireRank(call, x, 1);
        Size first = x.shape().get(0);
        Size rest = x.shape().without(0).elements();
        return new Meaning.Tensor(call.g().reshape(x, Shape.of(first, rest)));
    }

    private static void requireRank(Call call, Value x, int rank) {
        if (x.shape().rank() < rank) {
            throw call.fail(new ShapeProblems.TooFewAxes(call.at(), "`" + call.name() + "`", rank, call.operand("x")));
        }
    }

    /** {@code permute(x, 0, 2, 1)} or {@code permute(x, [0, 2, 1])}. */
    private static Meaning permute(Call call) {
        Value x = call.tensor("x");
        int rank = x.shape().rank();
        List<Operand> given = call.rest().size() == 1 && call.rest().get(0).meaning() instanceof Meaning.Sequence
                ? call.items(call.rest().get(0), "axes")
                : call.rest();
        List<Integer> order = new ArrayList<>();
        for (Operand item : given) {
            int axis = call.axis(item, call.operand("x"), rank);
            if (order.contains(axis)) {
                throw call.fail(new ShapeProblems.RepeatedAxis(item.span(), axis));
            }
            order.add(axis);
        }
        if (order.size() != rank) {
            throw call.fail(new ShapeProblems.WrongAxisCount(call.at(), order.size(), call.operand("x")));
        }
        return new Meaning.Tensor(call.g().permute(x, order));
    }

    /** An axis of size 1 more, at this place of the result. */
    private static Meaning expand(Call call) {
        Value x = call.tensor("x");
        int axis = call.axis(call.operand("axis"), call.operand("x"), x.shape().rank() + 1);
        return new Meaning.Tensor(call.g().reshape(x, call.limited(x.shape().insert(axis, Size.ONE))));
    }

    private static Meaning squeeze(Call call) {
        Value x = call.tensor("x");
        int axis = call.axis(call.operand("axis"), call.operand("x"), x.shape().rank());
        Size size = x.shape().get(axis);
        if (!size.isOne()) {
            throw call.fail(new ShapeProblems.NotSqueezable(call.at(), axis, size, call.operand("x")));
        }
        return new Meaning.Tensor(call.g().reshape(x, x.shape().without(axis)));
    }

    private static Meaning broadcast(Call call) {
        Value x = call.tensor("x");
        Shape shape = call.limited(call.shape("shape"));
        if (!x.shape().broadcastsTo(shape)) {
            throw call.fail(new ShapeProblems.ShapeMismatch(
                    call.at(),
                    "cannot broadcast " + x.type(),
                    "it does not fit into " + shape,
                    List.of(call.operand("x")),
                    List.of()));
        }
        return new Meaning.Tensor(call.g().broadcast(x, shape));
    }

    private static Meaning reverse(Call call) {
        Value x = call.tensor("x");
        int axis = call.axis(call.operand("axis"), call.operand("x"), x.shape().rank());
        Size size = x.shape().get(axis);
        return new Meaning.Tensor(call.g().slice(x, axis, size.plus(-1), size, -1));
    }

    /** {@code pad(x, [[0, 0], [1, 1]])}: a pair [before, after] for each axis. */
    private static Meaning pad(Call call) {
        Value x = call.tensor("x");
        Operand widths = call.operand("widths");
        List<Operand> pairs = call.items(widths, "a list of pairs as `widths`");
        if (pairs.size() != x.shape().rank()) {
            throw call.fail(new ShapeProblems.WrongAxisCount(widths.span(), pairs.size(), call.operand("x")));
        }
        double value = call.number("value", 0);
        for (int axis = 0; axis < pairs.size(); axis++) {
            List<Operand> pair = call.items(pairs.get(axis), "a pair [before, after] for each axis");
            if (pair.size() != 2) {
                throw call.needs("a pair [before, after] for each axis", pairs.get(axis));
            }
            x = call.g().pad(x, axis, width(call, pair.get(0)), width(call, pair.get(1)), value);
        }
        return new Meaning.Tensor(x);
    }

    private static Size width(Call call, Operand operand) {
        Size width = call.size(operand);
        if (width.isConstant() && width.constant() < 0) {
            throw call.fail(new TypeProblems.BadValue(
                    operand.span(), "a width of padding must not be negative", width.toString()));
        }
        return width;
    }

    /** The sizes of a tensor as a list. */
    private static Meaning shape(Call call) {
        List<Size> sizes = call.tensor("x").shape().sizes();
        return new Meaning.Sequence(IntStream.range(0, sizes.size())
                .<Meaning>mapToObj(i -> new Meaning.Whole(sizes.get(i)))
                .toList());
    }
}
