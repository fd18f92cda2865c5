package dev.leibniz.compiler.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.compiler.autodiff.ReverseMode;
import dev.leibniz.compiler.interpret.Interpreter;
import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Operand;
import dev.leibniz.compiler.op.OperationCase;
import dev.leibniz.compiler.op.OperationTable;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.compiler.semantics.FreeSize;
import dev.leibniz.compiler.semantics.Input;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.Output;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.runtime.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation and its derivatives as generated code, plain and on vectors, in float and in double, against the interpreter. */
class GeneratedOperationsTest {
    private static final int CASES_A_NETWORK = 8;
    private static final List<Map<String, Long>> SIZES =
            List.of(Map.of("N", 1L, "T", 1L), Map.of("N", 2L, "T", 5L), Map.of("N", 19L, "T", 17L));

    /** Some cases of the table as the outputs of one network: their values, and the cotangents of their operands. */
    private static final class Group {
        final List<OperationCase> cases;
        final Graph graph = new Graph();
        final List<Input> inputs = new ArrayList<>();
        final List<Operand> operands = new ArrayList<>();
        final List<Output> outputs = new ArrayList<>();

        Group(List<OperationCase> cases) {
            this.cases = cases;
            cases.forEach(this::add);
        }

        private void add(OperationCase operation) {
            Builder g = new Builder(graph, Span.none());
            int number = outputs.size();
            List<Value> xs = operation.operands().stream()
                    .map(operand -> input(g, operand))
                    .toList();
            Value y = operation.make().on(g, xs);
            output("y" + number, y);
            if (y.type().isFloat()) {
                Value w = input(g, new Operand(TensorType.floats(y.type().shape()), random -> random.nextGaussian()));
                List<Value> floats = xs.stream().filter(x -> x.type().isFloat()).toList();
                List<Optional<Value>> bars = ReverseMode.cotangents(graph, y, w, floats);
                IntStream.range(0, bars.size())
                        .forEach(k -> bars.get(k).ifPresent(bar -> output("y" + number + "bar" + k, bar)));
            }
        }

        private Value input(Builder g, Operand operand) {
            String name = "x" + inputs.size();
            Value leaf = g.leaf(Leaf.Kind.INPUT, name, operand.type());
            inputs.add(new Input(name, operand.type(), Optional.empty(), leaf, Span.none(), Optional.empty()));
            operands.add(operand);
            return leaf;
        }

        private void output(String name, Value value) {
            outputs.add(new Output(name, value, Span.none(), Optional.empty()));
        }

        Model model(boolean inDouble, boolean simd) throws Exception {
            Network network = new Network(
                    "t",
                    "Net",
                    Span.none(),
                    Optional.empty(),
                    inDouble,
                    new SourceFile("Net.nn", ""),
                    List.of(new FreeSize("N", Span.none()), new FreeSize("T", Span.none())),
                    Map.of(),
                    List.of(),
                    inputs,
                    List.of(),
                    List.of(),
                    List.of(),
                    graph,
                    outputs,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of());
            NetworkCode code = NetworkPipeline.compile(network, network, CompileOptions.DEFAULTS, Watch.silent());
            CompileOptions options = new CompileOptions(Optional.empty(), simd, Map.of(), Optional.empty());
            return InMemoryJavac.ofRuntime()
                    .orElseThrow()
                    .compile(Pipeline.files(List.of(code), options))
                    .initialise("t.Net", 0);
        }

        /** Numbers that a float can hold. */
        List<Tensor> numbers(Map<String, Long> sizes) {
            Random random = new Random(7);
            List<Tensor> numbers = new ArrayList<>();
            for (Operand operand : operands) {
                int[] shape = operand.type().shape().sizes().stream()
                        .mapToInt(size -> (int) size.evaluate(sizes::get))
                        .toArray();
                Tensor tensor = operand.tensor(shape, random);
                for (int i = 0; i < tensor.size(); i++) {
                    tensor.data()[i] = (float) tensor.data()[i];
                }
                numbers.add(tensor);
            }
            return numbers;
        }

