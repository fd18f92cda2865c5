package dev.leibniz.compiler.autodiff;

import dev.leibniz.compiler.interpret.Interpreter;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.source.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A graph whose inputs have numbers. */
final class Numeric {
    final Graph graph = new Graph();
    final Builder g = new Builder(graph, Span.none());
    private final Map<Leaf, Tensor> leaves = new HashMap<>();

    /** A scalar input. */
    Value scalar(String name, double number) {
        return input(name, new int[0], number);
    }

    /** A vector input. */
    Value vector(String name, double... numbers) {
        return input(name, new int[] {numbers.length}, numbers);
    }

    Value input(String name, int[] shape, double... numbers) {
        Shape sizes = new Shape(Arrays.stream(shape).mapToObj(Size::of).toList());
        Value value = g.leaf(Leaf.Kind.INPUT, name, TensorType.floats(sizes));
        leaves.put((Leaf) value.op(), new Tensor(shape, numbers));
        return value;
    }

    /** The numbers of a value of this graph, or of one it was copied to. */
    double[] numbers(Graph of, Value value) {
        return new Interpreter(Map.of(), leaves)
                .evaluate(of, List.of(value))
                .get(0)
                .data();
    }

    double[] numbers(Value value) {
        return numbers(graph, value);
    }

    /** The derivative of the sum of y by x. */
    Value gradient(Value y, Value x) {
        return ReverseMode.gradients(graph, y, List.of(x)).get(0).orElseThrow();
    }
}
