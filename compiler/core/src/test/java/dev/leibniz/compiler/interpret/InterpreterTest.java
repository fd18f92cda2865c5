package dev.leibniz.compiler.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Evaluation;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Notation;
import dev.leibniz.compiler.op.Operation;
import dev.leibniz.compiler.source.CompilerBug;
import dev.leibniz.compiler.source.Span;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reference evaluation: what is kept, what is forgotten, and how faults of ours are told. */
final class InterpreterTest {
    private static final Size N = Size.symbol("N");

    private final Graph graph = new Graph();
    private final Builder g = new Builder(graph, Span.none());

    private Value input(DType dtype, Size... shape) {
        return g.leaf(Leaf.Kind.INPUT, "x", new TensorType(dtype, Shape.of(shape)));
    }

    private List<Tensor> evaluate(Map<String, Long> sizes, Value x, Tensor tensor, Value... roots) {
        return new Interpreter(sizes, Map.of((Leaf) x.op(), tensor)).evaluate(graph, List.of(roots));
    }

    @Test
    void rootsThatOthersUseAndRepeatedRootsAreKept() {
        Value x = input(DType.FLOAT);
        Value square = g.multiply(x, x);
        Value fourth = g.multiply(square, square);

        assertThat(evaluate(Map.of(), x, Tensor.scalar(3), square, fourth, square))
                .extracting(tensor -> tensor.data()[0])
                .containsExactly(9.0, 81.0, 9.0);
    }

    @Test
    void longChainsAreNoDeepRecursion() {
        Value x = input(DType.FLOAT);
        Value y = x;
        for (int i = 0; i < 50_000; i++) {
            y = g.add(y, x);
        }

        assertThat(evaluate(Map.of(), x, Tensor.scalar(1), y).get(0)).isEqualTo(Tensor.scalar(50_001));
    }

    @Test
    void tensorsAreForgottenAfterTheirLastUse() {
        Value x = input(DType.FLOAT);
        List<WeakReference<Tensor>> earlier = new ArrayList<>();
        Value y = x;
        for (int i = 0; i < 5; i++) {
            y = g.add(new Witness(y, i, earlier));
        }

        evaluate(Map.of(), x, Tensor.scalar(1), y);

        assertThat(earlier).hasSize(5);
    }

    /** Adds one, and sees to it that of the results before only its operand's is alive. */
    private record Witness(Value x, int turn, List<WeakReference<Tensor>> earlier) implements Operation {
        @Override
        public List<Value> operands() {
            return List.of(x);
        }

        @Override
        public Witness withOperands(List<Value> operands) {
            return new Witness(operands.get(0), turn, earlier);
        }

        @Override
        public TensorType infer() {
            return x.type();
        }

        @Override
        public Tensor evaluate(List<Tensor> operands, Evaluation at) {
            System.gc();
            for (int k = 0; k < turn - 1; k++) {
                assertThat(earlier.get(k).get())
                        .as("result %d in turn %d", k, turn)
                        .isNull();
            }
            Tensor result = Tensor.scalar(operands.get(0).data()[0] + 1);
            earlier.add(new WeakReference<>(result));
            return result;
        }

        @Override
        public Notation notation(List<Notation> operands) {
            return operands.get(0);
        }
    }

    @Test
    void freeSizesAreBound() {
        Value x = input(DType.FLOAT, N, Size.of(2));

        assertThat(evaluate(Map.of("N", 3L), x, Tensor.filled(1, 3, 2), g.sumAll(x))
                        .get(0))
                .isEqualTo(Tensor.scalar(6));
    }

    @Test
    void anUnboundSizeIsAFaultOfOurs() {
        assertThatExceptionOfType(CompilerBug.class)
                .isThrownBy(() -> new Interpreter(Map.of(), Map.of()).evaluate(graph, List.of(g.range(N))))
                .withMessageContaining("size N is not bound");
    }

    @Test
    void aLeafWithoutNumbersIsAFaultOfOurs() {
        Value x = input(DType.FLOAT);

        assertThatExceptionOfType(CompilerBug.class)
                .isThrownBy(() -> new Interpreter(Map.of(), Map.of()).evaluate(graph, List.of(g.exp(x))))
                .withMessageContaining("leaf x has no value");
    }

    @Test
    void numbersOfAnotherShapeAreAFaultOfOurs() {
        Value x = input(DType.FLOAT, N);

        assertThatExceptionOfType(CompilerBug.class)
                .isThrownBy(() -> evaluate(Map.of("N", 3L), x, Tensor.zeros(2), x))
                .withMessageContaining("has shape [2]");
    }

    @Test
    void aRowThatIsNotInTheTableIsAFaultOfOurs() {
        Value ids = input(DType.INT, N);
        Value table = g.broadcast(g.one(), Shape.of(4, 2));
        Value rows = g.gather(table, ids);
        Value back = g.scatterAdd(g.broadcast(g.one(), Shape.of(N, Size.of(2))), ids, Size.of(4));

        for (Value value : List.of(rows, back)) {
            for (double id : new double[] {-1, 4}) {
                assertThatExceptionOfType(CompilerBug.class)
                        .isThrownBy(() -> evaluate(Map.of("N", 1L), ids, Tensor.filled(id, 1), value))
                        .withMessageContaining("row " + (int) id + " of a table [4, 2]");
            }
        }
    }

    @Test
    void aSliceOutsideOfItsOperandIsAFaultOfOurs() {
        Value x = input(DType.FLOAT, N);
        Value slice = g.slice(x, 0, Size.of(2), Size.of(2), 1);

        assertThatExceptionOfType(CompilerBug.class)
                .isThrownBy(() -> evaluate(Map.of("N", 3L), x, Tensor.zeros(3), slice))
                .withMessageContaining("cannot evaluate");
    }
}
