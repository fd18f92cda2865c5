package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Elementwise;
import dev.leibniz.compiler.op.Pin;
import dev.leibniz.compiler.op.Reshape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code f(reshape(x), y) → f(x, y)} where the reshape only adds or drops leading axes of size 1 and the result keeps its shape (exact). */
final class DropUnitReshape implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Elementwise) || v.op() instanceof Pin) {
            return Optional.empty();
        }
        List<Value> operands = new ArrayList<>(v.op().operands());
        for (int k = 0; k < operands.size(); k++) {
            Value own = operands.get(k);
            if (own.op() instanceof Reshape reshape
                    && Terms.sameButLeadingUnits(reshape.x().shape(), own.shape())
                    && !own.shape().equals(v.shape())) {
                operands.set(k, reshape.x());
                if (shape(operands).equals(Optional.of(v.shape()))) {
                    return Optional.of(g.add(v.op().withOperands(operands)));
                }
                operands.set(k, own);
            }
        }
        return Optional.empty();
    }

    private static Optional<Shape> shape(List<Value> operands) {
        Optional<Shape> shape = Optional.of(Shape.SCALAR);
        for (Value operand : operands) {
            shape = shape.flatMap(s -> Shape.broadcast(s, operand.shape()));
        }
        return shape;
    }
}
