package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.runtime.ModelFile;
import dev.leibniz.runtime.Share;
import dev.leibniz.runtime.Workers;
import dev.leibniz.runtime.random.Draws;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What a model's class holds for training: update rules seen as one, and the trainer. */
final class TrainingClasses {
    private final Emission emission;
    private final Calls calls;

    TrainingClasses(Emission emission) {
        this.emission = emission;
        this.calls = new Calls(emission);
    }

    void addTo(TypeSpec.Builder type) {
        if (!emission.trains()) {
            return;
        }
        if (!emission.code().updates().isEmpty()) {
            type.addMethod(trainerMethod()
                    .addJavadoc(
                            "A trainer with the rule $L, for calls of up to these sizes.\n",
                            Docs.code(emission.code().updates().get(0).description()))
                    .addStatement(
                            "return trainer($L)",
                            with(CodeBlock.of("new $T()", emission.names().update(0))))
                    .build());
        }
        type.addMethod(trainerMethod()
                .addJavadoc("A trainer with a rule that no other trainer uses, for calls of up to these sizes.\n")
                .addParameter(emission.names().rule(), "rule")
                .addStatement(
                        "return new $T(this, rule, workspace($L))",
                        emission.names().trainer(),
                        Calls.values(calls.sizes()))
                .build());
        type.addType(rule());
        type.addType(trainer());
    }

    private CodeBlock with(CodeBlock last) {
        List<CodeBlock> values = new ArrayList<>();
        calls.sizes().forEach(size -> values.add(CodeBlock.of("$L", size.name())));
        values.add(last);
        return CodeBlock.join(values, ", ");
    }

    private MethodSpec.Builder trainerMethod() {
        return MethodSpec.methodBuilder("trainer")
                .addModifiers(Modifier.PUBLIC)
                .returns(emission.names().trainer())
                .addParameters(calls.sizes());
    }

    // -- rules

    private TypeSpec rule() {
        TypeName array = emission.elements().array();
        return TypeSpec.interfaceBuilder(emission.names().rule())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("How training changes parameters, with what it remembers from step to step.\n")
                .addMethod(declared("begin").addJavadoc("A new step begins.\n").build())
                .addMethod(declared("apply")
                        .addJavadoc(
                                "Changes some parameters, given the gradient of the loss and the network's hypers, and sets their gradient to zero. "
                                        + "A step applies it once to each parameter, to a whole tensor at once.\n\n")
                        .addJavadoc("@param from the first element of the parameters and the gradient\n")
                        .addJavadoc("@param to behind the last\n")
                        .addParameter(array, "parameters")
                        .addParameter(array, "gradient")
                        .addParameter(array, "hypers")
                        .addParameter(TypeName.INT, "from")
                        .addParameter(TypeName.INT, "to")
                        .build())
                .addMethod(declared("isElementwise")
                        .addJavadoc(
                                "Whether elements are changed independently, so that several threads may change parts of a tensor at once.\n")
                        .returns(TypeName.BOOLEAN)
                        .build())
                .addMethod(declared("steps")
                        .addJavadoc("How many steps have begun.\n")
                        .returns(TypeName.LONG)
                        .build())
                .addMethod(declared("save")
                        .addJavadoc("Adds what it remembers to a file.\n")
                        .addParameter(ModelFile.Writer.class, "file")
                        .build())
                .addMethod(declared("load")
                        .addJavadoc("Takes up what {@link #save} has written.\n")
                        .addParameter(ModelFile.Reader.class, "file")
                        .addException(IOException.class)
                        .build())
                .build();
    }

