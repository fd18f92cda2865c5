package dev.leibniz.compiler.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Op;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Exp;
import dev.leibniz.compiler.op.Gradient;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Pin;
import dev.leibniz.compiler.source.CompilerBug;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Gradients as expressions: nested, shared, pinned, zero. */
final class DifferentiateTest {
    private final Numeric n = new Numeric();
    private final Graph to = new Graph();

    private double[] expanded(Value root) {
        Value result = Differentiate.run(n.graph, List.of(root), to).get(0);
        assertThat(operations(to, result)).noneMatch(Gradient.class::isInstance);
        return n.numbers(to, result);
    }

    private static Stream<Op> operations(Graph graph, Value root) {
        return graph.reachable(List.of(root)).stream().map(Value::op);
    }

    @Test
    void aGradientIsExpanded() {
        Value x = n.vector("x", 1, 2);

        assertThat(expanded(n.g.gradient(n.g.multiply(x, x), x))).containsExactly(2, 4);
    }

    @Test
    void innerGradientsAreExpandedFirst() {
        Value x = n.scalar("x", 0.3);
        Value third = n.g.gradient(n.g.gradient(n.g.gradient(n.g.sin(x), x), x), x);

        assertThat(expanded(third)).containsExactly(new double[] {-Math.cos(0.3)}, within(1e-15));
    }

    /** A gradient penalty: the loss contains a gradient by one input, and is differentiated by another. */
    @Test
    void aLossMayContainGradients() {
        Value x = n.scalar("x", 2);
        Value w = n.scalar("w", 3);
        Value slope = n.g.gradient(n.g.multiply(w, n.g.multiply(x, x)), x);
        Value loss = n.g.multiply(slope, slope);

        assertThat(expanded(n.g.gradient(loss, w))).containsExactly(2 * 3 * (2 * 2) * (2 * 2));
    }

    @Test
    void aGradientMayBeTakenByAGradient() {
        Value x = n.scalar("x", 2);
        Value slope = n.g.gradient(n.g.multiply(x, x), x);

        assertThat(expanded(n.g.gradient(n.g.multiply(slope, slope), slope))).containsExactly(8);
    }

    @Test
    void gradientsOfOneValueShareTheirWork() {
        Value a = n.scalar("a", 2);
        Value b = n.scalar("b", 3);
        Value y = n.g.sin(n.g.exp(n.g.multiply(a, b)));
        Value sum = n.g.add(n.g.gradient(y, a), n.g.gradient(y, b));

        Value result = Differentiate.run(n.graph, List.of(sum), to).get(0);

        assertThat(operations(to, result).filter(Exp.class::isInstance)).hasSize(1);
        assertThat(n.numbers(to, result))
                .containsExactly(new double[] {5 * Math.exp(6) * Math.cos(Math.exp(6))}, within(1e-9));
    }

    @Test
    void theGradientByWhatHasNoInfluenceIsZero() {
        Value x = n.vector("x", 1, 2);

        assertThat(expanded(n.g.gradient(n.g.exp(n.scalar("other", 1)), x))).containsExactly(0, 0);
    }

    @Test
    void theGradientByAnIntIsAnIntZero() {
        Value id = n.g.leaf(Leaf.Kind.INPUT, "id", TensorType.ints(Shape.of(3)));
        Value zeros = Differentiate.run(n.graph, List.of(n.g.gradient(n.g.toFloat(id), id)), to)
                .get(0);

        assertThat(zeros.type().dtype()).isEqualTo(DType.INT);
        assertThat(n.numbers(to, zeros)).containsExactly(0, 0, 0);
    }

    @Test
    void anUnexpandedGradientHasNoValue() {
        Value x = n.scalar("x", 1);
        Value gradient = n.g.gradient(x, x);

        assertThatThrownBy(() -> n.numbers(gradient)).isInstanceOf(CompilerBug.class);
        assertThatThrownBy(() -> n.gradient(gradient, x)).isInstanceOf(CompilerBug.class);
    }

    @Test
    void innerTargetsArePinnedAndLeavesAreNot() {
        Value x = n.scalar("x", 2);
        Value h = n.g.exp(x);
        n.graph.name(h, "h");
        Value y = n.g.log(h);
        Value sum = n.g.add(n.g.gradient(y, h), n.g.gradient(y, x));

        Value pinned = PinTargets.run(n.graph, List.of(sum), to).get(0);
        List<Op> pins = operations(to, pinned).filter(Pin.class::isInstance).toList();
        Graph derived = new Graph();
        Value result = Differentiate.run(to, List.of(pinned), derived).get(0);
        Graph clean = new Graph();
        Value unpinned = Differentiate.unpin(derived, List.of(result), clean).get(0);

        assertThat(pins).hasSize(1);
        assertThat(operations(clean, unpinned)).noneMatch(Pin.class::isInstance);
        assertThat(n.numbers(clean, unpinned)).containsExactly(new double[] {Math.exp(-2) + 1}, within(1e-15));
    }

    @Test
    void aPinnedRootStaysTheSameNumber() {
        Value h = n.g.exp(n.scalar("x", 2));
        List<Value> roots = PinTargets.run(n.graph, List.of(h, n.g.gradient(n.g.sin(h), h)), to);

        assertThat(n.numbers(to, roots.get(0))).containsExactly(Math.exp(2));
    }
}
