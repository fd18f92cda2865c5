package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Built-in operations that make tensors from several, from parts, or from nothing. */
final class AssemblyBuiltins {
    private static final long MOST_PARTS = 10_000;

    private AssemblyBuiltins() {}

    static final List<Builtin> ALL = List.of(
            Builtin.of("concat", AssemblyBuiltins::concat, "parts").optionally("axis"),
            Builtin.of("stack", AssemblyBuiltins::stack, "parts").optionally("axis"),
            Builtin.of("split", AssemblyBuiltins::split, "x", "parts").optionally("axis"),
            Builtin.of("one_hot", AssemblyBuiltins::oneHot, "ids", "count"),
            Builtin.of("range", call -> new Meaning.Tensor(call.g().range(count(call, "count"))), "count"),
            Builtin.of("zeros", call -> filled(call, Initialiser.Kind.ZEROS, 0)).optionally("shape"),
            Builtin.of("ones", call -> filled(call, Initialiser.Kind.ONES, 1)).optionally("shape"),
            Builtin.of("full", AssemblyBuiltins::full, "shape", "value"),
            Builtin.of("einsum", AssemblyBuiltins::einsum, "specification").andMore());

    private static Meaning concat(Call call) {
        List<Operand> parts = call.items(call.operand("parts"), "a list of tensors");
        List<Value> values = tensors(call, parts);
        int rank = values.get(0).shape().rank();
        int axis = call.axis("axis", 0, parts.get(0), rank);
        for (int i = 1; i < values.size(); i++) {
            Shape shape = values.get(i).shape();
            boolean fits = shape.rank() == rank
                    && shape.without(axis).equals(values.get(0).shape().without(axis));
            if (!fits) {
                throw mismatch(call, "concatenate", values, i, "they must agree in every axis but " + axis);
            }
        }
        return new Meaning.Tensor(call.g().concat(values, axis));
    }

    private static Meaning stack(Call call) {
        List<Operand> parts = call.items(call.operand("parts"), "a list of tensors");
        List<Value> values = tensors(call, parts);
        Shape shape = values.get(0).shape();
        int axis = call.axis("axis", 0, parts.get(0), shape.rank() + 1);
        List<Value> expanded = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).shape().equals(shape)) {
                throw mismatch(call, "stack", values, i, "they must have one shape");
            }
            expanded.add(call.g().reshape(values.get(i), call.limited(shape.insert(axis, Size.ONE))));
        }
        return new Meaning.Tensor(call.g().concat(expanded, axis));
    }

    /** The items as tensors of one element type: float if any is float or a bool stands beside an int. */
    private static List<Value> tensors(Call call, List<Operand> items) {
        if (items.isEmpty()) {
            throw call.needs("at least one tensor", call.operand("parts"));
        }
        Optional<DType> common = Optional.empty();
        for (Operand item : items) {
            if (!Numbers.isNumeric(item.meaning())) {
                throw call.needs("a list of tensors", item);
            }
            DType dtype = Numbers.dtype(item.meaning());
            common = Optional.of(common.filter(known -> known != dtype).isPresent() ? DType.FLOAT : dtype);
        }
        DType dtype = common.orElseThrow();
        return items.stream()
                .map(item -> Numbers.as(dtype, item.meaning(), call.g()))
                .toList();
    }

    private static Reported mismatch(Call call, String action, List<Value> values, int i, String why) {
        String what = "cannot " + action + " " + values.get(0).type() + " and "
                + values.get(i).type();
        return call.fail(new ShapeProblems.ShapeMismatch(call.at(), what, why, List.of(), List.of()));
    }

    private static Meaning split(Call call) {
        Value x = call.tensor("x");
        int axis = call.axis("axis", -1, call.operand("x"), x.shape().rank());
        Size parts = count(call, "parts");
        if (!parts.isConstant()) {
            throw call.fail(new TypeProblems.NotConstant(
                    call.operand("parts").span(), "the number of parts", call.operand("parts")));
        }
        if (parts.constant() > MOST_PARTS) {
            throw call.fail(new StructureProblems.TooLarge(
                    call.operand("parts").span(), "a number of " + parts + " parts", MOST_PARTS));
        }
        Size whole = x.shape().get(axis);
        Optional<Size> width = whole.dividedBy(parts);
        if (width.isEmpty()) {
            throw call.fail(new ShapeProblems.InexactDivision(call.at(), whole, parts));
        }
        List<Meaning> slices = new ArrayList<>();
        for (long i = 0; i < parts.constant(); i++) {
            Size start = width.get().times(i);
            slices.add(new Meaning.Tensor(call.g().slice(x, axis, start, width.get(), 1)));
        }
        return new Meaning.Sequence(slices);
    }

    private static Size count(Call call, String parameter) {
        Size count = call.size(parameter);
        if (count.isConstant() && count.constant() < 1) {
            throw call.fail(new ShapeProblems.SizeNotPositive(
                    call.operand(parameter).span(), "`" + parameter + "` of `" + call.name() + "`", count));
        }
        return count;
    }

    private static Meaning oneHot(Call call) {
        Value ids = call.tensor("ids");
        if (ids.type().dtype() != DType.INT) {
            throw call.needs("ints", call.operand("ids"));
        }
        return new Meaning.Tensor(call.g().oneHot(ids, count(call, "count")));
    }

    /** {@code zeros([N, 3])} is a tensor, {@code zeros()} a way to fill a parameter. */
    private static Meaning filled(Call call, Initialiser.Kind kind, double value) {
        if (!call.operands().containsKey("shape")) {
            return new Meaning.Filling(kind, List.of());
        }
        Shape shape = call.limited(call.shape("shape"));
        return new Meaning.Tensor(call.g().broadcast(call.g().constant(value), shape));
    }

    private static Meaning full(Call call) {
        Value value = call.tensor("value");
        if (value.shape().rank() > 0) {
            throw call.needs("a scalar as `value`", call.operand("value"));
        }
        return new Meaning.Tensor(call.g().broadcast(value, call.limited(call.shape("shape"))));
    }

    private static Meaning einsum(Call call) {
        Operand specification = call.operand("specification");
        if (!(specification.meaning() instanceof Meaning.Text text)) {
            throw call.needs("a string such as \"ij,jk->ik\"", specification);
        }
        return call.site()
                .rules()
                .contractions()
                .einsum(text.text(), specification.span(), call.rest(), call.at(), call.g());
    }
}
