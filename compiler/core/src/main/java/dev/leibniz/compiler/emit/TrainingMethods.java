package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.runtime.Checks;
import dev.leibniz.runtime.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Evaluation, gradients, and the trainer that puts gradients and update rules together. */
final class TrainingMethods {
    private final NetworkCode code;
    private final NetworkNames names;
    private final Elements elements;
    private final Members members;
    private final Sizing sizing;
    private final List<UpdateClass> updates;

    TrainingMethods(
            NetworkCode code,
            NetworkNames names,
            Elements elements,
            Members members,
            Sizing sizing,
            List<UpdateClass> updates) {
        this.code = code;
        this.names = names;
        this.elements = elements;
        this.members = members;
        this.sizing = sizing;
        this.updates = updates;
    }

    void addTo(TypeSpec.Builder type, WorkspaceClass workspace) {
        code.evaluate().ifPresent(plan -> type.addMethod(evaluate(plan)));
        code.train().ifPresent(plan -> {
            type.addMethod(workspace.factory("trainingWorkspace", "Memory for gradients.", List.of(plan)));
            type.addMethod(lossAndGradient(plan));
        });
        if (!updates.isEmpty()) {
            type.addType(update());
            type.addMethods(trainers());
            type.addType(trainer());
        }
        type.addMethod(untyped());
    }

