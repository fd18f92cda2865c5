package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.kernel.Index;
import java.util.ArrayList;
import java.util.List;

/** Where the elements of a broadcast operand are: trailing axes aligned, axes of size 1 stood still on. */
final class Broadcasting {
    private Broadcasting() {}

    /** The operand's strides along the result's axes, 0 where it is repeated. */
    static int[] strides(Tensor operand, int rank) {
        int[] own = operand.strides();
        int[] strides = new int[rank];
        int shift = rank - operand.rank();
        for (int axis = 0; axis < operand.rank(); axis++) {
            strides[shift + axis] = operand.shape()[axis] == 1 ? 0 : own[axis];
        }
        return strides;
    }

    static int flat(int[] position, int[] strides) {
        int flat = 0;
        for (int axis = 0; axis < position.length; axis++) {
            flat += position[axis] * strides[axis];
        }
        return flat;
    }

    /** The next position in row-major order. */
    static void advance(int[] position, int[] shape) {
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            if (++position[axis] < shape[axis]) {
                return;
            }
            position[axis] = 0;
        }
    }

    /** The operand's indices for the result's indices. */
    static List<Index> indices(List<Index> result, Shape operand) {
        List<Index> indices = new ArrayList<>();
        int shift = result.size() - operand.rank();
        for (int axis = 0; axis < operand.rank(); axis++) {
            indices.add(operand.get(axis).isOne() ? Index.ZERO : result.get(shift + axis));
        }
        return indices;
    }
}
