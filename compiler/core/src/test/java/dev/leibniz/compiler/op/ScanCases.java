package dev.leibniz.compiler.op;

import static dev.leibniz.compiler.op.Operand.any;
import static dev.leibniz.compiler.op.Operand.ids;
import static dev.leibniz.compiler.op.OperationTable.N;
import static dev.leibniz.compiler.op.OperationTable.T;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Loops at run time. */
final class ScanCases {
    private static final Size THREE = Size.of(3);
    private static final Turns FORWARDS = new Turns("t", Size.ZERO, T, false, false);
    private static final Turns BACKWARDS = new Turns("t", Size.ZERO, T, true, false);

    private ScanCases() {}

    static final List<OperationCase> ALL = List.of(
            last("a recurrence", FORWARDS, N, ScanCases::recurrence, (x, i) -> {
                double h = x.of(2, i[0]);
                for (int t = 0; t < x.extent(0, 1); t++) {
                    h = Math.sin(h) * x.of(1, i[0]) + x.of(0, i[0], t);
                }
                return h;
            }),
            last("a recurrence from the end", BACKWARDS, N, ScanCases::recurrence, (x, i) -> {
                double h = x.of(2, i[0]);
                for (int t = x.extent(0, 1) - 1; t >= 0; t--) {
                    h = Math.sin(h) * x.of(1, i[0]) + x.of(0, i[0], t);
                }
                return h;
            }),
            last("the elements of a carry are waited for", FORWARDS, THREE, ScanCases::shifting, (x, i) -> {
                double[] h = {x.of(2, 0), x.of(2, 1), x.of(2, 2)};
                for (int t = 0; t < x.extent(0, 1); t++) {
                    h = new double[] {
                        h[2] * x.of(1, 0) + x.of(0, 0, t),
                        h[1] * x.of(1, 1) + x.of(0, 1, t),
                        h[0] * x.of(1, 2) + x.of(0, 2, t)
                    };
                }
                return h[i[0]];
            }),
            new OperationCase(
                    "scan collects",
                    ScanResult.class,
                    List.of(any(N, T), small(N), any(N)),
                    (g, x) -> g.result(recurrence(g, BACKWARDS, x), 1),
                    TensorType.floats(Shape.of(T, N)),
                    (x, i) -> {
                        double h = x.of(2, i[1]);
                        double before = h;
                        for (int t = x.extent(0, 1) - 1; t >= i[0]; t--) {
                            before = h;
                            h = Math.sin(h) * x.of(1, i[1]) + x.of(0, i[1], t);
                        }
                        return h * before;
                    }),
            new OperationCase(
                    "scan of two carries that change places, over a part of the turns",
                    ScanResult.class,
                    List.of(any(N, T.plus(1)), any(), any(N)),
                    (g, x) -> g.result(
                            scan(
                                    g,
                                    new Turns("t", Size.ONE, T, false, false),
                                    List.of(x.get(1), x.get(1)),
                                    List.of(x.get(0), x.get(2)),
                                    (in, v) -> List.of(
                                            v.get(1),
                                            in.add(
                                                    v.get(0),
                                                    in.sumAll(in.multiply(row(in, v.get(2), "t"), v.get(3)))))),
                            1),
                    TensorType.floats(Shape.SCALAR),
                    (x, i) -> {
                        double a = x.of(1);
                        double b = x.of(1);
                        for (int t = 1; t < x.extent(0, 1); t++) {
                            double sum = 0;
                            for (int n = 0; n < x.extent(0, 0); n++) {
                                sum += x.of(0, n, t) * x.of(2, n);
                            }
                            double next = a + sum;
                            a = b;
                            b = next;
                        }
                        return b;
                    }),
            new OperationCase(
                    "scan without carries",
                    ScanResult.class,
                    List.of(any(N, T), any(N)),
                    (g, x) -> g.result(
                            scan(g, FORWARDS, List.of(), x, (in, v) -> {
                                Value position = in.toFloat(in.add(new SizeOf(FORWARDS.size())));
                                return List.of(in.multiply(in.multiply(row(in, v.get(0), "t"), v.get(1)), position));
                            }),
                            0),
                    TensorType.floats(Shape.of(T, N)),
                    (x, i) -> x.of(0, i[1], i[0]) * x.of(1, i[1]) * i[0]),
            new OperationCase(
                    "scan with an int carry and a look-up",
                    ScanResult.class,
                    List.of(any(THREE, N), ids(3, T), any(N)),
                    (g, x) -> g.result(
                            scan(
                                    g,
                                    FORWARDS,
                                    List.of(g.intConstant(1), x.get(2)),
                                    List.of(x.get(0), x.get(1)),
                                    (in, v) -> {
                                        Value id = in.reshape(
                                                in.slice(v.get(3), 0, FORWARDS.size(), Size.ONE, 1), Shape.SCALAR);
                                        Value picked = in.gather(v.get(2), id);
                                        Value k = in.toFloat(v.get(0));
                                        return List.of(
                                                in.add(v.get(0), id),
                                                in.add(in.multiply(v.get(1), picked), in.multiply(k, picked)));
                                    }),
                            1),
                    TensorType.floats(Shape.of(N)),
                    (x, i) -> {
                        int k = 1;
                        double h = x.of(2, i[0]);
                        for (int t = 0; t < x.extent(1, 0); t++) {
                            int id = (int) x.of(1, t);
                            h = (h + k) * x.of(0, id, i[0]);
                            k += id;
                        }
                        return h;
                    }),
            new OperationCase(
                    "scan within scan",
                    ScanResult.class,
                    List.of(any(N, T), any(N)),
                    (g, x) -> g.result(scan(g, FORWARDS, List.of(x.get(1)), List.of(x.get(0)), ScanCases::nested), 0),
                    TensorType.floats(Shape.of(N)),
                    (x, i) -> {
                        double h = x.of(1, i[0]);
                        for (int t = 0; t < x.extent(0, 1); t++) {
                            double a = h;
                            for (int s = 0; s < 3; s++) {
                                a = Math.tanh(a * x.of(0, i[0], t) + h);
                            }
                            h = a;
                        }
                        return h;
                    }));

