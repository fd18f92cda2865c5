package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.source.CompilerBug;
import java.util.List;
import java.util.Optional;

/** The derivative of the sum of y by x, as yet unexpanded: {@code grad(y, x)}. The differentiation pass replaces it. */
public record Gradient(Value y, Value x) implements Operation {
    @Override
    public List<Value> operands() {
        return List.of(y, x);
    }

    @Override
    public Gradient withOperands(List<Value> operands) {
        return new Gradient(operands.get(0), operands.get(1));
    }

    // -- type

    @Override
    public TensorType infer() {
        return x.type();
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        throw unexpanded();
    }

    // -- derivative

    @Override
    public void vjp(Value result, Value yBar, Builder g, Adjoints adjoints) {
        throw unexpanded();
    }

    @Override
    public Optional<Value> jvp(Value result, Tangents tangents, Builder g) {
        throw unexpanded();
    }

    private static CompilerBug unexpanded() {
        return new CompilerBug("a gradient that was not expanded");
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.call("grad", operands.get(0), operands.get(1));
    }
}
