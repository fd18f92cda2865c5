package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.compiler.emit.PassClasses.Operation;
import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.kernel.Ready;
import dev.leibniz.compiler.kernel.Step;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.runtime.FiniteChecks;
import dev.leibniz.runtime.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** A network's passes with a look at all that they are given and compute: a class that is only loaded when someone asks. */
final class CheckedClass {
    private final Emission emission;

    CheckedClass(Emission emission) {
        this.emission = emission;
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(emission.names().checked())
                .addModifiers(Modifier.FINAL)
                .addJavadoc(
                        "The passes of {@link $T}, stopped at the first number that is infinite or none.\n",
                        emission.names().model())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        for (Operation operation : Operation.values()) {
            operation.plan(emission).ifPresent(plan -> {
                List<Passes> passes = passes(operation, plan);
                type.addMethod(operation(operation, passes));
                passes.forEach(pass -> type.addMethods(pass.methods(CodeBlock.of(""))));
            });
        }
        return type.build();
    }

    /** The call of an operation in place of its passes. */
    CodeBlock call(Operation operation, Plan plan) {
        return CodeBlock.of(
                "$T.$L($L)",
                emission.names().checked(),
                operation.method(),
                Calls.values(arguments(passes(operation, plan))));
    }

    private List<Passes> passes(Operation operation, Plan plan) {
        List<Passes> passes = new ArrayList<>();
        passes.add(Passes.checked(emission, operation.method() + "Forward", plan, plan.forward()));
        if (operation == Operation.TRAIN) {
            List<Step> backward = plan.backward().stream()
                    .filter(step -> !(step instanceof Ready))
                    .toList();
            passes.add(Passes.checked(emission, operation.method() + "Backward", plan, backward));
        }
        return passes;
    }

    private static List<ParameterSpec> arguments(List<Passes> passes) {
        Set<ParameterSpec> all = new LinkedHashSet<>();
        passes.forEach(pass -> all.addAll(pass.arguments().declarations()));
        return all.stream()
                .filter(argument -> !argument.name().equals(Arguments.SHARE))
                .toList();
    }

    private MethodSpec operation(Operation operation, List<Passes> passes) {
        List<ParameterSpec> arguments = arguments(passes);
        MethodSpec.Builder method = MethodSpec.methodBuilder(operation.method())
                .addModifiers(Modifier.STATIC)
                .addParameters(arguments)
                .addStatement("final $1T share = $1T.WHOLE", Share.class)
                .addComment("What earlier calls have left behind is not looked at.")
                .addStatement("$T.fill(workspace.floats, 0)", Arrays.class);
        for (NetworkCode.Argument input : emission.code().inputs()) {
            boolean isGiven = arguments.stream()
                    .anyMatch(
                            argument -> argument.name().equals(emission.names().variable(input.buffer())));
            if (isGiven && input.type() == DType.FLOAT) {
                method.addStatement(given(input));
            }
        }
        kept(method, arguments, "parameters", "parameter", emission.names().parameters());
        kept(method, arguments, "states", "state", emission.names().states());
        passes.forEach(pass -> method.addStatement(pass.call(emission.names().checked())));
        return method.build();
    }

    private CodeBlock given(NetworkCode.Argument input) {
        CodeBlock.Builder shape = CodeBlock.builder();
        for (Size size : input.shape().sizes()) {
            shape.add(",$W$L", emission.sizes().of(size));
        }
        return CodeBlock.of(
                "$T.tensor($S, $S, $S, false, $L, 0, 0,$W$L$L)",
                FiniteChecks.class,
                "input " + input.name(),
                "",
                "",
                emission.names().variable(input.buffer()),
                emission.sizes().of(input.shape().elements()),
                shape.build());
    }

    private static void kept(
            MethodSpec.Builder method, List<ParameterSpec> arguments, String array, String kind, ClassName owner) {
        if (arguments.stream().anyMatch(argument -> argument.name().equals(array))) {
            method.addStatement("$T.tensors($S, $L.ALL, $L)", FiniteChecks.class, kind, owner.simpleName(), array);
        }
    }
}
