package dev.leibniz.compiler.op;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.source.Span;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Expressions in `.nn` syntax, with the parentheses they need and no others. */
final class NotationTest {
    private static final Size N = Size.symbol("N");

    private final Builder g = new Builder(new Graph(), Span.none());
    private final Value a = leaf("a", TensorType.floats(Shape.of(N, N)));
    private final Value b = leaf("b", TensorType.floats(Shape.of(N, N)));
    private final Value p = leaf("p", TensorType.bools(Shape.of(N)));
    private final Value q = leaf("q", TensorType.bools(Shape.of(N)));

    private Value leaf(String name, TensorType type) {
        return g.leaf(Leaf.Kind.INPUT, name, type);
    }

    record Text(String expected, Function<NotationTest, Value> make) {
        @Override
        public String toString() {
            return expected;
        }
    }

    static List<Text> texts() {
        return List.of(
                new Text("a - (b - a)", t -> t.g.subtract(t.a, t.g.subtract(t.b, t.a))),
                new Text("a - b - a", t -> t.g.subtract(t.g.subtract(t.a, t.b), t.a)),
                new Text("(a + b) * a", t -> t.g.multiply(t.g.add(t.a, t.b), t.a)),
                new Text("a + b * a", t -> t.g.add(t.a, t.g.multiply(t.b, t.a))),
                new Text("a / (b * a)", t -> t.g.divide(t.a, t.g.multiply(t.b, t.a))),
                new Text("-a^2", t -> t.g.negate(t.g.power(t.a, t.g.constant(2)))),
                new Text("(-a)^2", t -> t.g.power(t.g.negate(t.a), t.g.constant(2))),
                new Text("a^b^2", t -> t.g.power(t.a, t.g.power(t.b, t.g.constant(2)))),
                new Text("(a^b)^2", t -> t.g.power(t.g.power(t.a, t.b), t.g.constant(2))),
                new Text("a^(-1)", t -> t.g.power(t.a, t.g.constant(-1))),
                new Text("-(a + b)", t -> t.g.negate(t.g.add(t.a, t.b))),
                new Text("a @ b", t -> t.product("ij", "jk")),
                new Text("a @ b'", t -> t.product("ij", "kj")),
                new Text("a' @ b", t -> t.product("ji", "jk")),
                new Text("(a + b)'", t -> t.g.permute(t.g.add(t.a, t.b), List.of(1, 0))),
                new Text("(p || q) && p", t -> t.g.and(t.g.or(t.p, t.q), t.p)),
                new Text("p || q && p", t -> t.g.or(t.p, t.g.and(t.q, t.p))),
                new Text("!(p && q)", t -> t.g.not(t.g.and(t.p, t.q))),
                new Text("p || q ? a : b", t -> t.g.select(t.g.or(t.p, t.q), t.a, t.b)),
                new Text("a < b + 1", t -> t.g.compare(Relation.LESS, t.a, t.g.add(t.b, t.g.one()))),
                new Text("(p ? a : b) + 1", t -> t.g.add(t.g.select(t.p, t.a, t.b), t.g.one())),
                new Text("exp(-a)", t -> t.g.exp(t.g.negate(t.a))),
                new Text("sum(a, axis = 1)", t -> t.g.sum(t.a, List.of(1))),
                new Text("(a * b)[:, 1:3]", t -> t.g.slice(t.g.multiply(t.a, t.b), 1, Size.ONE, Size.of(2), 1)));
    }

    private Value product(String left, String right) {
        return g.contract(List.of(a, b), List.of(left, right), "ik");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void readsAsNn(Text text) {
        assertThat(notation(text.make().apply(this)).text()).isEqualTo(text.expected());
    }

    private static Notation notation(Value value) {
        return ((Operation) value.op())
                .notation(value.op().operands().stream()
                        .map(NotationTest::notation)
                        .toList());
    }
}
