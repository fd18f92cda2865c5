package dev.leibniz.compiler.op;

import static dev.leibniz.compiler.op.Operand.any;
import static dev.leibniz.compiler.op.Operand.apart;
import static dev.leibniz.compiler.op.Operand.positive;
import static dev.leibniz.compiler.op.OperationTable.N;
import static dev.leibniz.compiler.op.OperationTable.T;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import java.util.List;

/** Arithmetic of two operands, broadcasting in every way, and what is defined for ints too. */
final class ArithmeticCases {
    private static final Size THREE = Size.of(3);

    private ArithmeticCases() {}

    static final List<OperationCase> ALL = List.of(
            floats("a + b", Add.class, any(N, THREE), any(N, THREE), Builder::add, Shape.of(N, THREE), (a, b) -> a + b),
            floats("a + row", Add.class, any(N, THREE), any(THREE), Builder::add, Shape.of(N, THREE), (a, b) -> a + b),
            floats("scalar + a", Add.class, any(), any(N, T), Builder::add, Shape.of(N, T), (a, b) -> a + b),
            floats("column + row", Add.class, any(N, Size.ONE), any(T), Builder::add, Shape.of(N, T), (a, b) -> a + b),
            ints("int a + b", Add.class, Builder::add, (a, b) -> a + b),
            floats("a - b", Subtract.class, any(N), any(N), Builder::subtract, Shape.of(N), (a, b) -> a - b),
            floats(
                    "row - column",
                    Subtract.class,
                    any(T),
                    any(N, Size.ONE),
                    Builder::subtract,
                    Shape.of(N, T),
                    (a, b) -> a - b),
            ints("int a - b", Subtract.class, Builder::subtract, (a, b) -> a - b),
            floats("a * b", Multiply.class, any(N, T), any(N, T), Builder::multiply, Shape.of(N, T), (a, b) -> a * b),
            floats(
                    "column * row",
                    Multiply.class,
                    any(N, Size.ONE),
                    any(Size.ONE, T),
                    Builder::multiply,
                    Shape.of(N, T),
                    (a, b) -> a * b),
            ints("int a * b", Multiply.class, Builder::multiply, (a, b) -> a * b),
            square(),
            floats("a / b", Divide.class, any(N, T), apart(N, T), Builder::divide, Shape.of(N, T), (a, b) -> a / b),
            floats(
                    "a / column",
                    Divide.class,
                    any(N, T),
                    apart(N, Size.ONE),
                    Builder::divide,
                    Shape.of(N, T),
                    (a, b) -> a / b),
            floats(
                    "a ^ b",
                    Power.class,
                    positive(N, T),
                    any(T),
                    Builder::power,
                    Shape.of(N, T),
                    (a, b) -> Math.exp(b * Math.log(a))),
            cube(),
            floats(
                    "min(a, b)",
                    Minimum.class,
                    any(N, T),
                    any(T),
                    Builder::minimum,
                    Shape.of(N, T),
                    (a, b) -> a < b ? a : b),
            ints("int min(a, b)", Minimum.class, Builder::minimum, (a, b) -> a < b ? a : b),
            floats(
                    "max(a, b)",
                    Maximum.class,
                    any(N, T),
                    any(N, Size.ONE),
                    Builder::maximum,
                    Shape.of(N, T),
                    (a, b) -> a > b ? a : b),
            ints("int max(a, b)", Maximum.class, Builder::maximum, (a, b) -> a > b ? a : b));

    /** Arithmetic of two numbers. */
    private interface Arithmetic {
        double of(double a, double b);
    }

    /** Makes an operation of two values. */
    private interface Make {
        Value on(Builder g, Value a, Value b);
    }

    private static OperationCase floats(
            String name,
            Class<? extends Operation> operation,
            Operand a,
            Operand b,
            Make make,
            Shape shape,
            Arithmetic formula) {
        return new OperationCase(
                name,
                operation,
                List.of(a, b),
                (g, x) -> make.on(g, x.get(0), x.get(1)),
                TensorType.floats(shape),
                (x, i) -> formula.of(x.of(0, i), x.of(1, i)));
    }

    private static OperationCase ints(
            String name, Class<? extends Operation> operation, Make make, Arithmetic formula) {
        return new OperationCase(
                name,
                operation,
                List.of(Operand.ints(N, T), Operand.ints(T)),
                (g, x) -> make.on(g, x.get(0), x.get(1)),
                new TensorType(DType.INT, Shape.of(N, T)),
                (x, i) -> formula.of(x.of(0, i), x.of(1, i)));
    }

    private static OperationCase square() {
        return new OperationCase(
                "x * x",
                Multiply.class,
                List.of(any(N, T)),
                (g, x) -> g.multiply(x.get(0), x.get(0)),
                TensorType.floats(Shape.of(N, T)),
                (x, i) -> Math.pow(x.of(0, i), 2));
    }

    private static OperationCase cube() {
        return new OperationCase(
                "x ^ 3",
                Power.class,
                List.of(apart(N, T)),
                (g, x) -> g.power(x.get(0), g.constant(3)),
                TensorType.floats(Shape.of(N, T)),
                (x, i) -> x.of(0, i) * x.of(0, i) * x.of(0, i));
    }
}
