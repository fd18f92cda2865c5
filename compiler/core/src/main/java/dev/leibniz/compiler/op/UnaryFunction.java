package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The family of float functions of one element. A member says what it is called and its derivative; the chain rule is the family's. */
interface UnaryFunction extends Elementwise {
    Value x();

    Function function();

    /** dy/dx as a value, preferably written with y. */
    Value derivative(Value y, Builder g);

    @Override
    default List<Value> operands() {
        return List.of(x());
    }

    @Override
    default DType dtype() {
        return Typing.common(operands(), DType.FLOAT);
    }

    @Override
    default Scalar scalar(List<Scalar> operands) {
        return new Scalar.Apply(function(), operands);
    }

    /** x̄ = ȳ·f′(x). */
    @Override
    default void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(x(), g.multiply(yBar, derivative(y, g)));
    }

    /** ẏ = f′(x)·ẋ. */
    @Override
    default Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return tangents.of(x()).map(tangent -> g.multiply(tangent, derivative(y, g)));
    }

    @Override
    default Notation notation(List<Notation> operands) {
        return Notation.call(function().name().toLowerCase(Locale.ROOT), operands.get(0));
    }
}
