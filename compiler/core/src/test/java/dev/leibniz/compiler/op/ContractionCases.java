package dev.leibniz.compiler.op;

import static dev.leibniz.compiler.op.Operand.any;
import static dev.leibniz.compiler.op.OperationTable.N;
import static dev.leibniz.compiler.op.OperationTable.T;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Contractions, with the sums that define them written out. */
final class ContractionCases {
    private static final Size THREE = Size.of(3);
    private static final Size FOUR = Size.of(4);

    private ContractionCases() {}

    static final List<OperationCase> ALL = List.of(
            of(
                    "matrix product",
                    List.of(any(N, FOUR), any(FOUR, T)),
                    "nk,kt->nt",
                    Shape.of(N, T),
                    (x, i) -> sum(4, k -> x.of(0, i[0], k) * x.of(1, k, i[1]))),
            of(
                    "product with a transposed matrix",
                    List.of(any(N, FOUR), any(T, FOUR)),
                    "nk,tk->nt",
                    Shape.of(N, T),
                    (x, i) -> sum(4, k -> x.of(0, i[0], k) * x.of(1, i[1], k))),
            of(
                    "product over a free size",
                    List.of(any(N, THREE), any(N, T)),
                    "na,nt->at",
                    Shape.of(THREE, T),
                    (x, i) -> sum(x.extent(0, 0), n -> x.of(0, n, i[0]) * x.of(1, n, i[1]))),
            of(
                    "transposed result",
                    List.of(any(N, FOUR), any(FOUR, T)),
                    "nk,kt->tn",
                    Shape.of(T, N),
                    (x, i) -> sum(4, k -> x.of(0, i[1], k) * x.of(1, k, i[0]))),
            of(
                    "matrix times vector",
                    List.of(any(N, FOUR), any(FOUR)),
                    "nk,k->n",
                    Shape.of(N),
                    (x, i) -> sum(4, k -> x.of(0, i[0], k) * x.of(1, k))),
            of(
                    "dot product",
                    List.of(any(T), any(T)),
                    "t,t->",
                    Shape.SCALAR,
                    (x, i) -> sum(x.extent(0, 0), t -> x.of(0, t) * x.of(1, t))),
            of(
                    "outer product",
                    List.of(any(N), any(T)),
                    "n,t->nt",
                    Shape.of(N, T),
                    (x, i) -> x.of(0, i[0]) * x.of(1, i[1])),
            of(
                    "batches of products",
                    List.of(any(N, T, FOUR), any(N, FOUR, THREE)),
                    "ntk,nka->nta",
                    Shape.of(N, T, THREE),
                    (x, i) -> sum(4, k -> x.of(0, i[0], i[1], k) * x.of(1, i[0], k, i[2]))),
            of(
                    "rows with a matrix",
                    List.of(any(N, T, FOUR), any(FOUR, THREE)),
                    "ntk,ka->nta",
                    Shape.of(N, T, THREE),
                    (x, i) -> sum(4, k -> x.of(0, i[0], i[1], k) * x.of(1, k, i[2]))),
            of(
                    "row dots",
                    List.of(any(N, T), any(N, T)),
                    "nt,nt->n",
                    Shape.of(N),
                    (x, i) -> sum(x.extent(0, 1), t -> x.of(0, i[0], t) * x.of(1, i[0], t))),
            of(
                    "a sum over one operand alone",
                    List.of(any(N, T), any(THREE)),
                    "nt,a->a",
                    Shape.of(THREE),
                    (x, i) -> sum(x.extent(0, 0), n -> sum(x.extent(0, 1), t -> x.of(0, n, t) * x.of(1, i[0])))),
            of(
                    "three operands",
                    List.of(any(N, FOUR), any(FOUR, THREE), any(N, THREE)),
                    "nk,ka,na->n",
                    Shape.of(N),
                    (x, i) -> sum(4, k -> sum(3, a -> x.of(0, i[0], k) * x.of(1, k, a) * x.of(2, i[0], a)))),
            new OperationCase(
                    "one value twice",
                    Contract.class,
                    List.of(any(N, T)),
                    (g, x) -> g.contract(List.of(x.get(0), x.get(0)), List.of("nt", "mt"), "nm"),
                    TensorType.floats(Shape.of(N, N)),
                    (x, i) -> sum(x.extent(0, 1), t -> x.of(0, i[0], t) * x.of(0, i[1], t))));

    private static OperationCase of(
            String name, List<Operand> operands, String equation, Shape shape, OperationCase.Formula formula) {
        String[] sides = equation.split("->", -1);
        return new OperationCase(
                name + " " + equation,
                Contract.class,
                operands,
                (g, x) -> g.contract(x, List.of(sides[0].split(",")), sides[1]),
                TensorType.floats(shape),
                formula);
    }

    private static double sum(int count, IntToDoubleFunction term) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += term.applyAsDouble(k);
        }
        return sum;
    }
}
