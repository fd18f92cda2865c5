package dev.leibniz.compiler.op;

import static dev.leibniz.compiler.op.Operand.any;
import static dev.leibniz.compiler.op.Operand.apart;
import static dev.leibniz.compiler.op.Operand.ints;
import static dev.leibniz.compiler.op.Operand.negative;
import static dev.leibniz.compiler.op.Operand.positive;
import static dev.leibniz.compiler.op.OperationTable.N;
import static dev.leibniz.compiler.op.OperationTable.T;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;

/** Functions of one number. */
final class FunctionCases {
    private FunctionCases() {}

    static final List<OperationCase> ALL = List.of(
            of("-x", Negate.class, any(N, T), Builder::negate, x -> 0 - x),
            of("int -x", Negate.class, ints(N, T), Builder::negate, x -> x == 0 ? -0.0 : 0 - x),
            of("abs(x)", Abs.class, apart(N, T), Builder::abs, x -> x < 0 ? 0 - x : x),
            of("int abs(x)", Abs.class, ints(N, T), Builder::abs, x -> x < 0 ? 0 - x : x),
            of("sign(x)", Sign.class, apart(N, T), Builder::sign, x -> x < 0 ? -1 : 1),
            of("floor(x)", Floor.class, any(N, T), Builder::floor, x -> x - ((x % 1) + 1) % 1),
            of(
                    "round(x)",
                    Round.class,
                    any(N, T),
                    Builder::round,
                    x -> Math.copySign(Math.floor(Math.abs(x) + 0.5), x)),
            of("exp(x)", Exp.class, any(N, T), Builder::exp, x -> Math.pow(Math.E, x)),
            of("log(x)", Log.class, positive(N, T), Builder::log, x -> Math.log10(x) * Math.log(10)),
            of("log1p(x)", Log1p.class, positive(N, T), Builder::log1p, x -> Math.log(1 + x)),
            of("expm1(x)", Expm1.class, any(N, T), Builder::expm1, x -> Math.exp(x) - 1),
            of("sqrt(x)", Sqrt.class, positive(N, T), Builder::sqrt, x -> Math.exp(Math.log(x) / 2)),
            of(
                    "sin(x)",
                    Sin.class,
                    any(N, T),
                    Builder::sin,
                    x -> 2 * Math.tan(x / 2) / (1 + Math.pow(Math.tan(x / 2), 2))),
            of("cos(x)", Cos.class, any(N, T), Builder::cos, x -> 1 - 2 * Math.pow(Math.sin(x / 2), 2)),
            of("tanh(x)", Tanh.class, any(N, T), Builder::tanh, x -> 1 - 2 / (Math.exp(2 * x) + 1)),
            of("sigmoid(x)", Sigmoid.class, any(N, T), Builder::sigmoid, x -> 1 / (1 + Math.exp(-x))),
            of("erf(x)", Erf.class, any(N, T), Builder::erf, FunctionCases::erf),
            of("softplus(x)", Softplus.class, apart(N, T), Builder::softplus, x -> Math.log(1 + Math.exp(x))),
            of("log1mexp(x)", Log1mExp.class, negative(N, T), Builder::log1mexp, x -> Math.log(1 - Math.exp(x))),
            of("stop_gradient(x)", StopGradient.class, any(N, T), Builder::stopGradient, x -> x),
            of("pin(x)", Pin.class, any(N, T), (g, x) -> g.add(new Pin(x, 0)), x -> x),
            of("int pin(x)", Pin.class, ints(N, T), (g, x) -> g.add(new Pin(x, 0)), x -> x));

    private static OperationCase of(
            String name,
            Class<? extends Operation> operation,
            Operand operand,
            BiFunction<Builder, Value, Value> make,
            DoubleUnaryOperator formula) {
        return new OperationCase(
                name,
                operation,
                List.of(operand),
                (g, x) -> make.apply(g, x.get(0)),
                new TensorType(operand.type().dtype(), Shape.of(N, T)),
                (x, i) -> formula.applyAsDouble(x.of(0, i)));
    }

    /** 2/√π·Σ (−1)ⁿ x²ⁿ⁺¹/(n!·(2n + 1)), the Maclaurin series. */
    private static double erf(double x) {
        double sum = 0;
        double term = x;
        for (int n = 0; n < 100; n++) {
            sum += term / (2 * n + 1);
            term *= -x * x / (n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * sum;
    }
}
