package dev.leibniz.compiler.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Draw;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.StandardLibrary;
import dev.leibniz.compiler.semantics.State;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Parser;
import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every layer and function of the standard library has the derivatives that central differences show, at initialisation and after training, for several
 * batches and lengths, as it is in training and in prediction; and generated code computes the same.
 */
class StandardLibraryTest {
    private static final List<Long> BATCHES = List.of(1L, 2L, 5L);
    private static final List<Long> LENGTHS = List.of(1L, 7L);
    private static final long SEED = 11;
    private static final int STEPS = 10;
    private static final int COMPARED = 30;

    static List<LibraryEntry> entries() {
        return LibraryEntry.all();
    }

    @Test
    void everythingInTheLibraryHasAnEntry() {
        Map<String, Integer> declared = new LinkedHashMap<>();
        StandardLibrary.programs()
                .forEach(program -> program.declarations().stream()
                        .filter(declaration -> !(declaration instanceof Declaration.Optimizer))
                        .forEach(
                                declaration -> declared.merge(declaration.name().text(), 1, Integer::sum)));
        Map<String, Integer> entries = new LinkedHashMap<>();
        entries().forEach(entry -> entries.merge(entry.name(), 1, Integer::sum));

        assertThat(declared).isNotEmpty();
        declared.forEach((name, overloads) ->
                assertThat(entries.getOrDefault(name, 0)).as(name).isGreaterThanOrEqualTo(overloads));
        assertThat(entries).containsKeys("softmax", "softplus", "dropout", "max_pool", "avg_pool");
    }

