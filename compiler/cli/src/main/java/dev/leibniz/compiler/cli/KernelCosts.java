package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.CompiledNetwork;
import dev.leibniz.compiler.explain.Figures;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Formula;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Ready;
import dev.leibniz.compiler.kernel.Repeat;
import dev.leibniz.compiler.kernel.Step;
import dev.leibniz.compiler.kernel.Traffic;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.compiler.semantics.UpdateRule;
import dev.leibniz.compiler.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The costs of all kernels that one run of a network calls, by the schedule's own counts, summed up by method. */
final class KernelCosts {
    /** A kernel may come from dozens of lines. */
    private static final int MOST_LINES = 3;

    private final CompiledNetwork network;
    private final Figures figures;
    private final Map<String, Sum> sums = new LinkedHashMap<>();
    private long points;

    private KernelCosts(CompiledNetwork network, Figures figures) {
        this.network = network;
        this.figures = figures;
    }

    /** One for each method, in the order of their first calls. */
    static List<KernelCost> of(CompiledNetwork network, Task task, Figures figures) {
        KernelCosts costs = new KernelCosts(network, figures);
        costs.steps(task.plan().forward(), 1);
        costs.steps(task.plan().backward(), 1);
        task.update().ifPresent(costs::update);
        return costs.sums.entrySet().stream()
                .map(sum -> sum.getValue().cost(sum.getKey()))
                .toList();
    }

    /** What the calls of one method add up to. */
    private static final class Sum {
        private final Map<String, SortedSet<Integer>> lines = new LinkedHashMap<>();
        private String formula = "";
        private long calls;
        private long flops;
        private long bytes;

        KernelCost cost(String method) {
            String places = lines.entrySet().stream()
                    .map(file -> file.getKey() + ":" + shortened(file.getValue()))
                    .collect(Collectors.joining(" "));
            return new KernelCost(method, places, formula, calls, flops, bytes);
        }

        private static String shortened(SortedSet<Integer> lines) {
            String first = lines.stream().limit(MOST_LINES).map(String::valueOf).collect(Collectors.joining(","));
            return lines.size() > MOST_LINES ? first + "…" : first;
        }
    }

    private void steps(List<Step> steps, long turns) {
        for (Step step : steps) {
            if (step instanceof Repeat repeat) {
                steps(repeat.body(), turns * figures.value(repeat.count()));
            } else if (step instanceof Kernel kernel) {
                add(kernel, turns, figures);
            } else if (step instanceof Ready) {
                points++;
            }
        }
    }

    /** A rule of whole arrays runs once, or at each point of the backward pass at which some parameters are ready; any other once a parameter. */
    private void update(NetworkCode.Update update) {
        if (update.wholeArray()) {
            add(update.kernel(), 1, of(network.code().parameterCount()));
            sum(update.kernel()).calls += Math.max(1, points) - 1;
            return;
        }
        for (NetworkCode.ParameterSlot parameter : network.code().parameters()) {
            add(
                    update.kernel(),
                    parameter.tensors(),
                    of(parameter.tensor().elements().constant()));
        }
    }

    /** Figures for the kernel of an update over so many elements. */
    private Figures of(long elements) {
        return figures.with(UpdateRule.ELEMENTS, elements);
    }

    private void add(Kernel kernel, long calls, Figures values) {
        Sum sum = sum(kernel);
        Traffic traffic = Traffic.of(kernel, network.code().doublePrecision());
        Size bytes = traffic.reads().plus(traffic.writes());
        sum.calls += calls;
        sum.flops += calls * values.value(kernel.flops());
        sum.bytes += calls * values.value(bytes);
        for (Formula formula : kernel.formulas()) {
            sum.formula = sum.formula.isEmpty() ? formula.text() : sum.formula;
            Span origin = formula.origin();
            if (!origin.isNone()) {
                sum.lines
                        .computeIfAbsent(origin.file().name(), file -> new TreeSet<>())
                        .add(origin.line());
            }
        }
    }

    private Sum sum(Kernel kernel) {
        return sums.computeIfAbsent(network.kernels().method(kernel), method -> new Sum());
    }
}
