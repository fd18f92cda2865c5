package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.runtime.Share;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The passes over a network, forward and backward, and the memory that they need. */
final class PassClasses {
    /** An operation of the model, which runs one plan. */
    enum Operation {
        PREDICT("predict", "The outputs."),
        EVALUATE("evaluate", "The loss and the metrics, {@code training} being false."),
        TRAIN("train", "The loss and the metrics, {@code training} being true, and what the backward pass needs.");

        private final String method;
        private final String doc;

        Operation(String method, String doc) {
            this.method = method;
            this.doc = doc;
        }

        /** The method that makes room for it in a workspace. */
        String reserve() {
            return "reserve" + JavaNames.capitalised(method);
        }

        /** The method of a team that says whether the work is worth several threads. */
        String shares() {
            return "shares" + JavaNames.capitalised(method);
        }

        String method() {
            return method;
        }

        /** The field of a workspace that says whether there is room for it. */
        String flag() {
            return "holds" + JavaNames.capitalised(method);
        }

        Optional<Plan> plan(Emission emission) {
            return switch (this) {
                case PREDICT ->
                    emission.isPredicting() ? Optional.of(emission.code().predict()) : Optional.empty();
                case EVALUATE -> emission.code().evaluate();
                case TRAIN -> emission.code().train();
            };
        }
    }

    private final Emission emission;

    PassClasses(Emission emission) {
        this.emission = emission;
    }

    // -- calls

    /** The forward pass of an operation, then its backward pass if it has one, by one thread or several. */
    CodeBlock calls(Operation operation) {
        Plan plan = operation.plan(emission).orElseThrow();
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement("$T.$L(workspace)", emission.names().forward(), operation.reserve());
        code.addStatement("final $T team = workspace.team", emission.names().team());
        code.beginControlFlow("if (workspace.debugsNans)");
        code.addStatement(new CheckedClass(emission).call(operation, plan));
        code.nextControlFlow(
                "else if (team != null && team.$L($L))",
                operation.shares(),
                String.join(", ", emission.sizes().names()));
        code.addStatement("team.$L($L)", operation.method, Calls.values(arguments(operation)));
        code.nextControlFlow("else");
        code.addStatement("final $1T share = $1T.WHOLE", Share.class);
        code.add(passes(operation, CodeBlock.of("")));
        return code.endControlFlow().build();
    }

    /**
     * The calls of an operation's passes, one behind the other.
     *
     * @param between what stands between two steps if several threads take part
     */
    CodeBlock passes(Operation operation, CodeBlock between) {
        Plan plan = operation.plan(emission).orElseThrow();
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement(forward(operation, plan).call(emission.names().forward()));
        if (operation != Operation.TRAIN) {
            return code.build();
        }
        code.add(between);
        CodeBlock backward = backward(plan).call(emission.names().backward());
        if (!plan.sweeps()) {
            return code.addStatement(backward).build();
        }
        return code.beginControlFlow(
                        "if (trainer == null || $L)", emission.elements().isFinite("workspace.loss()"))
                .beginControlFlow(
                        between.isEmpty() ? "if (trainer != null)" : "if (trainer != null && share.isFirst())")
                .addStatement("trainer.rule.begin()")
                .endControlFlow()
                .add(between)
                .addStatement(backward)
                .endControlFlow()
                .build();
    }

    /** What the passes of an operation take besides a share. */
    List<ParameterSpec> arguments(Operation operation) {
        Plan plan = operation.plan(emission).orElseThrow();
        Set<ParameterSpec> all =
                new LinkedHashSet<>(forward(operation, plan).arguments().declarations());
        if (operation == Operation.TRAIN) {
            all.addAll(backward(plan).arguments().declarations());
        }
        return all.stream()
                .filter(argument -> !argument.name().equals(Arguments.SHARE))
                .toList();
    }

    private Passes forward(Operation operation, Plan plan) {
        return new Passes(emission, operation.method, plan, plan.forward());
    }

    private Passes backward(Plan plan) {
        return new Passes(emission, "train", plan, plan.backward());
    }

    // -- classes

    TypeSpec forward() {
        TypeSpec.Builder type = TypeSpec.classBuilder(emission.names().forward())
                .addModifiers(Modifier.FINAL)
                .addJavadoc(
                        "The forward passes of {@link $T}: kernels in order, and where their temporaries lie in the workspace.\n",
                        emission.names().model())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        for (Operation operation : Operation.values()) {
            operation.plan(emission).ifPresent(plan -> {
                type.addMethods(forward(operation, plan).methods(CodeBlock.of("$L\n", operation.doc)));
                type.addMethods(memory(operation, plan));
            });
        }
        return type.build();
    }

