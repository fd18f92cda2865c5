package dev.leibniz.compiler.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.compiler.autodiff.ReverseMode;
import dev.leibniz.compiler.interpret.Interpreter;
import dev.leibniz.compiler.ir.Copier;
import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Composite;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Relation;
import dev.leibniz.compiler.op.Window;
import dev.leibniz.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans, run statement by statement, compute what the interpreter computes, however rows are split. */
class SchedulerTest {
    private static final Size N = Size.symbol("N");
    private static final Size T = Size.symbol("T");

    /** A graph made from leaves, the first of which are differentiated by. */
    record Program(String name, Function<Builder, Value> loss) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Value input(Builder g, String name, Size... sizes) {
        return g.leaf(Leaf.Kind.INPUT, name, TensorType.floats(Shape.of(sizes)));
    }

    private static Value ids(Builder g, String name, Size... sizes) {
        return g.leaf(Leaf.Kind.INPUT, name, TensorType.ints(Shape.of(sizes)));
    }

    private static Size of(long size) {
        return Size.of(size);
    }

    static List<Program> programs() {
        return List.of(
                new Program(
                        "product",
                        g -> g.contract(
                                List.of(input(g, "x", N, of(4)), input(g, "w", of(4), of(3))),
                                List.of("nk", "kh"),
                                "nh")),
                new Program(
                        "dense with epilogue",
                        g -> g.tanh(g.add(
                                g.contract(
                                        List.of(input(g, "x", N, of(4)), input(g, "w", of(4), of(3))),
                                        List.of("nk", "kh"),
                                        "nh"),
                                input(g, "b", of(3))))),
                new Program("softmax cross-entropy", SchedulerTest::crossEntropy),
                new Program("two layers", g -> {
                    Value h = g.contract(
                            List.of(input(g, "x", N, T, of(4)), input(g, "w", of(4), of(6))),
                            List.of("ntk", "kh"),
                            "nth");
                    Value a = g.select(g.compare(Relation.LESS, h, g.zero()), g.zero(), h);
                    return g.contract(List.of(a, input(g, "v", of(6), of(2))), List.of("ntk", "kh"), "nth");
                }),
                new Program("layer norm", g -> {
                    Value x = input(g, "x", N, T, of(6));
                    Value mean = g.divide(g.sum(x, List.of(2)), g.constant(6));
                    Value d = g.subtract(x, mean);
                    Value variance = g.divide(g.sum(g.multiply(d, d), List.of(2)), g.constant(6));
                    Value y = g.divide(d, g.sqrt(g.add(variance, g.constant(1e-5))));
                    return g.sin(g.add(g.multiply(y, input(g, "scale", of(6))), input(g, "shift", of(6))));
                }),
                new Program("attention", SchedulerTest::attention),
                new Program("embedding", g -> {
                    Value e = g.gather(input(g, "table", of(3), of(5)), ids(g, "ids", N, T));
                    return g.multiply(e, g.multiply(e, e));
                }),
                new Program("column sums", g -> g.exp(g.sum(g.sin(input(g, "x", N, of(3), of(5))), List.of(0, 1)))),
                new Program(
                        "largest along a middle axis",
                        g -> g.multiply(
                                g.reduce(Combine.MAXIMUM, input(g, "x", N, of(4), of(3)), List.of(1)),
                                input(g, "v", N, of(1), of(3)))),
                new Program("product of a row", g -> g.reduce(Combine.PRODUCT, input(g, "x", N, of(4)), List.of(1))),
                new Program("running sums", g -> g.sin(g.cumulativeSum(input(g, "x", N, of(4), of(3)), 1, false))),
                new Program("views", g -> {
                    Value x = input(g, "x", N, of(6));
                    Value left = g.slice(x, 1, Size.ZERO, of(3), 1);
                    Value right = g.slice(x, 1, of(5), of(3), -1);
                    Value both = g.concat(List.of(g.exp(left), g.sin(right)), 1);
                    return g.add(g.multiply(both, x), g.pad(g.tanh(left), 1, of(1), of(2), 0));
                }),
                new Program("reverse of a computed value", g -> {
                    Value y = g.exp(input(g, "x", N, of(4)));
                    return g.add(y, g.slice(y, 1, of(3), of(4), -1));
                }),
                new Program("transposed and reshaped", g -> {
                    Value y = g.exp(input(g, "x", N, of(4), of(3)));
                    Value p = g.permute(y, List.of(0, 2, 1));
                    return g.sin(g.reshape(p, Shape.of(N, of(12))));
                }),
                new Program(
                        "row dot",
                        g -> g.contract(
                                List.of(input(g, "x", N, of(4)), input(g, "y", N, of(4))), List.of("nd", "nd"), "n")),
                new Program(
                        "three operands",
                        g -> g.contract(
                                List.of(input(g, "x", N, of(4)), input(g, "y", of(4), of(3)), input(g, "z", N, of(3))),
                                List.of("nd", "de", "ne"),
                                "n")),
                new Program(
                        "matrix times vector",
                        g -> g.tanh(g.contract(
                                List.of(input(g, "x", N, of(4)), input(g, "v", of(4))), List.of("nd", "d"), "n"))),
                new Program("convolution", g -> SchedulerTest.convolution(g, 2, 2, 1, 1)),
                new Program("convolution with gaps", g -> SchedulerTest.convolution(g, 1, 3, 2, 2)),
                new Program(
                        "convolution of one channel and one element", g -> SchedulerTest.convolution(g, 1, 1, 2, 1)),
                new Program("convolution with what follows it", g -> {
                    Value y = SchedulerTest.convolution(g, 2, 2, 1, 1);
                    return g.multiply(g.sin(g.add(y, input(g, "b", of(3), of(1), of(1)))), y);
                }),
                new Program("convolution with padding", g -> {
                    Value x = g.exp(input(g, "x", N, of(2), of(4), T));
                    Value padded = g.pad(g.pad(x, 2, of(1), of(2), 0), 3, of(1), of(1), 0);
                    Window height = new Window(2, of(7), of(3), 2, 1);
                    Window width = new Window(3, T.plus(2), of(2), 1, 1);
                    Value windows = g.windows(padded, List.of(height, width));
                    return g.contract(
                            List.of(windows, input(g, "w", of(3), of(2), of(3), of(2))),
                            List.of("nchwyx", "ocyx"),
                            "nohw");
                }),
                new Program("grouped convolution", SchedulerTest::grouped),
                new Program("convolution of an overlap-add", g -> {
                    Value parts = g.contract(
                            List.of(input(g, "x", N, of(2), T), input(g, "w", of(2), of(3), of(4))),
                            List.of("nct", "cok"),
                            "notk");
                    Size extent = T.plus(-1).times(2).plus(4);
                    Value sum = g.overlapAdd(parts, List.of(new Window(2, extent, of(4), 2, 1)));
                    Value windows = g.windows(sum, List.of(new Window(2, extent, of(4), 1, 1)));
                    return g.contract(
                            List.of(windows, input(g, "v", of(5), of(3), of(4))), List.of("notk", "pok"), "npt");
                }),
                new Program("first largest of windows", g -> {
                    Value windows = g.windows(
                            g.pad(g.sin(input(g, "x", N, of(3), of(5))), 2, of(1), of(2), Double.NEGATIVE_INFINITY),
                            List.of(new Window(2, of(8), of(3), 2, 1)));
                    Value position = g.argExtreme(true, windows, 3);
                    Value picked = g.select(g.equal(position, g.range(of(3))), windows, g.zero());
                    return g.sum(picked, List.of(3));
                }),
                new Program("mean of windows", g -> {
                    Window height = new Window(1, of(5), of(2), 1, 1);
                    Window width = new Window(2, T.plus(2), of(3), 2, 1);
                    Value windows = g.windows(input(g, "x", N, of(5), T.plus(2)), List.of(height, width));
                    return g.sum(windows, List.of(3, 4));
                }),
                new Program("scalar", g -> g.exp(input(g, "x"))),
                new Program("paths that meet", g -> {
                    Value x = input(g, "x", N, of(2));
                    Value y = g.sin(x);
                    return g.add(g.multiply(y, x), g.divide(y, g.add(g.constant(2), g.multiply(y, y))));
                }));
    }

