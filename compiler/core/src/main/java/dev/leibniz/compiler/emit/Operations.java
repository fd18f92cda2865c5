package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.compiler.emit.PassClasses.Operation;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.runtime.Checks;
import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.NonFiniteException;
import dev.leibniz.runtime.Workers;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** What a model computes: predictions, evaluations, gradients; and the memory in which it does so. */
final class Operations {
    private final Emission emission;
    private final Calls calls;
    private final PassClasses passes;

    Operations(Emission emission, Calls calls) {
        this.emission = emission;
        this.calls = calls;
        this.passes = new PassClasses(emission);
    }

    void addTo(TypeSpec.Builder type) {
        if (emission.isPredicting()) {
            type.addMethod(predictAllocating());
            type.addMethod(predict());
        }
        if (emission.code().evaluate().isPresent()) {
            type.addMethod(evaluate());
        }
        if (emission.trains()) {
            addLossAndGradient(type);
        }
        type.addMethod(workspace());
        type.addMethod(asModel());
        if (emission.code().outputs().size() > 1) {
            type.addType(prediction());
        }
        type.addType(workspaceClass());
        type.addType(factory());
    }

    // -- prediction

    private MethodSpec predictAllocating() {
        List<NetworkCode.Result> outputs = emission.code().outputs();
        MethodSpec.Builder method = MethodSpec.methodBuilder("predict")
                .addJavadoc("The outputs in new arrays, for any number of rows.\n")
                .addModifiers(Modifier.PUBLIC)
                .addParameters(calls.parameters(true))
                .addCode(calls.bind());
        CodeBlock.Builder results = CodeBlock.builder();
        for (int k = 0; k < outputs.size(); k++) {
            NetworkCode.Result output = outputs.get(k);
            String variable = emission.names().variable(output.buffer());
            method.addStatement(
                    "final $T $L = new $T[$L]",
                    emission.elements().array(output.type()),
                    variable,
                    emission.elements().array(output.type()).componentType(),
                    length(output.shape().elements()));
            results.add(k == 0 ? "$L" : ", $L", variable);
        }
        method.addStatement(
                "predict($L)",
                arguments(
                        Calls.values(calls.parameters(true)),
                        results.build(),
                        CodeBlock.of("workspace($L)", Calls.values(calls.sizes()))));
        if (outputs.size() == 1) {
            return method.returns(emission.elements().array(outputs.get(0).type()))
                    .addStatement("return $L", results.build())
                    .build();
        }
        return method.returns(emission.names().prediction())
                .addStatement("return new $T($L)", emission.names().prediction(), results.build())
                .build();
    }

    private CodeBlock length(Size elements) {
        CodeBlock exact = emission.sizes().exact(elements);
        return emission.sizes().isSimple(elements) ? exact : CodeBlock.of("$T.arrayLength($L)", Checks.class, exact);
    }

    private static CodeBlock arguments(CodeBlock... parts) {
        return CodeBlock.join(
                java.util.Arrays.stream(parts).filter(part -> !part.isEmpty()).toList(), ", ");
    }

    private MethodSpec predict() {
        return operation("predict", Operation.PREDICT)
                .addJavadoc(
                        "Computes the outputs into arrays of the caller's; allocates nothing but what a new workspace lacks.\n")
                .addCode(calls.bind())
                .addCode(calls.check(true))
                .addCode(calls.checkOutputs())
                .addCode(passes.calls(Operation.PREDICT))
                .build();
    }

