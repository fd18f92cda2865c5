package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * One use of an operation: on what operands, and what must come out.
 *
 * @param operation the class of the operation that {@code make} makes last
 * @param type the type that must be inferred
 * @param formula the elements that must come out, written independently of the operation
 */
public record OperationCase(
        String name,
        Class<? extends Operation> operation,
        List<Operand> operands,
        Make make,
        TensorType type,
        Formula formula) {
    /** Makes the operation's value. */
    public interface Make {
        Value on(Builder g, List<Value> operands);
    }

    /** The element of the result at an index. */
    public interface Formula {
        double at(Numbers x, int... index);
    }

    /** The operands as leaves of the builder's graph. */
    public List<Value> leaves(Builder g) {
        List<Value> leaves = new ArrayList<>();
        for (Operand operand : operands) {
            leaves.add(g.leaf(Leaf.Kind.INPUT, "x" + leaves.size(), operand.type()));
        }
        return leaves;
    }

    /** Random operands for these free sizes. */
    public Numbers numbers(Map<String, Long> sizes, RandomGenerator random) {
        Numbers none = new Numbers(List.of(), sizes);
        return new Numbers(
                operands.stream()
                        .map(operand -> operand.tensor(none.shape(operand.type().shape()), random))
                        .toList(),
                sizes);
    }

    /** What must come out for these numbers. */
    public Tensor expected(Numbers numbers) {
        Tensor expected = Tensor.zeros(numbers.shape(shape()));
        int[] index = new int[expected.rank()];
        for (int i = 0; i < expected.size(); i++) {
            int rest = i;
            for (int axis = index.length - 1; axis >= 0; axis--) {
                index[axis] = rest % expected.shape()[axis];
                rest /= expected.shape()[axis];
            }
            expected.data()[i] = formula.at(numbers, index);
        }
        return expected;
    }

    public Shape shape() {
        return type.shape();
    }

    @Override
    public String toString() {
        return name;
    }
}
