package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.kernel.Walk;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.runtime.Checks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The ways to predict: into the caller's arrays, into new ones, and without types. */
final class PredictionMethods {
    private final NetworkCode code;
    private final NetworkNames names;
    private final Elements elements;
    private final Members members;
    private final Sizing sizing;

    PredictionMethods(NetworkCode code, NetworkNames names, Elements elements, Members members, Sizing sizing) {
        this.code = code;
        this.names = names;
        this.elements = elements;
        this.members = members;
        this.sizing = sizing;
    }

    void addTo(TypeSpec.Builder type) {
        if (!code.outputs().isEmpty()) {
            type.addMethod(intoArrays());
            type.addMethod(allocating());
            if (code.outputs().size() > 1) {
                type.addType(prediction());
            }
        }
        type.addMethod(untyped());
    }

    /** The arguments of a plan's static method: kernels, the arrays it touches, workspace, sizes. */
    static CodeBlock planArguments(Members members, List<Kernel> kernels, CodeBlock parameters, Sizing sizing) {
        Set<dev.leibniz.compiler.kernel.Buffer> touched = new LinkedHashSet<>();
        kernels.forEach(kernel -> touched.addAll(Walk.buffers(kernel.body()).keySet()));
        List<CodeBlock> arguments = new ArrayList<>(List.of(parameters));
        members.arrays(touched).forEach(array -> arguments.add(CodeBlock.of("$L", array.name())));
        arguments.add(CodeBlock.of("workspace"));
        arguments.addAll(sizing.sizes());
        return CodeBlock.join(arguments, ", ");
    }

    /** Statements that see that a workspace is large enough for a plan. */
    static void requireMemory(MethodSpec.Builder method, Members members, Plan plan) {
        if (!plan.floats().equals(Size.ZERO)) {
            method.addStatement("$T.workspace(workspace.floats.length, $L)", Checks.class, members.sized(plan.floats()));
        }
        if (!plan.ints().equals(Size.ZERO)) {
            method.addStatement("$T.workspace(workspace.ints.length, $L)", Checks.class, members.sized(plan.ints()));
        }
    }

    private void requireOutputs(MethodSpec.Builder method) {
        for (NetworkCode.Result output : code.outputs()) {
            method.addStatement(
                    "$T.capacity($S, $L.length, $L)",
                    Checks.class,
                    output.name(),
                    members.argument(output.buffer()),
                    members.sized(output.shape().elements()));
        }
    }

    private MethodSpec intoArrays() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("predict")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Computes the outputs into the caller's arrays; allocates nothing.\n\n");
        shapes(method);
        sizing.parameters(method, sizing.predicted());
        for (NetworkCode.Result output : code.outputs()) {
            method.addParameter(elements.array(output.type()), members.argument(output.buffer()));
        }
        method.addParameter(names.workspace(), "workspace");
        sizing.bind(method, sizing.predicted());
        requireOutputs(method);
        requireMemory(method, members, code.predict());
        return method.addStatement(
                        "$T.predict($L)",
                        names.forward(),
                        planArguments(members, code.predict().forward(), CodeBlock.of("KERNELS"), sizing))
                .build();
    }

    private void shapes(MethodSpec.Builder method) {
        for (NetworkCode.Argument input : sizing.predicted()) {
            method.addJavadoc(
                    "@param $L $L$L\n",
                    members.argument(input.buffer()),
                    typeText(input.type(), input.shape().toString()),
                    input.doc().map(doc -> ": " + doc).orElse(""));
        }
        for (NetworkCode.Result output : code.outputs()) {
            method.addJavadoc(
                    "@param $L receives $L\n",
                    members.argument(output.buffer()),
                    typeText(output.type(), output.shape().toString()));
        }
    }

    private static String typeText(DType type, String shape) {
        return shape.equals("[]") ? type.spelling() : type.spelling() + shape;
    }

    private MethodSpec allocating() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("predict").addModifiers(Modifier.PUBLIC);
        method.addJavadoc("Computes the outputs into new arrays.\n");
        boolean single = code.outputs().size() == 1;
        method.returns(single ? elements.array(code.outputs().get(0).type()) : names.model().nestedClass("Prediction"));
        List<CodeBlock> passed = new ArrayList<>(sizing.parameters(method, sizing.predicted()));
        sizing.bind(method, sizing.predicted());
        List<CodeBlock> results = new ArrayList<>();
        for (NetworkCode.Result output : code.outputs()) {
            String name = members.argument(output.buffer());
            ArrayTypeName array = elements.array(output.type());
            method.addStatement(
                    "final $T $L = new $T[$L]",
                    array,
                    name,
                    array.componentType(),
                    members.sized(output.shape().elements()));
            results.add(CodeBlock.of("$L", name));
        }
        passed.addAll(results);
        passed.add(CodeBlock.of("workspace($L)", CodeBlock.join(sizing.sizes(), ", ")));
        method.addStatement("predict($L)", CodeBlock.join(passed, ", "));
        return single
                ? method.addStatement("return $L", results.get(0)).build()
                : method.addStatement("return new Prediction($L)", CodeBlock.join(results, ", ")).build();
    }

    private TypeSpec prediction() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        for (NetworkCode.Result output : code.outputs()) {
            constructor.addParameter(
                    ParameterSpec.builder(elements.array(output.type()), members.argument(output.buffer())).build());
        }
        return TypeSpec.recordBuilder("Prediction")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("All outputs of one prediction.\n")
                .recordConstructor(constructor.build())
                .build();
    }

    private MethodSpec untyped() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("predict")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Object[].class, "inputs")
                .addParameter(int[].class, "sizes")
                .addParameter(Object[].class, "outputs");
        if (code.outputs().isEmpty()) {
            return method.addStatement("throw new $T($S)", UnsupportedOperationException.class, "the network has no outputs")
                    .build();
        }
        List<CodeBlock> passed = new ArrayList<>();
        List<CodeBlock> sizes = new ArrayList<>();
        for (int k = 0; k < code.freeSizes().size(); k++) {
            sizes.add(CodeBlock.of("sizes[$L]", k));
        }
        if (sizing.explicit()) {
            passed.addAll(sizes);
        }
        for (int k = 0; k < sizing.predicted().size(); k++) {
            passed.add(CodeBlock.of("($T) inputs[$L]", elements.array(sizing.predicted().get(k).type()), k));
        }
        for (int k = 0; k < code.outputs().size(); k++) {
            passed.add(CodeBlock.of("($T) outputs[$L]", elements.array(code.outputs().get(k).type()), k));
        }
        passed.add(CodeBlock.of("workspace($L)", CodeBlock.join(sizes, ", ")));
        return method.addStatement("predict($L)", CodeBlock.join(passed, ", ")).build();
    }

}