    private MethodSpec.Builder operation(String name, Operation operation) {
        return parameters(MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC), operation);
    }

    private MethodSpec.Builder parameters(MethodSpec.Builder method, Operation operation) {
        method.addParameters(calls.parameters(operation == Operation.PREDICT));
        if (operation == Operation.PREDICT) {
            method.addParameters(calls.outputs());
        } else if (operation == Operation.TRAIN) {
            method.addParameter(emission.elements().array(), "gradient");
        }
        return method.addParameter(emission.names().workspace(), "workspace");
    }

    // -- loss

    private MethodSpec evaluate() {
        MethodSpec.Builder method = operation("evaluate", Operation.EVALUATE)
                .addJavadoc("Computes the loss and the metrics, which the workspace then tells; nothing is trained.\n");
        method.addCode(calls.bind()).addCode(calls.check(false)).addCode(passes.calls(Operation.EVALUATE));
        return returnLoss(method).build();
    }

    private void addLossAndGradient(TypeSpec.Builder type) {
        MethodSpec.Builder method = operation("lossAndGradient", Operation.TRAIN)
                .addJavadoc(
                        "Computes the loss, returns it, and adds its gradient to an array of the layout of {@link #parameters()}.\n");
        if (emission.sweeps()) {
            type.addMethod(method.returns(emission.elements().type())
                    .addStatement(
                            "return lossAndGradient($L)",
                            arguments(Calls.values(calls.parameters(false)), CodeBlock.of("gradient, workspace, null")))
                    .build());
            method = parameters(MethodSpec.methodBuilder("lossAndGradient"), Operation.TRAIN)
                    .addModifiers(Modifier.PRIVATE)
                    .addJavadoc(
                            "The same, with the parameters updated by a trainer, if there is one, as soon as their gradients are known.\n")
                    .addParameter(emission.names().trainer(), "trainer");
        }
        method.addCode(calls.bind())
                .addCode(calls.check(false))
                .addStatement("$T.length($S, gradient.length, PARAMETER_COUNT)", Checks.class, "gradient")
                .addCode(passes.calls(Operation.TRAIN));
        type.addMethod(returnLoss(method).build());
    }

    private MethodSpec.Builder returnLoss(MethodSpec.Builder method) {
        if (emission.trains()) {
            method.returns(emission.elements().type()).addStatement("return workspace.loss()");
        }
        return method;
    }

    // -- memory

    private MethodSpec workspace() {
        return MethodSpec.methodBuilder("workspace")
                .addJavadoc("Memory for calls of up to these sizes, to be used by one thread at a time.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(emission.names().workspace())
                .addParameters(calls.sizes())
                .addStatement("return new $T($L)", emission.names().workspace(), Calls.values(calls.sizes()))
                .build();
    }

    private MethodSpec asModel() {
        return MethodSpec.methodBuilder("asModel")
                .addJavadoc("This network for programs that do not know its type.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(emission.names().adapter())
                .addStatement("return new $T(this)", emission.names().adapter())
                .build();
    }

    private TypeSpec prediction() {
        return TypeSpec.recordBuilder(emission.names().prediction())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("All outputs of one call.\n")
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameters(calls.outputs())
                        .build())
                .build();
    }

    private TypeSpec factory() {
        return TypeSpec.classBuilder("Factory")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(Model.Factory.class)
                .addField(ModelClass.serialVersion())
                .addJavadoc("Makes this network for programs that do not know its type.\n")
                .addMethod(MethodSpec.methodBuilder("initialise")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(Model.class)
                        .addParameter(TypeName.LONG, "seed")
                        .addStatement(
                                "return $T.initialise(seed).asModel()",
                                emission.names().model())
                        .build())
                .build();
    }

    private TypeSpec workspaceClass() {
        TypeName array = emission.elements().array();
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).addParameters(calls.sizes());
        TypeSpec.Builder type = TypeSpec.classBuilder(emission.names().workspace())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "The memory of a call, and the loss and metrics of the last one. Belongs to one thread at a time.\n");
        for (ParameterSpec size : calls.sizes()) {
            type.addField(FieldSpec.builder(TypeName.INT, size.name(), Modifier.FINAL)
                    .addJavadoc("The largest $L there is room for.\n", size.name())
                    .build());
            constructor.addStatement("this.$1L = $2T.size($1S, $1L)", size.name(), Checks.class);
        }
        type.addMethod(constructor.build());
        type.addField(FieldSpec.builder(array, "floats").initializer("{}").build());
        type.addField(FieldSpec.builder(int[].class, "ints").initializer("{}").build());
        type.addField(FieldSpec.builder(ArrayTypeName.of(array), "scratch")
                .addJavadoc("Scratch memory of each thread.\n")
                .initializer("{{}}")
                .build());
        type.addField(FieldSpec.builder(emission.names().team(), "team")
                .addJavadoc("Runs passes on several threads; null for the caller's alone.\n")
                .build());
        type.addField(FieldSpec.builder(TypeName.BOOLEAN, "debugsNans")
                .addJavadoc("Whether all that is computed is looked at.\n")
                .build());
        type.addField(FieldSpec.builder(array, "results", Modifier.FINAL)
                .initializer(
                        "new $T[$L]",
                        emission.elements().type(),
                        emission.code().metrics().size() + 1)
                .build());
        if (emission.hasStates()) {
            type.addField(FieldSpec.builder(array, "nextStates", Modifier.FINAL)
                    .initializer("new $T[STATE_COUNT]", emission.elements().type())
                    .build());
        }
        for (Operation operation : Operation.values()) {
            if (operation.plan(emission).isPresent()) {
                type.addField(TypeName.BOOLEAN, operation.flag());
            }
        }
        new ResultMethods(emission).addTo(type, "results");
        return type.addMethod(on())
                .addMethod(debugNans(emission.names().workspace())
                        .addStatement("debugsNans = on")
                        .addStatement("return this")
                        .build())
                .addMethod(reserve())
                .build();
    }

    /** The start of the method that has all looked at, of workspaces and trainers. */
    static MethodSpec.Builder debugNans(ClassName owner) {
        return MethodSpec.methodBuilder("debugNans")
                .addJavadoc(
                        "Whether calls look at all that they are given and compute, on one thread, and throw a {@link $T} at the first number that is infinite or none.\n\n"
                                + "@return this $L\n",
                        NonFiniteException.class,
                        owner.simpleName().toLowerCase(Locale.ROOT))
                .addModifiers(Modifier.PUBLIC)
                .returns(owner)
                .addParameter(TypeName.BOOLEAN, "on");
    }

    private MethodSpec on() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("on")
                .addJavadoc("Lets calls be run by several threads if they are long enough to gain by it; "
                        + "results have the same bits whatever their number.\n\n"
                        + "@return this workspace\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(emission.names().workspace())
                .addParameter(Workers.class, "workers")
                .addStatement(
                        "team = workers.threads() == 1 ? null : new $T(workers)",
                        emission.names().team())
                .addStatement(
                        "scratch = new $T[workers.threads()][0]",
                        emission.elements().type());
        for (Operation operation : Operation.values()) {
            if (operation.plan(emission).isPresent()) {
                method.addStatement("$L = false", operation.flag());
            }
        }
        return method.addStatement("return this").build();
    }

    private MethodSpec reserve() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("reserve")
                .addParameter(TypeName.LONG, "floatCount")
                .addParameter(TypeName.LONG, "intCount")
                .addParameter(TypeName.LONG, "scratchCount");
        room(method, "floats", "floatCount", emission.elements().type());
        room(method, "ints", "intCount", TypeName.INT);
        method.beginControlFlow("for (int i = 0; i < scratch.length; i++)");
        room(method, "scratch[i]", "scratchCount", emission.elements().type());
        return method.endControlFlow().build();
    }

    private static void room(MethodSpec.Builder method, String array, String count, TypeName element) {
        method.beginControlFlow("if ($L.length < $L)", array, count)
                .addStatement("$L = new $T[$T.arrayLength($L)]", array, element, Checks.class, count)
                .endControlFlow();
    }
}
