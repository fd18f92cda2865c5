package dev.leibniz.compiler.op;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.source.Span;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no operation accepts: a pass that makes such a value is stopped at once. */
final class OperandTypesTest {
    private static final Size N = Size.symbol("N");
    private static final Size T = Size.symbol("T");

    private final Builder g = new Builder(new Graph(), Span.none());
    private final Value x = leaf("x", TensorType.floats(Shape.of(N, T)));
    private final Value i = leaf("i", TensorType.ints(Shape.of(N, T)));
    private final Value p = leaf("p", TensorType.bools(Shape.of(N, T)));
    private final Value transposed = leaf("t", TensorType.floats(Shape.of(T, N)));

    private Value leaf(String name, TensorType type) {
        return g.leaf(Leaf.Kind.INPUT, name, type);
    }

    /** An operation on operands that do not fit it. */
    record Misfit(String name, Function<OperandTypesTest, Value> make) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Misfit> misfits() {
        return List.of(
                new Misfit("float + int", t -> t.g.add(t.x, t.i)),
                new Misfit("bool + bool", t -> t.g.add(t.p, t.p)),
                new Misfit("[N, T] + [T, N]", t -> t.g.add(t.x, t.transposed)),
                new Misfit("float - int", t -> t.g.subtract(t.x, t.i)),
                new Misfit("int * float", t -> t.g.multiply(t.i, t.x)),
                new Misfit("int / int", t -> t.g.divide(t.i, t.i)),
                new Misfit("int ^ int", t -> t.g.power(t.i, t.i)),
                new Misfit("min of float and int", t -> t.g.minimum(t.x, t.i)),
                new Misfit("max of bools", t -> t.g.maximum(t.p, t.p)),
                new Misfit("-bool", t -> t.g.negate(t.p)),
                new Misfit("abs of bool", t -> t.g.abs(t.p)),
                new Misfit("sign of int", t -> t.g.sign(t.i)),
                new Misfit("floor of int", t -> t.g.floor(t.i)),
                new Misfit("round of int", t -> t.g.round(t.i)),
                new Misfit("exp of int", t -> t.g.exp(t.i)),
                new Misfit("softplus of int", t -> t.g.softplus(t.i)),
                new Misfit("float == int", t -> t.g.equal(t.x, t.i)),
                new Misfit("bool < bool", t -> t.g.compare(Relation.LESS, t.p, t.p)),
                new Misfit("float && bool", t -> t.g.and(t.x, t.p)),
                new Misfit("int || int", t -> t.g.or(t.i, t.i)),
                new Misfit("!float", t -> t.g.not(t.x)),
                new Misfit("float ? float : float", t -> t.g.select(t.x, t.x, t.x)),
                new Misfit("bool ? float : int", t -> t.g.select(t.p, t.x, t.i)),
                new Misfit("sum of bools", t -> t.g.sum(t.p, List.of(0))),
                new Misfit("sum along axis 2 of 2", t -> t.g.sum(t.x, List.of(2))),
                new Misfit("sum along an axis twice", t -> t.g.sum(t.x, List.of(1, 1))),
                new Misfit("product of bools", t -> t.g.reduce(Combine.PRODUCT, t.p, List.of(0))),
                new Misfit("argmax of bools", t -> t.g.argExtreme(true, t.p, 0)),
                new Misfit("argmax along axis 2 of 2", t -> t.g.argExtreme(true, t.x, 2)),
                new Misfit("logsumexp of ints", t -> t.g.logSumExp(t.i, List.of(0))),
                new Misfit("softmax of ints", t -> t.g.softmax(t.i, List.of(0))),
                new Misfit("softmax along axis -1", t -> t.g.softmax(t.x, List.of(-1))),
                new Misfit("running sums of bools", t -> t.g.cumulativeSum(t.p, 0, false)),
                new Misfit("contraction of ints", t -> t.g.contract(List.of(t.i, t.i), List.of("nt", "nt"), "n")),
                new Misfit("one label, two sizes", t -> t.g.contract(List.of(t.x, t.x), List.of("nt", "tm"), "nm")),
                new Misfit("too few labels", t -> t.g.contract(List.of(t.x, t.x), List.of("nt", "t"), "n")),
                new Misfit("reshape [N, T] to [N, 3]", t -> t.g.reshape(t.x, Shape.of(N, Size.of(3)))),
                new Misfit("permute with an axis twice", t -> t.g.permute(t.x, List.of(1, 1))),
                new Misfit("permute with an axis missing", t -> t.g.permute(t.x, List.of(1))),
                new Misfit("broadcast [N, T] to [T]", t -> t.g.broadcast(t.x, Shape.of(T))),
                new Misfit("slice axis 2 of 2", t -> t.g.slice(t.x, 2, Size.ONE, Size.ONE, 1)),
                new Misfit("pad axis 2 of 2", t -> t.g.pad(t.x, 2, Size.ONE, Size.ONE, 0)),
                new Misfit("concat of float and int", t -> t.g.concat(List.of(t.x, t.i), 0)),
                new Misfit("concat of [N, T] and [T, N]", t -> t.g.concat(List.of(t.x, t.transposed), 0)),
                new Misfit("gather by floats", t -> t.g.gather(t.x, t.x)),
                new Misfit("scatter-add of ints", t -> t.g.scatterAdd(t.i, t.i, N)),
                new Misfit("scatter-add of too few rows", t -> t.g.scatterAdd(t.transposed, t.i, N)),
                new Misfit("one-hot of floats", t -> t.g.oneHot(t.x, N)));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void isRefused(Misfit misfit) {
        assertThatIllegalArgumentException().isThrownBy(() -> misfit.make().apply(this));
    }
}
