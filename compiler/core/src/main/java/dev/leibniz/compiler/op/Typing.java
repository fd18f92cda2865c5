package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Value;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What operations ask of their operands. User programs are checked before; a rule or pass that breaks these is faulty. */
final class Typing {
    private Typing() {}

    /** The element type that all operands have, one of those allowed. */
    static DType common(List<Value> operands, DType... allowed) {
        DType dtype = operands.get(0).type().dtype();
        for (Value operand : operands) {
            if (operand.type().dtype() != dtype) {
                throw new IllegalArgumentException(
                        "mixed element types: " + operands.get(0).type() + " and " + operand.type());
            }
        }
        if (!Arrays.asList(allowed).contains(dtype)) {
            throw new IllegalArgumentException(
                    operands.get(0).type() + " where " + Arrays.toString(allowed) + " is needed");
        }
        return dtype;
    }

    /** The element type of an operand, one of those allowed. */
    static DType of(Value operand, DType... allowed) {
        return common(List.of(operand), allowed);
    }

    /** Checks that axes exist, ascend and do not repeat. */
    static void axes(List<Integer> axes, Shape shape) {
        boolean ascending = IntStream.range(1, axes.size()).allMatch(i -> axes.get(i - 1) < axes.get(i));
        if (!ascending || axes.stream().anyMatch(axis -> axis < 0 || axis >= shape.rank())) {
            throw new IllegalArgumentException("axes " + axes + " of " + shape);
        }
    }
}
