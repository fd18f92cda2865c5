package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.Parameter;
import dev.leibniz.runtime.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The network seen through {@link Model}, for programs that do not know its type. */
final class AdapterClass {
    private static final ArrayTypeName OBJECTS = ArrayTypeName.of(Object.class);
    private static final ArrayTypeName INTS = ArrayTypeName.of(TypeName.INT);

    private final Emission emission;
    private final NetworkCode code;
    private final Calls calls;

    AdapterClass(Emission emission) {
        this.emission = emission;
        this.code = emission.code();
        this.calls = new Calls(emission);
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(emission.names().adapter())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(Model.class)
                .addJavadoc(
                        "{@link $T} for programs that do not know its type.\n",
                        emission.names().model())
                .addField(ModelClass.serialVersion())
                .addField(emission.names().model(), "net", Modifier.PRIVATE, Modifier.FINAL)
                .addField(emission.names().workspace(), "workspace", Modifier.PRIVATE, Modifier.TRANSIENT)
                .addField(FieldSpec.builder(Workers.class, "workers", Modifier.PRIVATE, Modifier.TRANSIENT)
                        .initializer("$T.single()", Workers.class)
                        .build())
                .addField(TypeName.BOOLEAN, "debugsNans", Modifier.PRIVATE);
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("A network initialised from the seed 0.\n")
                .addStatement("this($T.initialise(0))", emission.names().model())
                .build());
        CodeBlock ones = CodeBlock.join(
                emission.sizes().names().stream().map(size -> CodeBlock.of("1")).toList(), ", ");
        type.addMethod(MethodSpec.constructorBuilder()
                .addParameter(emission.names().model(), "net")
                .addStatement("this.net = net")
                .addStatement("workspace = net.workspace($L)", ones)
                .build());
        AdapterDescription description = new AdapterDescription(emission);
        description.addTo(type);
        parameters(type);
        states(type);
        type.addMethod(draws());
        type.addMethod(overriding("setWorkers")
                .addParameter(Workers.class, "workers")
                .addStatement("this.workers = workers")
                .addStatement("workspace.on(workers)")
                .build());
        type.addMethod(overriding("setDebugNans")
                .addParameter(TypeName.BOOLEAN, "on")
                .addStatement("debugsNans = on")
                .addStatement("workspace.debugNans(on)")
                .build());
        type.addMethod(description.outputShape());
        operations(type);
        type.addMethod(training());
        if (emission.trains() && !code.updates().isEmpty()) {
            type.addType(trainingClass());
        }
        return type.build();
    }

    static MethodSpec.Builder overriding(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    // -- what is kept

    private void states(TypeSpec.Builder type) {
        type.addMethod(overriding("stateList")
                .returns(ParameterizedTypeName.get(List.class, Parameter.class))
                .addStatement(
                        emission.hasStates()
                                ? CodeBlock.of("return $T.ALL", emission.names().states())
                                : CodeBlock.of("return $T.of()", List.class))
                .build());
        type.addMethod(overriding("states")
                .returns(Object.class)
                .addStatement(
                        emission.hasStates()
                                ? CodeBlock.of("return net.states()")
                                : CodeBlock.of(
                                        "return new $T[0]", emission.elements().type()))
                .build());
    }

    private MethodSpec draws() {
        MethodSpec.Builder method =
                overriding("setDraws").addParameter(TypeName.LONG, "seed").addParameter(TypeName.LONG, "round");
        if (emission.draws()) {
            method.addStatement("net.setDraws(seed, round)");
        } else {
            method.addComment("Nothing is random.");
        }
        return method.build();
    }

    private void parameters(TypeSpec.Builder type) {
        type.addMethod(overriding("network")
                .returns(Object.class)
                .addStatement("return net")
                .build());
        type.addMethod(overriding("factory")
                .returns(Model.Factory.class)
                .addStatement("return new $T.Factory()", emission.names().model())
                .build());
        type.addMethod(ModelClass.writeReplace("ofModel", "this"));
        type.addMethod(overriding("parameters")
                .returns(Object.class)
                .addStatement("return net.parameters()")
                .build());
        type.addMethod(overriding("save")
                .addParameter(Path.class, "file")
                .addException(IOException.class)
                .addStatement("net.save(file)")
                .build());
        MethodSpec.Builder initialise = overriding("initialise")
                .addParameter(TypeName.LONG, "seed")
                .addStatement(
                        "$T.initialise(net.parameters(), seed)",
                        emission.names().parameters());
        if (emission.hasStates()) {
            initialise.addStatement(
                    "$T.initialise(net.states(), seed)", emission.names().states());
        }
        if (emission.draws()) {
            initialise.addStatement("net.setDraws(seed, 0)");
        }
        type.addMethod(initialise.build());
        List<CodeBlock> gets = new ArrayList<>();
        List<CodeBlock> sets = new ArrayList<>();
        for (NetworkCode.HyperSlot hyper : code.hypers()) {
            String method = emission.names().hyper(hyper.offset());
            String cast = emission.elements().isDouble() ? "" : "(float) ";
            gets.add(CodeBlock.of("case $S -> net.$L();\n", hyper.name(), method));
            sets.add(CodeBlock.of("case $S -> net.$L($Lvalue);\n", hyper.name(), JavaNames.setter(method), cast));
        }
        type.addMethod(overriding("hyper")
                .returns(TypeName.DOUBLE)
                .addParameter(String.class, "name")
                .addCode(choice("return switch", gets, "};"))
                .build());
        type.addMethod(overriding("setHyper")
                .addParameter(String.class, "name")
                .addParameter(TypeName.DOUBLE, "value")
                .addCode(choice("switch", sets, "}"))
                .build());
    }

    /** Cases of the variable {@code name}, and an exception for all other names. */
    private static CodeBlock choice(String start, List<CodeBlock> cases, String end) {
        CodeBlock unknown =
                CodeBlock.of("throw new $T($S + name);\n", IllegalArgumentException.class, "no hyper is called ");
        return cases.isEmpty()
                ? unknown
                : CodeBlock.of("$L (name) {\n$>$Ldefault -> $L$<$L\n", start, CodeBlock.join(cases, ""), unknown, end);
    }

    // -- operations

    private CodeBlock values(boolean predicting) {
        List<CodeBlock> values = new ArrayList<>(sizeValues(calls.sizesAreArguments()));
        List<NetworkCode.Argument> inputs = calls.inputs(predicting);
        for (int k = 0; k < inputs.size(); k++) {
            values.add(CodeBlock.of(
                    "($T) inputs[$L]", emission.elements().array(inputs.get(k).type()), k));
        }
        return CodeBlock.join(values, ",$W");
    }

    private List<CodeBlock> sizeValues(boolean used) {
        List<CodeBlock> values = new ArrayList<>();
        for (int k = 0; used && k < code.freeSizes().size(); k++) {
            values.add(CodeBlock.of("sizes[$L]", k));
        }
        return values;
    }

    private static CodeBlock join(CodeBlock first, CodeBlock second) {
        return first.isEmpty() ? second : CodeBlock.of("$L,$W$L", first, second);
    }

    private static MethodSpec.Builder operation(String name) {
        return overriding(name).addParameter(OBJECTS, "inputs").addParameter(INTS, "sizes");
    }

    static CodeBlock refusal(String what) {
        return CodeBlock.of("throw new $T($S)", UnsupportedOperationException.class, what);
    }

    private void operations(TypeSpec.Builder type) {
        MethodSpec.Builder predict = operation("predict").addParameter(OBJECTS, "outputs");
        if (emission.isPredicting()) {
            List<CodeBlock> outputs = new ArrayList<>();
            for (int k = 0; k < code.outputs().size(); k++) {
                outputs.add(CodeBlock.of(
                        "($T) outputs[$L]",
                        emission.elements().array(code.outputs().get(k).type()),
                        k));
            }
            CodeBlock all = join(values(true), CodeBlock.join(outputs, ",$W"));
            predict.addStatement("reserve(sizes)").addStatement("net.predict($L,$Wworkspace)", all);
        } else {
            predict.addStatement(refusal("the network has no output"));
        }
        type.addMethod(predict.build());
        MethodSpec.Builder evaluate = operation("evaluate").returns(ArrayTypeName.of(TypeName.DOUBLE));
        if (code.evaluate().isPresent()) {
            evaluate.addStatement("reserve(sizes)")
                    .addStatement("net.evaluate($L)", join(values(false), CodeBlock.of("workspace")))
                    .addCode(results("workspace"));
        } else {
            evaluate.addStatement("return new double[] {$T.NaN}", Double.class);
        }
        type.addMethod(evaluate.build());
        MethodSpec.Builder gradient = operation("lossAndGradient")
                .addParameter(Object.class, "gradient")
                .returns(TypeName.DOUBLE);
        if (emission.trains()) {
            CodeBlock last =
                    CodeBlock.of("($T) gradient, workspace", emission.elements().array());
            gradient.addStatement("reserve(sizes)")
                    .addStatement("return net.lossAndGradient($L)", join(values(false), last));
        } else {
            gradient.addStatement(refusal("the network has no loss"));
        }
        type.addMethod(gradient.build());
        type.addMethod(reserve());
    }

    /** Returns the results as doubles. */
    private CodeBlock results(String workspace) {
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("final double[] results = new double[$L.results.length]", workspace)
                .beginControlFlow("for (int i = 0; i < results.length; i++)")
                .addStatement("results[i] = $L.results[i]", workspace)
                .endControlFlow();
        if (!emission.trains()) {
            code.addStatement("results[0] = $T.NaN", Double.class);
        }
        return code.addStatement("return results").build();
    }

    private MethodSpec reserve() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("reserve")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(INTS, "sizes");
        List<String> names = emission.sizes().names();
        List<CodeBlock> exceeded = new ArrayList<>();
        List<CodeBlock> larger = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            exceeded.add(CodeBlock.of("sizes[$L] > workspace.$L", k, names.get(k)));
            larger.add(CodeBlock.of("$T.max(sizes[$L], workspace.$L)", Math.class, k, names.get(k)));
        }
        if (!names.isEmpty()) {
            method.beginControlFlow("if ($L)", CodeBlock.join(exceeded, " || "))
                    .addStatement(
                            "workspace = net.workspace($L).on(workers).debugNans(debugsNans)",
                            CodeBlock.join(larger, ",$W"))
                    .endControlFlow();
        }
        return method.build();
    }

    // -- training

    private MethodSpec training() {
        MethodSpec.Builder method = overriding("training")
                .returns(Model.Training.class)
                .addParameter(INTS, "capacity")
                .varargs();
        if (!emission.trains() || code.updates().isEmpty()) {
            return method.addStatement(refusal("the network says nothing about training"))
                    .build();
        }
        List<CodeBlock> sizes = new ArrayList<>();
        for (int k = 0; k < code.freeSizes().size(); k++) {
            sizes.add(CodeBlock.of("capacity[$L]", k));
        }
        return method.addStatement(
                        "return new TypedTraining(net.trainer($L).on(workers).debugNans(debugsNans))",
                        CodeBlock.join(sizes, ", "))
                .build();
    }

    private TypeSpec trainingClass() {
        ClassName trainer = emission.names().trainer();
        List<CodeBlock> results = new ArrayList<>(List.of(CodeBlock.of("trainer.loss()")));
        for (int k = 0; k < code.metrics().size(); k++) {
            results.add(CodeBlock.of("trainer.$L()", emission.names().metric(k)));
        }
        TypeSpec.Builder type = TypeSpec.classBuilder("TypedTraining")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(Model.Training.class)
                .addField(FieldSpec.builder(trainer, "trainer", Modifier.PRIVATE, Modifier.FINAL)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(trainer, "trainer")
                        .addStatement("this.trainer = trainer")
                        .build())
                .addMethod(operation("step")
                        .returns(TypeName.DOUBLE)
                        .addStatement("return trainer.step($L)", values(false))
                        .build())
                .addMethod(operation("accumulate")
                        .returns(TypeName.DOUBLE)
                        .addStatement("return trainer.accumulate($L)", values(false))
                        .build())
                .addMethod(overriding("gradient")
                        .returns(Object.class)
                        .addStatement("return trainer.gradient()")
                        .build())
                .addMethod(overriding("apply").addStatement("trainer.apply()").build())
                .addMethod(overriding("results")
                        .returns(ArrayTypeName.of(TypeName.DOUBLE))
                        .addStatement("return new double[] {$L}", CodeBlock.join(results, ",$W"))
                        .build());
        for (String verb : Arrays.asList("save", "load")) {
            type.addMethod(overriding(verb)
                    .addParameter(Path.class, "file")
                    .addException(IOException.class)
                    .addStatement("trainer.$L(file)", verb)
                    .build());
        }
        return type.build();
    }
}