        List<Tensor> interpreted(Map<String, Long> sizes, List<Tensor> numbers) {
            Map<Leaf, Tensor> leaves = new LinkedHashMap<>();
            IntStream.range(0, inputs.size())
                    .forEach(k -> leaves.put((Leaf) inputs.get(k).leaf().op(), numbers.get(k)));
            return new Interpreter(sizes, leaves)
                    .evaluate(graph, outputs.stream().map(Output::value).toList());
        }

        @Override
        public String toString() {
            return cases.toString();
        }
    }

    static Stream<Group> groups() {
        List<OperationCase> all = OperationTable.cases();
        return IntStream.iterate(0, from -> from < all.size(), from -> from + CASES_A_NETWORK)
                .mapToObj(from -> new Group(all.subList(from, Math.min(from + CASES_A_NETWORK, all.size()))));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void generatedCodeComputesWhatTheInterpreterDoes(Group group) throws Exception {
        Model inDouble = group.model(true, false);
        Model plain = group.model(false, false);
        Model vectors = group.model(false, true);
        for (Map<String, Long> sizes : SIZES) {
            List<Tensor> numbers = group.numbers(sizes);
            List<Tensor> expected = group.interpreted(sizes, numbers);
            assertClose(group, sizes, run(group, inDouble, sizes, numbers), expected, 1e-12);
            assertClose(group, sizes, run(group, plain, sizes, numbers), expected, 1e-4);
            assertClose(group, sizes, run(group, vectors, sizes, numbers), expected, 1e-4);
        }
    }

    private static void assertClose(
            Group group, Map<String, Long> sizes, List<double[]> actual, List<Tensor> expected, double tolerance) {
        for (int k = 0; k < actual.size(); k++) {
            double[] wanted = expected.get(k).data();
            // Where terms cancel, their size tells how much rounding there is.
            double largest = DoubleStream.of(wanted).map(Math::abs).reduce(1, Math::max);
            for (int i = 0; i < wanted.length; i++) {
                assertThat(actual.get(k)[i])
                        .as("%s[%d] of %s for %s", group.outputs.get(k).name(), i, group, sizes)
                        .isCloseTo(wanted[i], within(tolerance * largest));
            }
        }
    }

    private static List<double[]> run(Group group, Model model, Map<String, Long> sizes, List<Tensor> numbers) {
        int[] free = {sizes.get("N").intValue(), sizes.get("T").intValue()};
        Object[] inputs = model.predictionInputs().stream()
                .map(k -> array(model, group.inputs.get(k).type().dtype(), numbers.get(k)))
                .toArray();
        Object[] outputs = new Object[group.outputs.size()];
        for (int k = 0; k < outputs.length; k++) {
            int length = 1;
            for (int size : model.outputShape(k, free)) {
                length *= size;
            }
            outputs[k] = array(model, group.outputs.get(k).value().type().dtype(), Tensor.zeros(new int[] {length}));
        }
        model.predict(inputs, free, outputs);
        return Stream.of(outputs).map(GeneratedOperationsTest::numbers).toList();
    }

    private static Object array(Model model, DType type, Tensor tensor) {
        double[] data = tensor.data();
        if (type != DType.FLOAT) {
            return java.util.Arrays.stream(data).mapToInt(x -> (int) x).toArray();
        } else if (model.isDouble()) {
            return data.clone();
        }
        float[] floats = new float[data.length];
        for (int i = 0; i < data.length; i++) {
            floats[i] = (float) data[i];
        }
        return floats;
    }

    private static double[] numbers(Object array) {
        double[] numbers = new double[java.lang.reflect.Array.getLength(array)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = java.lang.reflect.Array.getDouble(array, i);
        }
        return numbers;
    }
}
