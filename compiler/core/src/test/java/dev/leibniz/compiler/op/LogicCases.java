package dev.leibniz.compiler.op;

import static dev.leibniz.compiler.op.Operand.any;
import static dev.leibniz.compiler.op.Operand.bools;
import static dev.leibniz.compiler.op.Operand.ids;
import static dev.leibniz.compiler.op.Operand.ints;
import static dev.leibniz.compiler.op.OperationTable.N;
import static dev.leibniz.compiler.op.OperationTable.T;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import java.util.List;

/** Comparison, logic, choice and conversion. */
final class LogicCases {
    private LogicCases() {}

    static final List<OperationCase> ALL = List.of(
            compare(Relation.EQUAL, ids(3, N, T), ids(3, T), (a, b) -> a == b),
            compare(Relation.EQUAL, bools(N, T), bools(T), (a, b) -> a == b),
            compare(Relation.NOT_EQUAL, ids(3, N, T), ids(3, N, Size.ONE), (a, b) -> a != b),
            compare(Relation.NOT_EQUAL, any(N, T), any(T), (a, b) -> a != b),
            compare(Relation.LESS, any(N, T), any(T), (a, b) -> a < b),
            compare(Relation.LESS_EQUAL, ids(3, N, T), ids(3, T), (a, b) -> a <= b),
            compare(Relation.GREATER, any(N, T), any(), (a, b) -> a > b),
            compare(Relation.GREATER_EQUAL, ids(3, N, T), ids(3, N, T), (a, b) -> a >= b),
            logic("p && q", And.class, (g, x) -> g.and(x.get(0), x.get(1)), (p, q) -> p && q),
            logic("p || q", Or.class, (g, x) -> g.or(x.get(0), x.get(1)), (p, q) -> p || q),
            logic("!p", Not.class, (g, x) -> g.not(x.get(0)), (p, q) -> !p),
            select("p ? a : b", bools(N, T), any(N, T), any(N, T)),
            select("p ? scalar : row", bools(N, Size.ONE), any(), any(T)),
            select("int p ? a : b", bools(N, T), ints(N, T), ints(T)),
            select("bool p ? a : b", bools(T), bools(N, T), bools(N, Size.ONE)),
            convert(DType.FLOAT, ints(N, T)),
            convert(DType.FLOAT, bools(N, T)),
            convert(DType.INT, bools(N, T)),
            new OperationCase(
                    "true",
                    Constant.class,
                    List.of(),
                    (g, x) -> g.boolConstant(true),
                    TensorType.bools(Shape.SCALAR),
                    (x, i) -> 1));

    private interface Predicate {
        boolean of(double a, double b);
    }

    private interface Connective {
        boolean of(boolean p, boolean q);
    }

    private static OperationCase compare(Relation relation, Operand a, Operand b, Predicate formula) {
        return new OperationCase(
                a.type().dtype().spelling() + " a " + relation.symbol() + " b",
                Compare.class,
                List.of(a, b),
                (g, x) -> g.compare(relation, x.get(0), x.get(1)),
                TensorType.bools(Shape.of(N, T)),
                (x, i) -> formula.of(x.of(0, i), x.of(1, i)) ? 1 : 0);
    }

    private static OperationCase logic(
            String name, Class<? extends Operation> operation, OperationCase.Make make, Connective formula) {
        return new OperationCase(
                name,
                operation,
                List.of(bools(N, T), bools(N, T)),
                make,
                TensorType.bools(Shape.of(N, T)),
                (x, i) -> formula.of(x.of(0, i) == 1, x.of(1, i) == 1) ? 1 : 0);
    }

    private static OperationCase select(String name, Operand condition, Operand a, Operand b) {
        return new OperationCase(
                name,
                Select.class,
                List.of(condition, a, b),
                (g, x) -> g.select(x.get(0), x.get(1), x.get(2)),
                new TensorType(a.type().dtype(), Shape.of(N, T)),
                (x, i) -> x.of(x.of(0, i) == 1 ? 1 : 2, i));
    }

    private static OperationCase convert(DType dtype, Operand operand) {
        return new OperationCase(
                dtype.spelling() + " of " + operand.type().dtype().spelling(),
                Convert.class,
                List.of(operand),
                (g, x) -> dtype == DType.FLOAT ? g.toFloat(x.get(0)) : g.toInt(x.get(0)),
                new TensorType(dtype, Shape.of(N, T)),
                (x, i) -> x.of(0, i));
    }
}