    private static Value convolution(Builder g, int channels, int size, int stride, int dilation) {
        Value x = g.tanh(input(g, "x", N, of(channels), of(6), T.plus(4)));
        Window height = new Window(2, of(6), of(size), stride, dilation);
        Window width = new Window(3, T.plus(4), of(size), stride, 1);
        Value w = input(g, "w", of(3), of(channels), of(size), of(size));
        Value windows = g.windows(x, List.of(height, width));
        return g.contract(List.of(windows, w), List.of("nchwyx", "ocyx"), "nohw");
    }

    private static Value grouped(Builder g) {
        Value x = input(g, "x", N, of(2), of(2), of(6));
        Value w = input(g, "w", of(2), of(4), of(2), of(3));
        Value windows = g.windows(x, List.of(new Window(3, of(6), of(3), 1, 1)));
        return g.contract(List.of(windows, w), List.of("ngctk", "gock"), "ngot");
    }

    private static Value crossEntropy(Builder g) {
        Value z = g.contract(List.of(input(g, "x", N, of(4)), input(g, "w", of(4), of(3))), List.of("nk", "kh"), "nh");
        Value lse = g.logSumExp(z, List.of(1));
        Value hit = g.sum(g.multiply(g.oneHot(ids(g, "ids", N), of(3)), z), List.of(1));
        Value loss = g.reshape(g.subtract(lse, hit), Shape.of(N));
        return g.divide(g.sumAll(loss), g.size(N));
    }