    private static MethodSpec.Builder declared(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT);
    }

    // -- trainer

    private TypeSpec trainer() {
        TypeName array = emission.elements().array();
        TypeSpec.Builder type = TypeSpec.classBuilder(emission.names().trainer())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Trains a network: the only one that writes to it. Belongs to one thread at a time.\n")
                .addField(emission.names().model(), "net", Modifier.PRIVATE, Modifier.FINAL)
                .addField(emission.names().rule(), "rule", Modifier.FINAL)
                .addField(emission.names().workspace(), "workspace", Modifier.PRIVATE, Modifier.FINAL)
                .addField(FieldSpec.builder(array, "gradient", Modifier.PRIVATE, Modifier.FINAL)
                        .initializer(
                                "new $T[PARAMETER_COUNT]", emission.elements().type())
                        .build());
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(emission.names().model(), "net")
                .addParameter(emission.names().rule(), "rule")
                .addParameter(emission.names().workspace(), "workspace")
                .addStatement("this.net = net")
                .addStatement("this.rule = rule")
                .addStatement("this.workspace = workspace")
                .build());
        steps(type);
        type.addMethod(method("on")
                .addJavadoc("Lets steps be run by several threads if they are long enough to gain by it; "
                        + "results have the same bits whatever their number.\n\n"
                        + "@return this trainer\n")
                .returns(emission.names().trainer())
                .addParameter(Workers.class, "workers")
                .addStatement("workspace.on(workers)")
                .addStatement("return this")
                .build());
        type.addMethod(Operations.debugNans(emission.names().trainer())
                .addStatement("workspace.debugNans(on)")
                .addStatement("return this")
                .build());
        type.addMethod(method("gradient")
                .addJavadoc("The gradients accumulated since the last update, not a copy.\n")
                .returns(array)
                .addStatement("return gradient")
                .build());
        type.addMethod(method("steps")
                .addJavadoc("How many updates there were.\n")
                .returns(TypeName.LONG)
                .addStatement("return rule.steps()")
                .build());
        new ResultMethods(emission).addTo(type, "workspace.results");
        files(type);
        return type.build();
    }

    private void steps(TypeSpec.Builder type) {
        List<ParameterSpec> inputs = calls.parameters(false);
        MethodSpec.Builder step = method("step")
                .addJavadoc("Forward pass, backward pass, update; returns the loss before the update. "
                        + "If that is infinite or no number, nothing is changed.\n")
                .returns(emission.elements().type())
                .addParameters(inputs);
        if (emission.sweeps()) {
            step.addJavadoc(
                    "Gradients accumulated before count, too. The backward pass updates parameters as it goes.\n");
            step.beginControlFlow("if (workspace.debugsNans)");
            returnLoss(step, CodeBlock.of("accumulate($L)", Calls.values(inputs)), CodeBlock.of("apply();\n"));
            step.endControlFlow();
            CodeBlock after = nextRound().toBuilder().add(changeStates()).build();
            returnLoss(step, pass("this"), ifFinite(after, CodeBlock.of("forget();\n")));
        } else {
            returnLoss(
                    step,
                    CodeBlock.of("accumulate($L)", Calls.values(inputs)),
                    ifFinite(CodeBlock.of("apply();\n"), CodeBlock.of("forget();\n")));
        }
        type.addMethod(step.build());
        MethodSpec.Builder accumulate = method("accumulate")
                .addJavadoc("Adds the gradient of this loss to those accumulated since the last update.\n")
                .returns(emission.elements().type())
                .addParameters(inputs);
        if (emission.hasStates()) {
            accumulate
                    .addJavadoc("What the states become is kept for the update; the last call counts.\n")
                    .addStatement("changesStates = true");
        }
        returnLoss(accumulate, pass(""), nextRound().isEmpty() ? nextRound() : ifFinite(nextRound(), CodeBlock.of("")));
        type.addMethod(accumulate.build());
        if (emission.code().hypers().isEmpty()) {
            type.addField(FieldSpec.builder(
                            emission.elements().array(), "NO_HYPERS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer("{}")
                    .build());
        }
        MethodSpec.Builder apply = method("apply")
                .addJavadoc("Updates the parameters by the accumulated gradients, and forgets these.\n")
                .addStatement("rule.begin()")
                .addStatement("update(0, PARAMETER_COUNT, $T.WHOLE)", Share.class);
        if (emission.hasStates()) {
            type.addField(FieldSpec.builder(TypeName.BOOLEAN, "changesStates", Modifier.PRIVATE)
                    .addJavadoc("Whether the workspace holds what the states become.\n")
                    .build());
            apply.beginControlFlow("if (changesStates)").addCode(changeStates()).endControlFlow();
        }
        type.addMethod(apply.build());
        type.addMethod(MethodSpec.methodBuilder("update")
                .addJavadoc("Updates some of the parameters, or a share of them.\n")
                .addParameter(TypeName.INT, "from")
                .addParameter(TypeName.INT, "to")
                .addParameter(Share.class, Arguments.SHARE)
                .addStatement(
                        "final $T hypers = $L",
                        emission.elements().array(),
                        emission.code().hypers().isEmpty() ? "NO_HYPERS" : "net.hypers")
                .beginControlFlow("if (rule.isElementwise())")
                .addStatement(
                        "rule.apply(net.parameters, gradient, hypers, from + share.from(to - from), from + share.to(to - from))")
                .nextControlFlow("else if (share.isFirst())")
                .addStatement("rule.apply(net.parameters, gradient, hypers, from, to)")
                .endControlFlow()
                .build());
    }

    /** The gradient of one loss added to what is there. */
    private CodeBlock pass(String trainer) {
        List<CodeBlock> all = new ArrayList<>();
        if (!calls.parameters(false).isEmpty()) {
            all.add(Calls.values(calls.parameters(false)));
        }
        all.add(CodeBlock.of("gradient, workspace"));
        if (!trainer.isEmpty()) {
            all.add(CodeBlock.of(trainer));
        }
        return CodeBlock.of("net.lossAndGradient($L)", CodeBlock.join(all, ", "));
    }

    /** Returns what {@code pass} computes, {@code then} having run behind it. */
    private void returnLoss(MethodSpec.Builder method, CodeBlock pass, CodeBlock then) {
        if (then.isEmpty()) {
            method.addStatement("return $L", pass);
        } else {
            method.addStatement("final $T loss = $L", emission.elements().type(), pass)
                    .addCode(then)
                    .addStatement("return loss");
        }
    }

    private CodeBlock ifFinite(CodeBlock then, CodeBlock otherwise) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (then.isEmpty()) {
            code.beginControlFlow("if (!$L)", emission.elements().isFinite("loss"));
            return code.add(otherwise).endControlFlow().build();
        }
        code.beginControlFlow("if ($L)", emission.elements().isFinite("loss")).add(then);
        if (!otherwise.isEmpty()) {
            code.nextControlFlow("else").add(otherwise);
        }
        return code.endControlFlow().build();
    }

    private CodeBlock nextRound() {
        CodeBlock.Builder code = CodeBlock.builder();
        if (emission.draws()) {
            code.add("// The next pass draws anew.\n").addStatement("$T.nextRound(net.draws)", Draws.class);
        }
        return code.build();
    }

    private CodeBlock changeStates() {
        CodeBlock.Builder code = CodeBlock.builder();
        if (emission.hasStates()) {
            code.addStatement("$T.arraycopy(workspace.nextStates, 0, net.states, 0, STATE_COUNT)", System.class)
                    .addStatement("changesStates = false");
        }
        return code.build();
    }

    private void files(TypeSpec.Builder type) {
        type.addMethod(method("save")
                .addJavadoc("Writes the network with all that the update rule remembers.\n")
                .addParameter(Path.class, "path")
                .addException(IOException.class)
                .addStatement("final $T file = net.written()", ModelFile.Writer.class)
                .addStatement("rule.save(file)")
                .addStatement("file.write(path)")
                .build());
        MethodSpec.Builder load = method("load")
                .addJavadoc(
                        "Goes on where the trainer that wrote the file stood, bit for bit; gradients not yet applied are forgotten.\n")
                .addParameter(Path.class, "path")
                .addException(IOException.class)
                .addStatement("final $1T file = $1T.open(path)", ModelFile.Reader.class)
                .addStatement("net.read(file)")
                .addStatement("rule.load(file)")
                .addStatement("file.finish()")
                .addStatement("forget()");
        type.addMethod(load.build());
        MethodSpec.Builder forget = MethodSpec.methodBuilder("forget")
                .addModifiers(Modifier.PRIVATE)
                .addStatement("$T.fill(gradient, 0)", Arrays.class);
        if (emission.hasStates()) {
            forget.addStatement("changesStates = false");
        }
        type.addMethod(forget.build());
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
    }
}
