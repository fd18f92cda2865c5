package dev.leibniz.compiler.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.compiler.autodiff.ReverseMode;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The standard library computes what PyTorch computes: values, gradients and training steps. */
class ReferenceTest {
    private static final Path FOLDER = Path.of("src/test/resources/reference");

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void valuesAndGradientsAreThoseOfPyTorch(String name) throws IOException {
        Path folder = FOLDER.resolve(name);
        Map<String, Tensor> in = StoredTensors.read(Files.readAllBytes(folder.resolve("in.safetensors")));
        Map<String, Tensor> expected = StoredTensors.read(Files.readAllBytes(folder.resolve("expected.safetensors")));
        String args = args(folder);
        Network network = network(folder);

        Map<String, Tensor> results = run(network, in);
        if (args.startsWith("--steps")) {
            results.putAll(train(network, in, Integer.parseInt(args.substring("--steps ".length()))));
        }

        assertThat(results).containsOnlyKeys(expected.keySet());
        expected.forEach((key, tensor) -> {
            assertThat(results.get(key).shape()).as(key).isEqualTo(tensor.shape());
            assertThat(results.get(key).data()).as(key).containsExactly(tensor.data(), within(1e-11));
        });
    }

    /** The network of a case, as its arguments want it. */
    static Network network(Path folder) throws IOException {
        Options options = Options.of(args(folder).equals("--training"));
        return Elaborated.network(options, Files.readString(folder.resolve("Net.nn"), StandardCharsets.UTF_8));
    }

    private static String args(Path folder) throws IOException {
        return Files.readString(folder.resolve("args"), StandardCharsets.UTF_8).strip();
    }

    private static Map<String, Tensor> run(Network network, Map<String, Tensor> in) {
        Map<String, Value> roots = new HashMap<>();
        network.outputs().forEach(output -> roots.put("output." + output.name(), output.value()));
        Value loss = network.loss().orElseThrow().value();
        roots.put("loss", loss);
        Map<String, Value> leaves = new HashMap<>();
        network.parameters().forEach(parameter -> leaves.put(parameter.path(), parameter.leaf()));
        network.inputs().stream()
                .filter(input -> input.type().isFloat())
                .forEach(input -> leaves.put(input.name(), input.leaf()));
        List<String> names = new ArrayList<>(leaves.keySet());
        List<Optional<Value>> gradients = ReverseMode.gradients(
                network.graph(), loss, names.stream().map(leaves::get).toList());
        for (int i = 0; i < names.size(); i++) {
            roots.put("grad." + names.get(i), gradients.get(i).orElseThrow());
        }
        List<String> keys = new ArrayList<>(roots.keySet());
        List<Tensor> values = Elaborated.evaluate(
                network.graph(), keys.stream().map(roots::get).toList(), Elaborated.sizes(network, in), in);
        Map<String, Tensor> results = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            results.put(keys.get(i), values.get(i));
        }
        return results;
    }

    /** Steps on one batch by the first rule, a parameter at a time. */
    private static Map<String, Tensor> train(Network network, Map<String, Tensor> in, int steps) {
        UpdateRule rule = network.rules().get(0);
        Map<String, Tensor> tensors = new HashMap<>(in);
        Map<String, Map<String, Tensor>> states = new HashMap<>();
        double[] history = new double[steps];
        for (int step = 1; step <= steps; step++) {
            Map<String, Tensor> results = run(network, tensors);
            history[step - 1] = results.get("loss").data()[0];
            for (Parameter parameter : network.parameters()) {
                Tensor w = tensors.get(parameter.path());
                Map<String, Tensor> own = states.computeIfAbsent(parameter.path(), path -> initial(rule, w.size()));
                tensors.put(parameter.path(), update(rule, w, results.get("grad." + parameter.path()), step, own));
            }
        }
        Map<String, Tensor> trained = new HashMap<>();
        network.parameters().forEach(parameter -> trained.put(parameter.path(), tensors.get(parameter.path())));
        trained.put("loss.history", new Tensor(new int[] {steps}, history));
        return trained;
    }

    private static Map<String, Tensor> initial(UpdateRule rule, int size) {
        Map<String, Tensor> states = new HashMap<>();
        rule.states().forEach(state -> states.put(state.name(), Tensor.filled(state.initial(), size)));
        return states;
    }

    private static Tensor update(UpdateRule rule, Tensor w, Tensor g, int step, Map<String, Tensor> states) {
        Map<String, Tensor> leaves = new HashMap<>(states);
        leaves.put("w", new Tensor(new int[] {w.size()}, w.data()));
        leaves.put("g", new Tensor(new int[] {w.size()}, g.data()));
        leaves.put("t", Tensor.scalar(step));
        List<Value> roots = new ArrayList<>(List.of(rule.nextW()));
        rule.states().forEach(state -> roots.add(state.next()));
        List<Tensor> next =
                Elaborated.evaluate(rule.graph(), roots, Map.of(UpdateRule.ELEMENTS, (long) w.size()), leaves);
        for (int i = 0; i < rule.states().size(); i++) {
            states.put(rule.states().get(i).name(), next.get(i + 1));
        }
        return new Tensor(w.shape(), next.get(0).data());
    }
}