    private MethodSpec evaluate(Plan plan) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("evaluate")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Computes the loss and the metrics, which the workspace then holds; changes nothing else.\n")
                .returns(elements.type());
        sizing.parameters(method, code.inputs());
        method.addParameter(names.workspace(), "workspace");
        sizing.bind(method, code.inputs());
        PredictionMethods.requireMemory(method, members, plan);
        return method.addStatement("$T.evaluate($L)", names.forward(), arguments(plan, false))
                .addStatement("return workspace.results[0]")
                .build();
    }

    private CodeBlock arguments(Plan plan, boolean backward) {
        return PredictionMethods.planArguments(
                members, backward ? plan.backward() : plan.forward(), CodeBlock.of("KERNELS"), sizing);
    }

    private MethodSpec lossAndGradient(Plan plan) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("lossAndGradient")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Computes the loss and adds its gradient to {@code gradient}, which has the layout of the parameters.\n\n")
                .addJavadoc("@return the loss\n")
                .returns(elements.type());
        sizing.parameters(method, code.inputs());
        method.addParameter(elements.array(), "gradient").addParameter(names.workspace(), "workspace");
        sizing.bind(method, code.inputs());
        method.addStatement("$T.capacity($S, gradient.length, PARAMETER_COUNT)", Checks.class, "gradient");
        PredictionMethods.requireMemory(method, members, plan);
        return method.addStatement("$T.train($L)", names.forward(), arguments(plan, false))
                .addStatement("$T.train($L)", names.backward(), arguments(plan, true))
                .addStatement("return workspace.results[0]")
                .build();
    }

    // -- trainers

    /** What all update classes have in common. */
    private TypeSpec update() {
        return TypeSpec.interfaceBuilder("Update")
                .addJavadoc("A rule that changes parameters given their gradient.\n")
                .addMethod(MethodSpec.methodBuilder("apply")
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .addParameter(names.kernels(), "kernels")
                        .addParameter(elements.array(), "parameters")
                        .addParameter(elements.array(), "gradient")
                        .addParameter(elements.array(), "hypers")
                        .build())
                .build();
    }

    private List<MethodSpec> trainers() {
        List<MethodSpec> methods = new ArrayList<>();
        for (int k = 0; k < updates.size(); k++) {
            String rule = code.updates().get(k).name();
            MethodSpec.Builder method = MethodSpec.methodBuilder(k == 0 ? "trainer" : "trainerWith" + JavaNames.className(rule))
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc("A trainer by {@code $L}.\n", code.updates().get(k).description())
                    .returns(names.trainer());
            for (String size : code.freeSizes()) {
                method.addParameter(TypeName.INT, members.size(size));
                method.addJavadoc("@param $L the largest $L of a step\n", members.size(size), size);
            }
            method.addStatement(
                    "return new Trainer(this, new $T(), trainingWorkspace($L))",
                    updates.get(k).name(),
                    CodeBlock.join(sizing.sizes(), ", "));
            methods.add(method.build());
        }
        return methods;
    }

    private TypeSpec trainer() {
        TypeSpec.Builder type = TypeSpec.classBuilder("Trainer")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(Model.Training.class)
                .addJavadoc("Changes the parameters of one network, batch by batch; for one thread at a time.\n")
                .addField(names.model(), "net", Modifier.PRIVATE, Modifier.FINAL)
                .addField(names.model().nestedClass("Update"), "rule", Modifier.PRIVATE, Modifier.FINAL)
                .addField(names.workspace(), "workspace", Modifier.PRIVATE, Modifier.FINAL)
                .addField(elements.array(), "gradient", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(names.model(), "net")
                        .addParameter(names.model().nestedClass("Update"), "rule")
                        .addParameter(names.workspace(), "workspace")
                        .addStatement("this.net = net")
                        .addStatement("this.rule = rule")
                        .addStatement("this.workspace = workspace")
                        .addStatement("this.gradient = new $T[PARAMETER_COUNT]", elements.type())
                        .build());
        type.addMethod(step()).addMethod(accumulate()).addMethod(apply());
        type.addMethod(MethodSpec.methodBuilder("gradient")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The gradient accumulated so far, of the parameters' layout; not a copy.\n")
                .returns(elements.array())
                .addStatement("return gradient")
                .build());
        for (String metric : code.metrics()) {
            type.addMethod(MethodSpec.methodBuilder(members.metric(metric))
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc("The metric {@code $L} of the last batch.\n", metric)
                    .returns(elements.type())
                    .addStatement("return workspace.$L()", members.metric(metric))
                    .build());
        }
        return type.addMethod(untypedStep()).build();
    }

    private MethodSpec step() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("step")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("One training step: forward, backward, update; allocates nothing.\n\n@return the loss before the update\n")
                .returns(elements.type());
        List<CodeBlock> passed = sizing.parameters(method, code.inputs());
        return method.addStatement("final $T loss = accumulate($L)", elements.type(), CodeBlock.join(passed, ", "))
                .addStatement("apply()")
                .addStatement("return loss")
                .build();
    }

    private MethodSpec accumulate() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("accumulate")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Adds the gradient of a batch to those since the last update.\n\n@return the loss\n")
                .returns(elements.type());
        List<CodeBlock> passed = new ArrayList<>(sizing.parameters(method, code.inputs()));
        passed.add(CodeBlock.of("gradient"));
        passed.add(CodeBlock.of("workspace"));
        return method.addStatement("return net.lossAndGradient($L)", CodeBlock.join(passed, ", ")).build();
    }

    private MethodSpec apply() {
        return MethodSpec.methodBuilder("apply")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Updates the parameters by the accumulated gradient, and clears it.\n")
                .addStatement("rule.apply(KERNELS, net.parameters, gradient, net.hypers)")
                .addStatement("$T.fill(gradient, 0)", Arrays.class)
                .build();
    }

    private MethodSpec untypedStep() {
        List<CodeBlock> passed = new ArrayList<>();
        if (sizing.explicit()) {
            for (int k = 0; k < code.freeSizes().size(); k++) {
                passed.add(CodeBlock.of("sizes[$L]", k));
            }
        }
        for (int k = 0; k < code.inputs().size(); k++) {
            passed.add(CodeBlock.of("($T) inputs[$L]", elements.array(code.inputs().get(k).type()), k));
        }
        return MethodSpec.methodBuilder("step")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.DOUBLE)
                .addParameter(Object[].class, "inputs")
                .addParameter(int[].class, "sizes")
                .addStatement("return step($L)", CodeBlock.join(passed, ", "))
                .build();
    }

    private MethodSpec untyped() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("training")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Model.Training.class)
                .addParameter(int[].class, "sizes");
        if (updates.isEmpty()) {
            return method.addStatement("throw new $T($S)", UnsupportedOperationException.class, "the network has no update rule")
                    .build();
        }
        List<CodeBlock> sizes = new ArrayList<>();
        for (int k = 0; k < code.freeSizes().size(); k++) {
            sizes.add(CodeBlock.of("sizes[$L]", k));
        }
        return method.addStatement("return trainer($L)", CodeBlock.join(sizes, ", ")).build();
    }
}
