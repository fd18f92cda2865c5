package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.kernel.Repeat;
import dev.leibniz.compiler.kernel.Step;
import dev.leibniz.compiler.kernel.Walk;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.compiler.semantics.UpdateRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What all classes of one network are written from.
 *
 * @param sizes the free sizes of the network
 * @param draws whether anything random is computed
 * @param methods the kernels that were called so far
 */
record Emission(
        NetworkCode code, NetworkNames names, Elements elements, Sizes sizes, boolean draws, KernelMethods methods) {
    static Emission of(NetworkCode code, boolean vectors) {
        List<String> turns = turns(code);
        List<String> classes = NetworkNames.classes(code);
        Sizes sizes = new Sizes(code.freeSizes(), turns, classes);
        Elements elements = new Elements(code.doublePrecision());
        List<String> kernelSizes = new ArrayList<>(code.freeSizes());
        if (!kernelSizes.contains(UpdateRule.ELEMENTS)) {
            kernelSizes.add(UpdateRule.ELEMENTS);
        }
        KernelMethods methods = new KernelMethods(elements, new Sizes(kernelSizes, turns, classes), vectors);
        return new Emission(code, new NetworkNames(code, sizes), elements, sizes, draws(code), methods);
    }

    /** Whether trainers update parameters while the backward pass runs. */
    boolean sweeps() {
        return code.train().map(Plan::sweeps).orElse(false);
    }

    /** The variables of all loops over kernels. */
    private static List<String> turns(NetworkCode code) {
        Set<String> turns = new LinkedHashSet<>();
        code.plans().stream()
                .flatMap(plan -> Stream.of(plan.forward(), plan.backward()))
                .forEach(steps -> collectTurns(steps, turns));
        return List.copyOf(turns);
    }

    private static void collectTurns(List<Step> steps, Set<String> turns) {
        for (Step step : steps) {
            if (step instanceof Repeat repeat) {
                turns.add(repeat.variable());
                collectTurns(repeat.body(), turns);
            }
        }
    }

    /** The array that a buffer is part of, as an expression inside a pass. */
    CodeBlock array(Buffer buffer) {
        return switch (buffer.kind()) {
            case INPUT, OUTPUT -> CodeBlock.of("$L", names.variable(buffer));
            case PARAMETER -> CodeBlock.of("parameters");
            case GRADIENT -> CodeBlock.of("gradient");
            case HYPER -> CodeBlock.of("hypers");
            case DRAWS -> CodeBlock.of("draws");
            case RESULT -> CodeBlock.of("results");
            case LOCAL -> CodeBlock.of("scratch");
            case SLOT -> CodeBlock.of(buffer.type() == dev.leibniz.compiler.ir.DType.FLOAT ? "floats" : "ints");
            case STATE -> CodeBlock.of("states");
            case NEXT -> CodeBlock.of("nextStates");
        };
    }

    /** Where a buffer without a slot begins in its array. */
    String offset(Buffer buffer) {
        return switch (buffer.kind()) {
            case PARAMETER, GRADIENT, STATE, NEXT -> names.offset(buffer);
            default -> buffer.offset().toString();
        };
    }

    boolean hasStates() {
        return !code.states().isEmpty();
    }

    private static boolean draws(NetworkCode code) {
        return code.plans().stream()
                .flatMap(plan -> plan.kernels().stream())
                .flatMap(kernel -> Walk.buffers(kernel.body()).keySet().stream())
                .anyMatch(buffer -> buffer.kind() == Buffer.Kind.DRAWS);
    }

    boolean trains() {
        return code.train().isPresent();
    }

    boolean isPredicting() {
        return !code.outputs().isEmpty();
    }
}
