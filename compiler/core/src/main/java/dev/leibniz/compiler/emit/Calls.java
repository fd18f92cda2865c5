package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.runtime.Checks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the public methods of a model take, and how it is checked. Free sizes follow from the lengths of arrays if each is, but for a fixed factor, the length of
 * some input of prediction; otherwise all are arguments, before the arrays.
 */
final class Calls {
    /** An input whose length says what a free size is. */
    private record Source(NetworkCode.Argument input, Size rowLength) {}

    private final Emission emission;
    private final Map<String, Source> sources = new LinkedHashMap<>();

    Calls(Emission emission) {
        this.emission = emission;
        for (String size : emission.sizes().free()) {
            source(size).ifPresent(source -> sources.put(size, source));
        }
        if (sources.size() < emission.sizes().free().size()) {
            sources.clear();
        }
    }

    private Optional<Source> source(String size) {
        return inputs(true).stream()
                .flatMap(input -> input.shape().elements().dividedBy(Size.symbol(size)).stream()
                        .filter(Size::isConstant)
                        .map(rowLength -> new Source(input, rowLength)))
                .findFirst();
    }

    boolean sizesAreArguments() {
        return sources.isEmpty() && !emission.sizes().free().isEmpty();
    }

    List<NetworkCode.Argument> inputs(boolean predicting) {
        return emission.code().inputs().stream()
                .filter(input -> !predicting || input.predicts())
                .toList();
    }

    /** The free sizes as parameters, whether or not calls need them. */
    List<ParameterSpec> sizes() {
        return emission.sizes().names().stream()
                .map(size -> ParameterSpec.builder(TypeName.INT, size).build())
                .toList();
    }

    /** Sizes if they are arguments, then the arrays of the inputs. */
    List<ParameterSpec> parameters(boolean predicting) {
        List<ParameterSpec> all = new ArrayList<>(sizesAreArguments() ? sizes() : List.of());
        for (NetworkCode.Argument input : inputs(predicting)) {
            all.add(ParameterSpec.builder(emission.elements().array(input.type()), variable(input))
                    .build());
        }
        return all;
    }

    /** The arrays that outputs are written to. */
    List<ParameterSpec> outputs() {
        return emission.code().outputs().stream()
                .map(output -> ParameterSpec.builder(
                                emission.elements().array(output.type()),
                                emission.names().variable(output.buffer()))
                        .build())
                .toList();
    }

    /** Parameters as the values of a call. */
    static CodeBlock values(List<ParameterSpec> parameters) {
        return CodeBlock.join(
                parameters.stream().map(p -> CodeBlock.of("$L", p.name())).toList(), ", ");
    }

    private String variable(NetworkCode.Argument input) {
        return emission.names().variable(input.buffer());
    }

    // -- checks

    /** Defines the free sizes, where they are no arguments, and refuses those that the network cannot be computed with. */
    CodeBlock bind() {
        CodeBlock.Builder code = CodeBlock.builder();
        sources.forEach((size, source) -> code.addStatement(
                "final int $L = $T.rows($S, $L.length, $L)",
                emission.sizes().name(size),
                Checks.class,
                source.input.name(),
                variable(source.input),
                source.rowLength));
        if (sizesAreArguments()) {
            emission.sizes().names().forEach(size -> code.addStatement("$T.size($S, $L)", Checks.class, size, size));
        }
        emission.code().requirements().forEach(requirement -> require(code, requirement));
        return code.build();
    }

    private void require(CodeBlock.Builder code, NetworkCode.Requirement requirement) {
        CodeBlock.Builder sizes = CodeBlock.builder();
        String before = ": ";
        for (String symbol : requirement.notNegative().symbols()) {
            sizes.add(" + $S + $L", before + symbol + " = ", emission.sizes().name(symbol));
            before = ", ";
        }
        code.beginControlFlow("if ($L < 0)", emission.sizes().exact(requirement.notNegative()))
                .addStatement(
                        "throw new $T($S$L)", IllegalArgumentException.class, requirement.message(), sizes.build())
                .endControlFlow();
    }

    /** Refuses arrays of wrong lengths, values out of range, and sizes beyond those of the workspace. */
    CodeBlock check(boolean predicting) {
        CodeBlock.Builder code = CodeBlock.builder();
        emission.sizes()
                .names()
                .forEach(size -> code.addStatement("$T.within($S, $L, workspace.$L)", Checks.class, size, size, size));
        for (NetworkCode.Argument input : inputs(predicting)) {
            if (sources.values().stream().noneMatch(source -> source.input.equals(input))) {
                code.addStatement(
                        "$T.length($S, $L.length, $L)",
                        Checks.class,
                        input.name(),
                        variable(input),
                        emission.sizes().exact(input.shape().elements()));
            }
            range(code, input);
        }
        return code.build();
    }

    private void range(CodeBlock.Builder code, NetworkCode.Argument input) {
        if (input.low().isPresent() && input.high().isPresent()) {
            code.addStatement(
                    "$T.range($S, $L, $L.length, $L, $L)",
                    Checks.class,
                    input.name(),
                    variable(input),
                    variable(input),
                    emission.sizes().exact(input.low().get()),
                    emission.sizes().exact(input.high().get()));
        }
    }

    CodeBlock checkOutputs() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (NetworkCode.Result output : emission.code().outputs()) {
            code.addStatement(
                    "$T.capacity($S, $L.length, $L)",
                    Checks.class,
                    output.name(),
                    emission.names().variable(output.buffer()),
                    emission.sizes().exact(output.shape().elements()));
        }
        return code.build();
    }
}
