package dev.leibniz.compiler.op;

import dev.leibniz.compiler.interpret.Interpreter;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** A case of the table in a graph of its own, with numbers for its operands and for further leaves. */
final class Trial {
    final OperationCase operation;
    final Numbers numbers;
    final Graph graph = new Graph();
    final Builder g = new Builder(graph, Span.none());
    final List<Value> xs;
    final Value y;
    private final RandomGenerator random;
    private final Map<Leaf, Tensor> leaves = new LinkedHashMap<>();

    Trial(OperationCase operation, Map<String, Long> sizes) {
        this.operation = operation;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom")
                .create(operation.name().hashCode());
        this.numbers = operation.numbers(sizes, random);
        this.xs = operation.leaves(g);
        this.y = operation.make().on(g, xs);
        for (int k = 0; k < xs.size(); k++) {
            leaves.put((Leaf) xs.get(k).op(), numbers.operands().get(k));
        }
    }

    /** The operands that can have derivatives. */
    List<Value> floats() {
        return xs.stream().filter(x -> x.type().isFloat()).toList();
    }

    /** A new leaf with random numbers, of another value's shape. */
    Value direction(String name, Value like) {
        Value leaf = g.leaf(Leaf.Kind.INPUT, name, TensorType.floats(like.shape()));
        leaves.put((Leaf) leaf.op(), Operand.any().tensor(numbers.shape(like.shape()), random));
        return leaf;
    }

    /** New leaves, one for each value. */
    Map<Value, Value> directions(String name, List<Value> values) {
        Map<Value, Value> directions = new LinkedHashMap<>();
        values.forEach(value -> directions.put(value, direction(name + directions.size(), value)));
        return directions;
    }

    /** Numbers of a leaf, which may be changed between evaluations. */
    double[] numbers(Value leaf) {
        return leaves.get((Leaf) leaf.op()).data();
    }

    List<Tensor> evaluate(List<Value> roots) {
        return new Interpreter(numbers.sizes(), leaves).evaluate(graph, roots);
    }

    /** ⟨a, b⟩ of the values that are there, with the magnitude of its terms. */
    Product inner(List<Optional<Value>> as, List<Value> bs) {
        List<Value> roots = new ArrayList<>();
        IntStream.range(0, bs.size()).filter(k -> as.get(k).isPresent()).forEach(k -> {
            roots.add(as.get(k).orElseThrow());
            roots.add(bs.get(k));
        });
        List<Tensor> results = evaluate(roots);
        double sum = 0;
        double magnitude = 0;
        for (int k = 0; k < results.size(); k += 2) {
            for (int i = 0; i < results.get(k).size(); i++) {
                double term = results.get(k).data()[i] * results.get(k + 1).data()[i];
                sum += term;
                magnitude += Math.abs(term);
            }
        }
        return new Product(sum, magnitude);
    }

    /** An inner product and the sum of its terms' magnitudes, to which its rounding error is relative. */
    record Product(double value, double magnitude) {}
}