    private static Value attention(Builder g) {
        Value x = input(g, "x", N, T, of(4));
        List<Value> heads = new ArrayList<>();
        for (String name : List.of("q", "k", "v")) {
            Value projected = g.add(
                    g.contract(List.of(x, input(g, "w" + name, of(4), of(4))), List.of("ntk", "kh"), "nth"),
                    input(g, "b" + name, of(4)));
            heads.add(g.permute(g.reshape(projected, Shape.of(N, T, of(2), of(2))), List.of(0, 2, 1, 3)));
        }
        Value scores = g.divide(
                g.contract(List.of(heads.get(0), heads.get(1)), List.of("bhid", "bhjd"), "bhij"), g.constant(1.5));
        Value past = g.compare(Relation.GREATER_EQUAL, g.reshape(g.range(T), Shape.of(T, Size.ONE)), g.range(T));
        Value weights = g.softmax(g.select(past, scores, g.constant(-1e30)), List.of(3));
        Value mixed = g.contract(List.of(weights, heads.get(2)), List.of("bhij", "bhjd"), "bhid");
        Value joined = g.reshape(g.permute(mixed, List.of(0, 2, 1, 3)), Shape.of(N, T, of(4)));
        return g.contract(List.of(joined, input(g, "wo", of(4), of(4))), List.of("ntk", "kh"), "nth");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void computesWhatTheInterpreterComputes(Program program) {
        for (int[] sizes : new int[][] {{1, 1}, {2, 5}, {5, 3}}) {
            check(program, sizes[0], sizes[1]);
        }
    }

    private static void check(Program program, long n, long t) {
        Graph source = new Graph();
        Builder g = new Builder(source, Span.none());
        Value y = program.loss().apply(g);
        Value loss = g.sumAll(g.multiply(y, g.sin(y)));
        List<Value> xs = source.values().stream()
                .filter(value -> value.op() instanceof Leaf && value.type().isFloat())
                .toList();
        List<Value> gradients = ReverseMode.gradients(source, loss, xs).stream()
                .map(gradient -> gradient.orElseThrow())
                .toList();
        List<Value> roots = new ArrayList<>(List.of(loss));
        roots.addAll(gradients);
        Map<String, Long> sizes = Map.of("N", n, "T", t);
        Map<Leaf, Tensor> leaves = leaves(source, sizes);
        List<Tensor> expected = new Interpreter(sizes, leaves).evaluate(source, roots);

        Graph graph = new Graph();
        List<Value> lowered = decomposed(source, roots, graph);
        for (int grain : new int[] {1, 1000}) {
            compare(program, graph, lowered, sizes, leaves, expected, grain);
        }
    }

    private static void compare(
            Program program,
            Graph graph,
            List<Value> roots,
            Map<String, Long> sizes,
            Map<Leaf, Tensor> leaves,
            List<Tensor> expected,
            int grain) {
        Map<Buffer, double[]> arrays = new HashMap<>();
        Map<Value, Buffer> inputs = new HashMap<>();
        for (Value value : graph.values()) {
            if (value.op() instanceof Leaf leaf) {
                Buffer buffer = new Buffer(
                        leaf.name(),
                        Buffer.Kind.INPUT,
                        leaf.type().dtype(),
                        leaf.type().shape().elements(),
                        Size.ZERO);
                inputs.put(value, buffer);
                arrays.put(buffer, leaves.get(leaf).data());
            }
        }
        List<Target> targets = new ArrayList<>();
        for (int k = 0; k < roots.size(); k++) {
            Buffer buffer = new Buffer(
                    "target" + k,
                    k == 0 ? Buffer.Kind.RESULT : Buffer.Kind.GRADIENT,
                    DType.FLOAT,
                    roots.get(k).shape().elements(),
                    Size.ZERO);
            targets.add(new Target(roots.get(k), new Destination(buffer, k > 0), k == 0));
        }
        Plan plan = Scheduler.plan(graph, targets, inputs, false);
        KernelInterpreter interpreter = new KernelInterpreter(plan, sizes, arrays);
        interpreter.run(grain);
        for (int k = 0; k < roots.size(); k++) {
            double[] got = arrays.get(targets.get(k).to().buffer());
            double[] wanted = expected.get(k).data();
            assertThat(got).as(program + " root " + k + " " + sizes).hasSameSizeAs(wanted);
            for (int i = 0; i < got.length; i++) {
                assertThat(got[i])
                        .as(program + " root " + k + "[" + i + "] " + sizes)
                        .isCloseTo(wanted[i], within(1e-10 * Math.max(1, Math.abs(wanted[i]))));
            }
        }
    }

    private static List<Value> decomposed(Graph source, List<Value> roots, Graph to) {
        Copier copier = new Copier(source, to);
        for (Value value : source.reachable(roots)) {
            if (value.op() instanceof Composite) {
                Composite composite = (Composite) copier.operation(value);
                copier.replace(value, composite.definition(new Builder(to, value.origin())));
            } else {
                copier.copy(value);
            }
        }
        return roots.stream().map(copier::get).toList();
    }

    private static Map<Leaf, Tensor> leaves(Graph graph, Map<String, Long> sizes) {
        Random random = new Random(7);
        Map<Leaf, Tensor> leaves = new HashMap<>();
        for (Value value : graph.values()) {
            if (value.op() instanceof Leaf leaf) {
                int[] shape = leaf.type().shape().sizes().stream()
                        .mapToInt(size -> (int) size.evaluate(sizes::get))
                        .toArray();
                Tensor tensor = Tensor.zeros(shape);
                for (int i = 0; i < tensor.size(); i++) {
                    tensor.data()[i] = leaf.type().isFloat() ? random.nextGaussian() : random.nextInt(3);
                }
                leaves.put(leaf, tensor);
            }
        }
        return leaves;
    }
}
