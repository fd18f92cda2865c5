package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompiledNetwork;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.explain.Figures;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.kernel.Step;
import dev.leibniz.compiler.kernel.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KernelCostsTest {
    private static final Figures FIGURES = new Figures(Map.of("N", 5L, "T", 7L));

    @TempDir
    private Path folder;

    private CompiledNetwork network(String rule) throws IOException {
        Path file = Files.writeString(folder.resolve("Net.nn"), """
                package demo;
                optimizer centred(rate) { next w = w - rate * (g - mean(g)); }
                network Net {
                  size N;
                  size T;
                  input x: float[N, T, 6];
                  param W: float[8, 6, 6] = normal(0, 0.3);
                  param U: float[6, 6] = normal(0, 0.3);
                  h = x;
                  for k in 0..8 { h = tanh(h @ W[k]); }
                  scan t in 0..T with s = zeros([N, 6]) { s = tanh(h[:, t] + s @ U); }
                  loss mean(s^2);
                  train %s(rate = 0.1);
                }
                """.formatted(rule));
        CompileOptions options = new CompileOptions(Optional.empty(), true, Map.of(), Optional.empty());
        return new LeibnizCompiler()
                .networks(SourceFiles.read(List.of(file)).request(options))
                .get(0);
    }

    private static Task step(CompiledNetwork network) {
        return new Task(
                "step",
                network.code().train().orElseThrow(),
                Optional.of(network.code().updates().get(0)),
                () -> () -> {});
    }

    @Test
    void everyKernelOfAStepIsBehindOneOfTheMethods() throws IOException {
        CompiledNetwork network = network("sgd");
        Task step = step(network);
        List<Kernel> kernels = new ArrayList<>(step.plan().kernels());
        kernels.add(step.update().orElseThrow().kernel());

        List<KernelCost> costs = KernelCosts.of(network, step, FIGURES);

        Set<String> methods = kernels.stream().map(network.kernels()::method).collect(Collectors.toSet());
        assertThat(costs).extracting(KernelCost::method).containsExactlyInAnyOrderElementsOf(methods);
        String declarations = network.files().stream()
                .filter(file -> file.path().endsWith("/NetKernels.java"))
                .findFirst()
                .orElseThrow()
                .text();
        assertThat(methods).allSatisfy(method -> assertThat(declarations).contains("void " + method + "("));
        assertThat(costs).extracting(KernelCost::lines).anyMatch(lines -> lines.contains("Net.nn:10"));
    }

    @Test
    void operationsAndBytesAreThoseOfThePlanAndTheUpdate() throws IOException {
        CompiledNetwork network = network("sgd");
        Task step = step(network);
        Plan plan = step.plan();
        List<Step> steps = new ArrayList<>(plan.forward());
        steps.addAll(plan.backward());
        Traffic traffic = Traffic.of(steps, false);
        List<KernelCost> costs = KernelCosts.of(network, step, FIGURES);
        long updates = cost(costs, "sgd").flops();

        assertThat(updates).isEqualTo(2 * 324);
        assertThat(costs.stream().mapToLong(KernelCost::flops).sum() - updates).isEqualTo(FIGURES.value(plan.flops()));
        assertThat(costs.stream().mapToLong(KernelCost::bytes).sum()
                        - cost(costs, "sgd").bytes())
                .isEqualTo(FIGURES.value(traffic.reads()) + FIGURES.value(traffic.writes()));
    }

    @Test
    void turnsOfLoopsAreCalls() throws IOException {
        CompiledNetwork network = network("sgd");

        assertThat(KernelCosts.of(network, step(network), FIGURES))
                .extracting(KernelCost::calls)
                .contains(1L, 7L, 8L);
    }

    @Test
    void aRuleOfSingleParametersIsCalledForEach() throws IOException {
        CompiledNetwork network = network("centred");
        KernelCost update = cost(KernelCosts.of(network, step(network), FIGURES), "centred");

        assertThat(update.calls()).isEqualTo(2);
    }

    private static KernelCost cost(List<KernelCost> costs, String method) {
        return costs.stream()
                .filter(cost -> cost.method().equals(method))
                .findFirst()
                .orElseThrow();
    }
}
