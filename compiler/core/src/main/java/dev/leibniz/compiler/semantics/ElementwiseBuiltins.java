package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Elementwise;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/** Built-in functions of single elements. */
final class ElementwiseBuiltins {
    private ElementwiseBuiltins() {}

    static final List<Builtin> ALL = List.of(
            function("exp", Builder::exp),
            function("log", Builder::log),
            function("log1p", Builder::log1p),
            function("expm1", Builder::expm1),
            function("sqrt", Builder::sqrt),
            function("sign", Builder::sign),
            function("floor", Builder::floor),
            function("round", Builder::round),
            function("sin", Builder::sin),
            function("cos", Builder::cos),
            function("tanh", Builder::tanh),
            function("sigmoid", Builder::sigmoid),
            function("softplus", Builder::softplus),
            function("erf", Builder::erf),
            Builtin.of("abs", ElementwiseBuiltins::abs, "x"),
            Builtin.of("pow", call -> arithmetic(Arithmetic.Kind.POWER, "x", "exponent", call), "x", "exponent"),
            Builtin.of("stop_gradient", ElementwiseBuiltins::stopGradient, "x"));

    /** A float function of one number; of a known number it is known too. */
    private static Builtin function(String name, BiFunction<Builder, Value, Value> operation) {
        return Builtin.of(
                name,
                call -> {
                    OptionalDouble known = Numbers.constant(call.numeric("x"));
                    if (known.isEmpty()) {
                        return new Meaning.Tensor(operation.apply(call.g(), call.floats("x")));
                    }
                    Value value = operation.apply(call.g(), call.g().constant(known.getAsDouble()));
                    return new Meaning.Real(((Elementwise) value.op()).apply(known.getAsDouble()));
                },
                "x");
    }

    private static Meaning abs(Call call) {
        Meaning x = call.numeric("x");
        if (x instanceof Meaning.Whole whole && whole.size().isConstant()) {
            Size size = whole.size();
            return new Meaning.Whole(size.constant() < 0 ? size.times(-1) : size);
        }
        OptionalDouble known = Numbers.constant(x);
        return known.isPresent()
                ? new Meaning.Real(Math.abs(known.getAsDouble()))
                : new Meaning.Tensor(call.g().abs(call.arithmetic("x")));
    }

    private static Meaning stopGradient(Call call) {
        Meaning x = call.numeric("x");
        boolean constant =
                !(x instanceof Meaning.Tensor tensor) || tensor.value().type().dtype() != DType.FLOAT;
        return constant ? x : new Meaning.Tensor(call.g().stopGradient(call.tensor("x")));
    }

    static Meaning arithmetic(Arithmetic.Kind kind, String a, String b, Call call) {
        return call.site().rules().arithmetic().apply(kind, call.operand(a), call.operand(b), call.at(), call.g());
    }
}
