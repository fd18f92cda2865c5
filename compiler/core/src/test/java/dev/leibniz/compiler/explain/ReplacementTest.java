package dev.leibniz.compiler.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Negate;
import dev.leibniz.compiler.source.Span;
import org.junit.jupiter.api.Test;

class ReplacementTest {
    private final Graph graph = new Graph();
    private final Builder g = new Builder(graph, Span.none());

    @Test
    void whatIsWrittenAlikeHasItsTypeBeside() {
        Value column = named("x", Shape.of(Size.of(3), Size.ONE));
        Value vector = named("x", Shape.of(Size.of(3)));

        assertThat(text(column, vector)).isEqualTo("x: float[3, 1] → x: float[3]");
    }

    @Test
    void whatHasOneTypeHasItsOperationBeside() {
        Value negated = graph.add(new Negate(g.constant(1)), Span.none());

        assertThat(text(negated, g.constant(-1))).isEqualTo("-1: Negate → -1: Constant");
    }

    @Test
    void whatIsWrittenDifferentlyStandsAlone() {
        Value x = named("x", Shape.of(Size.of(3)));

        assertThat(text(g.multiply(x, g.constant(2)), g.add(x, x))).isEqualTo("x * 2 → x + x");
    }

    private String text(Value before, Value after) {
        return Replacement.of(graph, before, after).text();
    }

    private Value named(String name, Shape shape) {
        return g.leaf(Leaf.Kind.INPUT, name, TensorType.floats(shape));
    }
}
