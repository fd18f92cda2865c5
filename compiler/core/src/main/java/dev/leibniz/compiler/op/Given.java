package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import java.util.List;

/**
 * What a turn of a loop is given: the value of a carry as the turn begins, or something from outside that no turn changes.
 *
 * @param loop tells loops apart while a network is elaborated; 0 in a body
 * @param position which operand of the {@link Scan} it begins as, or is
 */
public record Given(int loop, int position, TensorType type) implements Operation {
    @Override
    public List<Value> operands() {
        return List.of();
    }

    @Override
    public Given withOperands(List<Value> operands) {
        return this;
    }

    // -- type

    @Override
    public TensorType infer() {
        return type;
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        return at.given(position);
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.atom("given" + position);
    }
}