    /** The network as it is in training, or in prediction. */
    private record Phase(boolean training, Network network, GradientChecker checker) {
        static Phase of(LibraryEntry entry, boolean training) {
            Network network = elaborated(entry, training);
            return new Phase(
                    training,
                    network,
                    new GradientChecker(network, network.loss().orElseThrow(), COMPARED));
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void derivativesAgreeWithDifferencesBeforeAndAfterTraining(LibraryEntry entry) throws Exception {
        Model model = model(entry);
        Phase prediction = Phase.of(entry, false);
        Phase training = Phase.of(entry, true);

        check(entry, prediction, model, "at initialisation");
        check(entry, training, model, "at initialisation");
        train(entry, training.network(), model);
        check(entry, prediction, model, "after " + STEPS + " steps");
        check(entry, training, model, "after " + STEPS + " steps");
    }

    private static List<Map<String, Long>> sizes(LibraryEntry entry) {
        List<Map<String, Long>> all = new ArrayList<>();
        for (long batch : BATCHES) {
            for (long length : entry.hasTime() ? LENGTHS : List.of(1L)) {
                Map<String, Long> sizes = new LinkedHashMap<>(Map.of("N", batch));
                if (entry.hasTime()) {
                    sizes.put("T", length);
                }
                all.add(sizes);
            }
        }
        return all;
    }

    private static void check(LibraryEntry entry, Phase phase, Model model, String when) {
        for (Map<String, Long> sizes : sizes(entry)) {
            String where = when + (phase.training() ? " in training " : " in prediction ") + sizes;
            Map<Leaf, Tensor> point = point(phase.network(), model, sizes);

            GradientReport report = phase.checker().check(sizes, point);

            assertThat(report.rows()).as(where).isNotEmpty().allMatch(GradientReport.Row::agrees);
            double loss = phase.training()
                    ? checkGenerated(phase, model, sizes, point, where)
                    : model.evaluate(inputs(phase.network(), model, point), free(model, sizes))[0];
            double tolerance = 1e-10 * Math.max(1, Math.abs(report.loss()));
            assertThat(loss).as(where).isCloseTo(report.loss(), within(tolerance));
        }
    }

    /** Holds the generated backward pass against the interpreter; its loss. */
    private static double checkGenerated(
            Phase phase, Model model, Map<String, Long> sizes, Map<Leaf, Tensor> point, String where) {
        double[] gradient = new double[((double[]) model.parameters()).length];
        model.setDraws(SEED, 0);
        double loss = model.lossAndGradient(inputs(phase.network(), model, point), free(model, sizes), gradient);
        List<Tensor> expected = phase.checker().gradients(sizes, point);
        for (int k = 0; k < model.parameterList().size(); k++) {
            Parameter parameter = model.parameterList().get(k);
            double[] wanted = expected.get(k).data();
            double[] actual = Arrays.copyOfRange(gradient, parameter.offset(), parameter.offset() + wanted.length);
            assertThat(actual).as(parameter.path() + " " + where).containsExactly(wanted, within(1e-10));
        }
        return loss;
    }

    private static void train(LibraryEntry entry, Network network, Model model) {
        List<Map<String, Long>> all = sizes(entry);
        Model.Training training = model.training(free(model, all.get(all.size() - 1)));
        for (int step = 0; step < STEPS; step++) {
            Map<String, Long> sizes = all.get(step % all.size());
            training.step(inputs(network, model, point(network, model, sizes)), free(model, sizes));
        }
    }

    // -- where

    /** Random inputs; parameters and states of the model; random numbers of its seed in round 0. */
    private static Map<Leaf, Tensor> point(Network network, Model model, Map<String, Long> sizes) {
        Map<Leaf, Tensor> point = new RandomPoint(sizes, SEED, false).draw(network);
        double[] parameters = (double[]) model.parameters();
        for (int k = 0; k < network.parameters().size(); k++) {
            fill(
                    point,
                    network.parameters().get(k).leaf(),
                    parameters,
                    model.parameterList().get(k));
        }
        double[] states = (double[]) model.states();
        for (int k = 0; k < network.states().size(); k++) {
            State state = network.states().get(k);
            fill(point, state.leaf(), states, model.stateList().get(k));
        }
        point.put(Draw.KEY, Draw.key(SEED, 0));
        return point;
    }

    private static void fill(Map<Leaf, Tensor> point, Value leaf, double[] from, Parameter place) {
        double[] data = point.get((Leaf) leaf.op()).data();
        System.arraycopy(from, place.offset(), data, 0, data.length);
    }

    private static Object[] inputs(Network network, Model model, Map<Leaf, Tensor> point) {
        Object[] arrays = new Object[network.inputs().size()];
        for (int k = 0; k < arrays.length; k++) {
            double[] data =
                    point.get((Leaf) network.inputs().get(k).leaf().op()).data();
            arrays[k] = model.inputs().get(k).type().equals("float")
                    ? data.clone()
                    : Arrays.stream(data).mapToInt(x -> (int) x).toArray();
        }
        return arrays;
    }

    private static int[] free(Model model, Map<String, Long> sizes) {
        return model.sizes().stream()
                .mapToInt(name -> sizes.get(name).intValue())
                .toArray();
    }

    // -- what

    private static SourceFile source(LibraryEntry entry) {
        return new SourceFile("Net.nn", entry.text());
    }

    private static Network elaborated(LibraryEntry entry, boolean training) {
        Diagnostics diagnostics = new Diagnostics();
        LeibnizCompiler.Programs programs =
                new LeibnizCompiler.Programs(List.of(Parser.parse(source(entry), diagnostics)), List.of());
        List<Network> networks =
                Pipeline.trainingNetworks(programs, CompileOptions.DEFAULTS.withTraining(training), diagnostics);
        assertThat(networks).hasSize(1);
        return networks.get(0);
    }

    private static Model model(LibraryEntry entry) throws Exception {
        CompileOptions plain = new CompileOptions(Optional.of(Precision.DOUBLE), false, Map.of(), Optional.empty());
        CompileRequest request = CompileRequest.of(source(entry), plain);
        CompiledNetwork network = new LeibnizCompiler().networks(request).get(0);
        return InMemoryJavac.ofRuntime().orElseThrow().compile(network.files()).initialise(network.className(), SEED);
    }
}
