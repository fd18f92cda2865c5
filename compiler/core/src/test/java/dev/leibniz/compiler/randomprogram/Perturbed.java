package dev.leibniz.compiler.randomprogram;

import dev.leibniz.compiler.interpret.Interpreter;
import dev.leibniz.compiler.ir.Copier;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Elementwise;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Pointwise;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.op.ScanResult;
import dev.leibniz.compiler.rewrite.Program;
import dev.leibniz.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A program as it was written in which everything that is computed, in loops too, is changed by a share of itself, as rounding does. How far its results move tells how
 * near those of any way to compute it can be expected.
 */
final class Perturbed {
    private static final String NAME = "rounding ";

    private final Program program;
    private final List<Leaf> leaves = new ArrayList<>();

    private Perturbed(Program original) {
        Graph graph = new Graph();
        Copier copier = new Copier(original.graph(), graph);
        for (Value value : original.graph().reachable(original.roots())) {
            if (value.op() instanceof Scan scan) {
                copier.replace(value, scan(scan, copier, graph));
            } else {
                Value copy = copier.copy(value);
                copier.replace(value, rounds(value) ? multiplied(copy, leaf(copy.shape(), graph), graph) : copy);
            }
        }
        this.program =
                new Program(graph, original.roots().stream().map(copier::get).toList());
    }

    static Perturbed of(Program program) {
        return new Perturbed(program);
    }

    /** Whether computing the value rounds: views and what is exact do not. */
    private static boolean rounds(Value value) {
        return value.type().isFloat()
                && !(value.op() instanceof Leaf)
                && !(value.op() instanceof Constant)
                && !(value.op() instanceof Given)
                && !(value.op() instanceof Scan)
                && !(value.op() instanceof ScanResult)
                && (value.op() instanceof Elementwise || !(value.op() instanceof Pointwise));
    }

    private static Value multiplied(Value value, Value factor, Graph graph) {
        return new Builder(graph, value.origin()).multiply(value, factor);
    }

    private Value leaf(Shape shape, Graph graph) {
        Leaf leaf = new Leaf(Leaf.Kind.INPUT, NAME + leaves.size(), TensorType.floats(shape));
        leaves.add(leaf);
        return graph.add(leaf, Span.none());
    }

    /** The values of a turn are changed by the same share in every turn. */
    private Value scan(Scan scan, Copier around, Graph graph) {
        List<Value> operands =
                new ArrayList<>(scan.operands().stream().map(around::get).toList());
        Graph inner = new Graph();
        Copier copier = new Copier(scan.body().graph(), inner);
        for (Value value : scan.body().graph().reachable(scan.body().results())) {
            Value copy = copier.copy(value);
            if (rounds(value)) {
                operands.add(leaf(copy.shape(), graph));
                Value given = inner.add(new Given(0, operands.size() - 1, copy.type()), value.origin());
                copier.replace(value, multiplied(copy, given, inner));
            }
        }
        Body body = new Body(
                inner,
                scan.carries(),
                scan.body().results().stream().map(copier::get).toList());
        return graph.add(new Scan(body, scan.turns(), operands), Span.none());
    }

    /** The results with random shares of at most {@code share}. */
    List<Tensor> evaluate(Point point, double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Leaf, Tensor> values = new HashMap<>(point.leaves());
        Interpreter interpreter = new Interpreter(point.sizes(), Map.of());
        for (Leaf leaf : leaves) {
            Tensor factors = Tensor.zeros(interpreter.shape(leaf.type().shape()));
            for (int k = 0; k < factors.size(); k++) {
                factors.data()[k] = 1 + share * random.nextDouble(-1, 1);
            }
            values.put(leaf, factors);
        }
        return new Interpreter(point.sizes(), values).evaluate(program.graph(), program.roots());
    }
}
