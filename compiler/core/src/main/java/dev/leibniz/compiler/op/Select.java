package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;
import java.util.Optional;

/** Choice y = condition ? a : b, element by element. */
public record Select(Value condition, Value a, Value b) implements Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(condition, a, b);
    }

    @Override
    public Select withOperands(List<Value> operands) {
        return new Select(operands.get(0), operands.get(1), operands.get(2));
    }

    @Override
    public DType dtype() {
        Typing.of(condition, DType.BOOL);
        return Typing.common(List.of(a, b), DType.values());
    }

    @Override
    public double apply(double... operands) {
        return operands[0] != 0 ? operands[1] : operands[2];
    }

    @Override
    public Scalar scalar(List<Scalar> operands) {
        return new Scalar.Choose(operands.get(0), operands.get(1), operands.get(2));
    }

    /** ā = condition ? ȳ : 0, b̄ = condition ? 0 : ȳ: what was not chosen gets a zero that no NaN reaches. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(a, g.select(condition, yBar, g.zero()));
        adjoints.add(b, g.select(condition, g.zero(), yBar));
    }

    /** ẏ = condition ? ȧ : ḃ. */
    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        Optional<Value> first = tangents.of(a);
        Optional<Value> second = tangents.of(b);
        return first.isEmpty() && second.isEmpty()
                ? Optional.empty()
                : Optional.of(g.select(condition, first.orElseGet(g::zero), second.orElseGet(g::zero)));
    }

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.choice(operands.get(0), operands.get(1), operands.get(2));
    }
}