    /** Floats between −½ and ½, so that turns do not magnify rounding. */
    private static Operand small(Size... shape) {
        return new Operand(TensorType.floats(Shape.of(shape)), random -> random.nextDouble() - 0.5);
    }

    /** A turn: from what it is given to its results. */
    private interface Turn {
        List<Value> of(Builder in, List<Value> given);
    }

    /** A loop with as many carries as initial values. */
    private static Value scan(Builder g, Turns turns, List<Value> initial, List<Value> outside, Turn turn) {
        List<Value> operands = new ArrayList<>(initial);
        operands.addAll(outside);
        Builder in = new Builder(new Graph(), g.origin());
        List<Value> given = IntStream.range(0, operands.size())
                .mapToObj(k -> in.add(new Given(0, k, operands.get(k).type())))
                .toList();
        return g.scan(new Body(in.graph(), initial.size(), turn.of(in, given)), turns, operands);
    }

    /** x[:, t]. */
    private static Value row(Builder in, Value x, String variable) {
        return in.reshape(
                in.slice(x, 1, Size.turn(variable), Size.ONE, 1), x.shape().without(1));
    }

    /** h = sin(h)·w + x[:, t], with the products of neighbouring h collected. */
    private static Value recurrence(Builder g, Turns turns, List<Value> x) {
        return scan(g, turns, List.of(x.get(2)), List.of(x.get(0), x.get(1)), (in, v) -> {
            Value next = in.add(in.multiply(in.sin(v.get(0)), v.get(2)), row(in, v.get(1), "t"));
            return List.of(next, in.multiply(v.get(0), next));
        });
    }

    /** h = reverse(h)·w + x[:, t]. */
    private static Value shifting(Builder g, Turns turns, List<Value> x) {
        List<Value> operands = List.of(x.get(0), x.get(1));
        return scan(g, turns, List.of(x.get(2)), operands, (in, v) -> {
            Value reversed = in.slice(v.get(0), 0, Size.of(2), THREE, -1);
            return List.of(in.add(in.multiply(reversed, v.get(2)), row(in, v.get(1), "t")));
        });
    }

    private static List<Value> nested(Builder in, List<Value> v) {
        Turns inner = new Turns("s", Size.ZERO, THREE, false, false);
        List<Value> outside = List.of(row(in, v.get(1), "t"), v.get(0));
        Value loop = scan(
                in,
                inner,
                List.of(v.get(0)),
                outside,
                (deep, w) -> List.of(deep.tanh(deep.add(deep.multiply(w.get(0), w.get(1)), w.get(2)))));
        return List.of(in.result(loop, 0));
    }

    private interface Loop {
        Value of(Builder g, Turns turns, List<Value> operands);
    }

    private static OperationCase last(String name, Turns turns, Size n, Loop loop, OperationCase.Formula formula) {
        return new OperationCase(
                "scan: " + name,
                ScanResult.class,
                List.of(any(n, T), small(n), any(n)),
                (g, x) -> g.result(loop.of(g, turns, x), 0),
                TensorType.floats(Shape.of(n)),
                formula);
    }
}
