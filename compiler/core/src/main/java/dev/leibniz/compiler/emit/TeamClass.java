package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.compiler.emit.PassClasses.Operation;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.runtime.Share;
import dev.leibniz.runtime.Team;
import dev.leibniz.runtime.Workers;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** A network's passes as the threads of a team run them: what a call is given lies in fields meanwhile, so that it allocates nothing. */
final class TeamClass {
    private final Emission emission;
    private final PassClasses passes;
    private final List<Operation> operations;

    TeamClass(Emission emission) {
        this.emission = emission;
        this.passes = new PassClasses(emission);
        this.operations = Arrays.stream(Operation.values())
                .filter(operation -> operation.plan(emission).isPresent())
                .toList();
    }

    TypeSpec type() {
        Set<ParameterSpec> fields = new LinkedHashSet<>();
        operations.forEach(operation -> fields.addAll(passes.arguments(operation)));
        TypeSpec.Builder type = TypeSpec.classBuilder(emission.names().team())
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(Team.Pass.class)
                .addJavadoc(
                        "The passes of {@link $T} run by several threads at once, each with a share of the rows.\n",
                        emission.names().model())
                .addField(Team.class, "team", Modifier.PRIVATE, Modifier.FINAL)
                .addField(FieldSpec.builder(TypeName.INT, "operation", Modifier.PRIVATE)
                        .addJavadoc("Which of the passes is run.\n")
                        .build());
        fields.forEach(field -> type.addField(field.type(), field.name(), Modifier.PRIVATE));
        type.addMethod(MethodSpec.constructorBuilder()
                .addParameter(Workers.class, "workers")
                .addStatement("team = new $T(workers)", Team.class)
                .build());
        for (Operation operation : operations) {
            type.addMethod(shares(operation));
            type.addMethod(call(operation));
        }
        return type.addMethod(run()).addMethod(forget(fields)).build();
    }

    /** Whether there is enough to do, by the number of floating-point operations. */
    private MethodSpec shares(Operation operation) {
        Plan plan = operation.plan(emission).orElseThrow();
        MethodSpec.Builder method = MethodSpec.methodBuilder(operation.shares()).returns(TypeName.BOOLEAN);
        emission.sizes().names().forEach(size -> method.addParameter(TypeName.LONG, size));
        Size flops = plan.flops();
        for (String symbol : flops.symbols()) {
            if (!emission.sizes().free().contains(symbol)) {
                flops = flops.substitute(symbol, Size.ONE);
            }
        }
        return method.addStatement("return team.shares($L)", emission.sizes().of(flops))
                .build();
    }

    private MethodSpec call(Operation operation) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(operation.method());
        for (ParameterSpec argument : passes.arguments(operation)) {
            method.addParameter(argument).addStatement("this.$1L = $1L", argument.name());
        }
        return method.addStatement("operation = $L", operation.ordinal())
                .beginControlFlow("try")
                .addStatement("team.run(this)")
                .nextControlFlow("finally")
                .addStatement("forget()")
                .endControlFlow()
                .build();
    }

    private MethodSpec run() {
        CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch (operation)");
        for (Operation operation : operations) {
            boolean last = operation == operations.get(operations.size() - 1);
            code.beginControlFlow(
                    last ? "default ->" : "case $L ->", last ? new Object[0] : new Object[] {operation.ordinal()});
            code.add(passes.passes(operation, CodeBlock.of("share.await();\n")));
            code.endControlFlow();
        }
        return MethodSpec.methodBuilder("run")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(ClassName.get(Share.class), Arguments.SHARE)
                .addCode(code.endControlFlow().build())
                .build();
    }

    /** Nothing of a call is kept from being collected. */
    private MethodSpec forget(Set<ParameterSpec> fields) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("forget").addModifiers(Modifier.PRIVATE);
        fields.stream()
                .filter(field -> !field.type().isPrimitive())
                .forEach(field -> method.addStatement("$L = null", field.name()));
        return method.build();
    }
}
