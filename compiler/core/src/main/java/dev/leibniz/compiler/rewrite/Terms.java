package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Broadcast;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Convert;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Multiply;
import dev.leibniz.compiler.op.Power;
import dev.leibniz.compiler.op.Reshape;
import dev.leibniz.compiler.op.SizeOf;
import dev.leibniz.compiler.op.Sqrt;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What rules ask of values. */
final class Terms {
    private Terms() {}

    // -- constants

    /** The number, if the value is a constant. */
    static OptionalDouble constant(Value v) {
        return v.op() instanceof Constant constant ? OptionalDouble.of(constant.value()) : OptionalDouble.empty();
    }

    /** Whether the value is the constant {@code number}; +0.0 and −0.0 are two. */
    static boolean is(Value v, double number) {
        return v.op() instanceof Constant constant && Double.compare(constant.value(), number) == 0;
    }

    /** Whether all elements of the value are that constant. */
    static boolean isUniform(Value v, double number) {
        Value uniform = v;
        while (uniform.op() instanceof Reshape || uniform.op() instanceof Broadcast) {
            uniform = uniform.op().operands().get(0);
        }
        return is(uniform, number);
    }

    /** Whether the value is the constant zero of either sign. */
    static boolean isZero(Value v) {
        return v.op() instanceof Constant constant && constant.value() == 0;
    }

    /** Whether the value is one number that is neither huge nor tiny, so that factors of it hardly bring others nearer to overflow or underflow: a constant or a size. */
    static boolean isModest(Value v) {
        if (v.op() instanceof Constant constant) {
            return Math.abs(constant.value()) >= 0x1p-30 && Math.abs(constant.value()) <= 0x1p30;
        }
        boolean composed = v.op() instanceof Multiply
                || v.op() instanceof Divide
                || v.op() instanceof Sqrt
                || v.op() instanceof Convert
                || v.op() instanceof Reshape
                || v.op() instanceof Broadcast;
        return v.op() instanceof SizeOf
                || composed && v.op().operands().stream().allMatch(Terms::isModest);
    }

    /** Whether the value has one element, whatever its rank. */
    static boolean isSingle(Value v) {
        return v.shape().elements().isOne();
    }

    // -- products

    /** The base, if the value is x·x or x². */
    static Optional<Value> square(Value v) {
        if (v.op() instanceof Multiply product && product.a() == product.b()) {
            return Optional.of(product.a());
        }
        return v.op() instanceof Power power && is(power.b(), 2) ? Optional.of(power.a()) : Optional.empty();
    }

    // -- shapes

    /** Whether both shapes are the same but for axes of size 1. */
    static boolean sameButUnits(Shape a, Shape b) {
        return proper(a).equals(proper(b));
    }

    /** Whether both shapes are the same but for leading axes of size 1, so that either broadcasts as the other does. */
    static boolean sameButLeadingUnits(Shape a, Shape b) {
        return withoutLeadingUnits(a).equals(withoutLeadingUnits(b));
    }

    /** The reshaped value, if the value is a reshape that only adds or drops axes of size 1. */
    static Optional<Reshape> unitReshape(Value v) {
        return v.op() instanceof Reshape reshape && sameButUnits(reshape.x().shape(), v.shape())
                ? Optional.of(reshape)
                : Optional.empty();
    }

    /** Whether the value does not change along these axes of a tensor of that rank to which it broadcasts. */
    static boolean isConstantAlong(Value v, List<Integer> axes, int rank) {
        int shift = rank - v.shape().rank();
        return shift >= 0
                && axes.stream()
                        .allMatch(axis ->
                                axis < shift || v.shape().get(axis - shift).isOne());
    }

    /** Whether the value does not change along the innermost axis, of size other than 1, of a tensor of this shape. */
    static boolean isNarrow(Value v, Shape shape) {
        int axis = shape.rank() - 1;
        while (axis >= 0 && shape.get(axis).isOne()) {
            axis--;
        }
        return axis >= 0 && isConstantAlong(v, List.of(axis), shape.rank());
    }

    private static List<Size> proper(Shape shape) {
        return shape.sizes().stream().filter(size -> !size.isOne()).toList();
    }

    private static List<Size> withoutLeadingUnits(Shape shape) {
        return shape.sizes().stream().dropWhile(Size::isOne).toList();
    }
}
