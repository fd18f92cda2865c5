package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import java.util.ArrayList;
import java.util.List;

/** Operands of contractions, made to fit other labels. */
final class Labels {
    private Labels() {}

    /** The value without its axes of size 1. */
    static Value withoutUnits(Value x, Builder g) {
        List<Size> proper =
                x.shape().sizes().stream().filter(size -> !size.isOne()).toList();
        return g.reshape(x, new Shape(proper));
    }

    /** The value with its axes in the order of {@code out}, with size 1 where it has no such label. */
    static Value arranged(Value x, String labels, String out, Builder g) {
        List<Integer> order = new ArrayList<>();
        List<Size> sizes = new ArrayList<>();
        for (char c : out.toCharArray()) {
            int axis = labels.indexOf(c);
            if (axis >= 0) {
                order.add(axis);
            }
            sizes.add(axis >= 0 ? x.shape().get(axis) : Size.ONE);
        }
        return g.reshape(g.permute(x, order), new Shape(sizes));
    }
}
