package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Ready;
import dev.leibniz.compiler.kernel.Step;
import dev.leibniz.compiler.kernel.Walk;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.runtime.Share;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a pass over a network takes: just the sizes and arrays that its kernels use, always called the same. */
record Arguments(List<ParameterSpec> declarations) {
    /** What a thread of a team does of the pass. */
    static final String SHARE = "share";

    /** @param turns the variables of the loops around the pass */
    static Arguments of(Emission emission, List<Step> steps, List<String> turns) {
        Set<Buffer> buffers = new LinkedHashSet<>();
        Step.kernels(steps)
                .forEach(kernel -> buffers.addAll(Walk.buffers(kernel.body()).keySet()));
        Set<Buffer.Kind> kinds = EnumSet.noneOf(Buffer.Kind.class);
        buffers.forEach(buffer -> kinds.add(buffer.kind()));
        List<ParameterSpec> all = new ArrayList<>();
        emission.sizes().names().forEach(size -> all.add(parameter(TypeName.INT, size)));
        for (NetworkCode.Argument input : emission.code().inputs()) {
            if (buffers.contains(input.buffer())) {
                all.add(parameter(
                        emission.elements().array(input.type()),
                        emission.names().variable(input.buffer())));
            }
        }
        TypeName array = emission.elements().array();
        if (kinds.contains(Buffer.Kind.PARAMETER)) {
            all.add(parameter(array, "parameters"));
        }
        if (kinds.contains(Buffer.Kind.STATE)) {
            all.add(parameter(array, "states"));
        }
        if (kinds.contains(Buffer.Kind.DRAWS)) {
            all.add(parameter(ArrayTypeName.of(TypeName.INT), "draws"));
        }
        if (kinds.contains(Buffer.Kind.HYPER)) {
            all.add(parameter(array, "hypers"));
        }
        for (NetworkCode.Result output : emission.code().outputs()) {
            if (buffers.contains(output.buffer())) {
                all.add(parameter(
                        emission.elements().array(output.type()),
                        emission.names().variable(output.buffer())));
            }
        }
        if (kinds.contains(Buffer.Kind.GRADIENT)) {
            all.add(parameter(array, "gradient"));
        }
        all.add(parameter(emission.names().workspace(), "workspace"));
        if (steps.stream().anyMatch(Ready.class::isInstance)) {
            all.add(parameter(emission.names().trainer(), "trainer"));
        }
        all.add(parameter(ClassName.get(Share.class), SHARE));
        turns.forEach(turn -> all.add(parameter(TypeName.INT, turn)));
        return new Arguments(all);
    }

    private static ParameterSpec parameter(TypeName type, String name) {
        return ParameterSpec.builder(type, name).build();
    }

    /** The same variables as the values of a call. */
    CodeBlock values() {
        List<CodeBlock> values = declarations.stream()
                .map(declaration -> CodeBlock.of("$L", declaration.name()))
                .toList();
        return CodeBlock.join(values, ",$W");
    }
}