    TypeSpec backward() {
        Plan plan = emission.code().train().orElseThrow();
        CodeBlock doc = CodeBlock.of(
                "The gradients of the parameters, added to what {@code gradient} holds; runs after {@link $T}'s pass.\n",
                emission.names().forward());
        return TypeSpec.classBuilder(emission.names().backward())
                .addModifiers(Modifier.FINAL)
                .addJavadoc(
                        "The backward pass of {@link $T}. The cotangent of {@code x}, the derivative of the loss by it, is {@code xBar}.\n",
                        emission.names().model())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethods(backward(plan).methods(doc))
                .build();
    }

    // -- memory

    private List<MethodSpec> memory(Operation operation, Plan plan) {
        List<MethodSpec> methods = new ArrayList<>();
        List<CodeBlock> needs = scratchLengths(plan);
        CodeBlock.Builder code = CodeBlock.builder();
        String flag = "workspace." + operation.flag();
        code.beginControlFlow("if ($L)", flag).addStatement("return").endControlFlow();
        for (String size : emission.sizes().names()) {
            code.addStatement("final long $1L = workspace.$1L", size);
        }
        CodeBlock scratch = CodeBlock.of("0");
        if (!needs.isEmpty()) {
            List<CodeBlock> capacities = emission.sizes().names().stream()
                    .map(size -> CodeBlock.of("workspace.$L", size))
                    .toList();
            scratch = CodeBlock.of("$LScratch($L)", operation.method, CodeBlock.join(capacities, ", "));
        }
        code.addStatement(
                "workspace.reserve($L, $L, $L)",
                emission.sizes().of(plan.floats()),
                emission.sizes().of(plan.ints()),
                scratch);
        code.addStatement("$L = true", flag);
        methods.add(MethodSpec.methodBuilder(operation.reserve())
                .addJavadoc("Makes room for {@link #$L}, the first time.\n", operation.method)
                .addModifiers(Modifier.STATIC)
                .addParameter(emission.names().workspace(), "workspace")
                .addCode(code.build())
                .build());
        if (!needs.isEmpty()) {
            methods.add(scratch(operation, needs));
        }
        return methods;
    }

    private MethodSpec scratch(Operation operation, List<CodeBlock> needs) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(operation.method + "Scratch")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(TypeName.LONG);
        emission.sizes().names().forEach(size -> method.addParameter(TypeName.INT, size));
        method.addStatement("long most = 0");
        for (CodeBlock need : needs) {
            method.addStatement("most = $T.max(most, $L)", Math.class, need);
        }
        return method.addStatement("return most").build();
    }

    /** The lengths of scratch memory that kernels need, each once. */
    private List<CodeBlock> scratchLengths(Plan plan) {
        Set<CodeBlock> found = new LinkedHashSet<>();
        plan.kernels().forEach(kernel -> scratchLengths(kernel, found));
        return List.copyOf(found);
    }

    /** A kernel's own memory, and behind it that of a matrix product or the blocks of a loop. */
    private void scratchLengths(Kernel kernel, Set<CodeBlock> found) {
        int blocks = emission.methods().of(kernel).blocks();
        if (blocks > 0) {
            found.add(emission.sizes().exact(kernel.local().plus(Size.of(blocks))));
        }
        List<Statement.Multiply> products = new ArrayList<>();
        collect(kernel.body(), products);
        for (Statement.Multiply product : products) {
            CodeBlock length = CodeBlock.of(
                    "$T.KERNELS.$L($L, $L, $L)",
                    emission.names().model(),
                    product.isStrided() ? "scratchLength" : "tensorScratchLength",
                    emission.sizes().of(product.m()),
                    emission.sizes().of(product.n()),
                    emission.sizes().of(product.k()));
            found.add(
                    kernel.local().equals(Size.ZERO)
                            ? length
                            : CodeBlock.of("$L + $L", emission.sizes().exact(kernel.local()), length));
        }
        if (blocks == 0 && products.isEmpty() && !kernel.local().equals(Size.ZERO)) {
            found.add(emission.sizes().exact(kernel.local()));
        }
    }

    private static void collect(List<Statement> statements, List<Statement.Multiply> products) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Multiply product) {
                products.add(product);
            } else if (statement instanceof Statement.Loop loop) {
                collect(loop.body(), products);
            }
        }
    }
}
