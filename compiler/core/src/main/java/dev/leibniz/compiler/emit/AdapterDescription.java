package dev.leibniz.compiler.emit;

import static dev.leibniz.compiler.emit.AdapterClass.overriding;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.Parameter;
import java.util.List;

/** What {@link Model} says of a network: names, types and shapes. */
final class AdapterDescription {
    private final Emission emission;
    private final NetworkCode code;

    AdapterDescription(Emission emission) {
        this.emission = emission;
        this.code = emission.code();
    }

    void addTo(TypeSpec.Builder type) {
        type.addMethod(overriding("name")
                .returns(String.class)
                .addStatement("return $S", code.name())
                .build());
        type.addMethod(overriding("hash")
                .returns(String.class)
                .addStatement("return $T.HASH", emission.names().model())
                .build());
        type.addMethod(overriding("isDouble")
                .returns(TypeName.BOOLEAN)
                .addStatement("return $L", code.doublePrecision())
                .build());
        type.addMethod(overriding("hasLoss")
                .returns(TypeName.BOOLEAN)
                .addStatement("return $L", emission.trains())
                .build());
        type.addMethod(strings("sizes", code.freeSizes()));
        type.addMethod(tensors(
                "inputs",
                code.inputs().stream()
                        .map(input -> tensor(input.name(), input.type(), input.shape()))
                        .toList()));
        type.addMethod(tensors(
                "outputs",
                code.outputs().stream()
                        .map(output -> tensor(output.name(), output.type(), output.shape()))
                        .toList()));
        List<CodeBlock> needed = new Calls(emission)
                .inputs(true).stream()
                        .map(input -> CodeBlock.of("$L", code.inputs().indexOf(input)))
                        .toList();
        type.addMethod(overriding("predictionInputs")
                .returns(ParameterizedTypeName.get(List.class, Integer.class))
                .addStatement("return $T.of($L)", List.class, CodeBlock.join(needed, ", "))
                .build());
        type.addMethod(strings(
                "metrics", code.metrics().stream().map(NetworkCode.Metric::name).toList()));
        type.addMethod(strings(
                "hypers",
                code.hypers().stream().map(NetworkCode.HyperSlot::name).toList()));
        type.addMethod(overriding("parameterList")
                .returns(ParameterizedTypeName.get(List.class, Parameter.class))
                .addStatement("return $T.ALL", emission.names().parameters())
                .build());
    }

    MethodSpec outputShape() {
        MethodSpec.Builder method = overriding("outputShape")
                .returns(ArrayTypeName.of(TypeName.INT))
                .addParameter(TypeName.INT, "output")
                .addParameter(ArrayTypeName.of(TypeName.INT), "sizes")
                .varargs();
        List<String> names = emission.sizes().names();
        for (int k = 0; k < names.size(); k++) {
            method.addStatement("final int $L = sizes[$L]", names.get(k), k);
        }
        CodeBlock.Builder cases = CodeBlock.builder();
        if (code.outputs().isEmpty()) {
            return method.addStatement(AdapterClass.refusal("the network has no output"))
                    .build();
        }
        for (int k = 0; k < code.outputs().size(); k++) {
            List<CodeBlock> sizes = code.outputs().get(k).shape().sizes().stream()
                    .map(emission.sizes()::of)
                    .toList();
            cases.add("case $L -> new int[] {$L};\n", k, CodeBlock.join(sizes, ", "));
        }
        return method.addCode(
                        "return switch (output) {\n$>$Ldefault -> throw new $T($S + output);\n$<};\n",
                        cases.build(),
                        IndexOutOfBoundsException.class,
                        "no output has the number ")
                .build();
    }

    private static CodeBlock list(List<String> texts) {
        List<CodeBlock> quoted =
                texts.stream().map(text -> CodeBlock.of("$S", text)).toList();
        return CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(quoted, ",$W"));
    }

    private static MethodSpec strings(String name, List<String> texts) {
        return overriding(name)
                .returns(ParameterizedTypeName.get(List.class, String.class))
                .addStatement("return $L", list(texts))
                .build();
    }

    private static CodeBlock tensor(String name, DType type, Shape shape) {
        List<String> sizes = shape.sizes().stream().map(Size::toString).toList();
        return CodeBlock.of("new $T($S, $S, $L)", Model.Tensor.class, name, type.spelling(), list(sizes));
    }

    private static MethodSpec tensors(String name, List<CodeBlock> tensors) {
        return overriding(name)
                .returns(ParameterizedTypeName.get(List.class, Model.Tensor.class))
                .addStatement("return $T.of($L)", List.class, CodeBlock.join(tensors, ",$W"))
                .build();
    }
}
