package dev.leibniz.compiler.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.compiler.interpret.Interpreter;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Contract;
import dev.leibniz.compiler.op.Draw;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.rewrite.Program;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contractions that wait for no carry are computed around loops, for all turns at once, and are the same. */
final class LoopInvariantsTest {
    /**
     * A loop that carries h and collects hs.
     *
     * @param within the contractions left in the loops of a training step, each counted once
     */
    record Loop(String name, String statements, int within) {
        String text() {
            return """
                    package t;
                    network Net {
                      size N;
                      size T;
                      input x: float[N, T, 3];
                      input s: float[T, 3];
                      param W: float[3, 4] = normal(0, 0.5);
                      param U: float[4, 4] = normal(0, 0.5);
                      param b: float[4] = normal(0, 0.5);
                    %s
                      loss sum(h^2) + sum(sin(hs));
                      train sgd(rate = 0.1);
                    }
                    """.formatted(statements);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Loop loop(String name, String range, String turn, String collected, int within) {
        return new Loop(name, """
                scan t in %s with h = zeros([N, 4]) {
                %s
                  collect %s as hs;
                }
                """.formatted(range, turn, collected), within);
    }

    static Stream<Loop> loops() {
        return Stream.of(
                loop("a recurrent layer", "0..T", "h = tanh(x[:, t] @ W + h @ U + b);", "h", 2),
                loop("backwards", "T..0", "h = tanh(x[:, t] @ W + h @ U + b);", "h", 2),
                loop("a part of the turns", "1..T", "h = tanh(x[:, t] @ W + h @ U + b);", "h", 2),
                loop("the turn before", "1..T", "h = tanh(x[:, t - 1] @ W + h @ U * t + b);", "h", 2),
                loop("a product of what is carried", "0..T", "h = tanh(x[:, t] @ W + sin(h));", "h @ U + b", 0),
                loop("two products in a row", "0..T", "h = tanh(relu(x[:, t] @ W + b) @ U) * h + 1;", "h", 1),
                loop("work before the product", "0..T", "h = tanh((exp(x[:, t]) * 2) @ W + h @ U);", "h", 2),
                loop("without a batch", "0..T", "h = tanh(s[t] @ W + h);", "h", 0),
                loop("the turn's number in the product", "0..T", "h = tanh((x[:, t] * t) @ W + h);", "h", 1),
                loop("random numbers", "0..T", "h = tanh(dropout(x[:, t], 0.5) @ W + dropout(h, 0.5) @ U);", "h", 3),
                loop("a sum carried on", "0..T", "h = h + x[:, t] @ W;", "h", 0),
                loop("parts of a product", "0..T", """
                        [i, o] = split(x[:, t] @ concat([W, W], 1) + h @ concat([U, U], 1), 2);
                        h = sigmoid(i) * tanh(o) + h;
                        """, "h", 2),
                new Loop("one loop in another", """
                        scan t in 0..T with h = zeros([N, 4]) {
                          scan r in 0..T with h = h { h = tanh(x[:, t] @ W + x[:, r] @ W + h @ U); }
                          collect h as hs;
                        }
                        """, 2),
                new Loop("nothing but sums", """
                        scan t in 0..T with h = zeros([4, 4]), n = 0.0 {
                          a = x[:, t] @ W;
                          h = h + a' @ a;
                          n = n + sum(a);
                          collect a * n as hs;
                        }
                        """, 0),
                new Loop("a derivative in each turn", """
                        scan t in 0..T with h = zeros([N, 4]) {
                          h = h - 0.1 * grad(sum((x[:, t] @ W - h)^4), h);
                          collect h as hs;
                        }
                        """, 0),
                new Loop("a derivative of derivatives", """
                        scan t in 0..T with k = zeros([N, 4]) {
                          k = tanh(x[:, t] @ W + k @ U + b);
                          collect k as hs;
                        }
                        h = grad(sum(hs^3), U) + 1;
                        """, 4));
    }

    private static Network network(Loop loop) {
        return Stages.elaborate(new SourceFile("Net.nn", loop.text()), true);
    }

    /** The loss and the derivatives by parameters. */
    private static List<Value> roots(Network network) {
        Value loss = network.loss().orElseThrow().value();
        Builder g = new Builder(network.graph(), network.loss().orElseThrow().span());
        List<Value> roots = new ArrayList<>(List.of(loss));
        network.parameters().forEach(parameter -> roots.add(g.gradient(loss, parameter.leaf())));
        return roots;
    }

    private static List<Tensor> values(Network network, Program program, int n, int t) {
        Map<String, Long> sizes = Map.of("N", (long) n, "T", (long) t);
        Map<Leaf, Tensor> leaves = new HashMap<>();
        leaves.put(Draw.KEY, Draw.key(5, 1));
        Random random = new Random(9);
        List<Value> all = new ArrayList<>();
        network.parameters().forEach(parameter -> all.add(parameter.leaf()));
        network.inputs().forEach(input -> all.add(input.leaf()));
        for (Value leaf : all) {
            int[] shape = leaf.shape().sizes().stream()
                    .mapToInt(size -> (int) size.evaluate(sizes::get))
                    .toArray();
            double[] numbers = random.doubles(Tensor.elements(shape), -1, 1).toArray();
            leaves.put((Leaf) leaf.op(), new Tensor(shape, numbers));
        }
        return new Interpreter(sizes, leaves).evaluate(program.graph(), program.roots());
    }

    @ParameterizedTest
    @MethodSource("loops")
    void loopsWithLessInThemComputeTheSame(Loop loop) {
        Network network = network(loop);
        List<Value> roots = roots(network);
        Program before = Passes.readable(network.graph(), roots, Passes.ranges(network));
        Program after = Stages.rewritten(network, roots, firing -> {});

        assertThat(contractions(before)).isGreaterThan(contractions(after));
        assertThat(contractions(after)).isEqualTo(loop.within());
        for (int[] size : new int[][] {{3, 5}, {1, 1}, {1, 4}, {4, 1}, {2, 2}}) {
            List<Tensor> expected = values(network, before, size[0], size[1]);
            List<Tensor> actual = values(network, after, size[0], size[1]);
            for (int k = 0; k < expected.size(); k++) {
                assertThat(actual.get(k).shape()).isEqualTo(expected.get(k).shape());
                assertThat(actual.get(k).data())
                        .as("result %d at %d x %d", k, size[0], size[1])
                        .containsExactly(expected.get(k).data(), within(1e-11));
            }
        }
    }

    /** The contractions within loops. */
    private static int contractions(Program program) {
        int count = 0;
        for (Value value : program.graph().reachable(program.roots())) {
            if (value.op() instanceof Scan scan) {
                List<Value> results = scan.body().results();
                Program body = new Program(scan.body().graph(), results);
                count += contractions(body);
                count += (int) body.graph().reachable(results).stream()
                        .filter(v -> v.op() instanceof Contract)
                        .count();
            }
        }
        return count;
    }

    @Test
    void theInputsOfAllTurnsAreRowsOfOneProduct() {
        Network network = network(loops().findFirst().orElseThrow());
        Program program = Stages.rewritten(network, roots(network), firing -> {});
        Size rows = Size.symbol("N").times(Size.symbol("T"));

        assertThat(program.graph().reachable(program.roots()))
                .filteredOn(value -> value.op() instanceof Contract)
                .extracting(Value::shape)
                .filteredOn(shape -> shape.elements().equals(rows.times(4)))
                .containsExactly(new Shape(List.of(Size.symbol("N"), Size.symbol("T"), Size.of(4))));
    }

    /** A contraction of a loop in segments is computed a segment at a time: what is kept grows with √T. */
    @Test
    void nothingIsComputedForAllSegmentsAtOnce() {
        String turn = "h = checkpoint(tanh(sin(h) + 1)) * tanh(x[:, t] @ W + h @ U);";
        Loop loop = loop("segments", "0..T", turn, "0.0", 0);
        String text = loop.text()
                .replace("  collect 0.0 as hs;\n", "")
                .replace(" + sum(sin(hs))", "")
                .replace("size T;", "size T = 5;");
        for (long turns : new long[] {100, 2_500, 10_000}) {
            assertThat(elements(text, turns) / Math.sqrt(turns)).isBetween(4.0 * 2, 4.0 * 9);
        }
    }

    /** Elements that each further example adds to the temporaries of training. */
    private static long elements(String text, long turns) {
        CompileOptions options = new CompileOptions(Optional.empty(), false, Map.of("T", turns), Optional.empty());
        CompileRequest request = CompileRequest.of(new SourceFile("Net.nn", text), options);
        Size floats = new LeibnizCompiler()
                .networks(request)
                .get(0)
                .code()
                .train()
                .orElseThrow()
                .floats();
        return (floats.evaluate(size -> 2_000) - floats.evaluate(size -> 1_000)) / 1_000;
    }
}
