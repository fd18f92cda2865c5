package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Walk;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.compiler.semantics.UpdateRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** One update rule: its states, the number of steps done, and the loop over all parameters. */
final class UpdateClass {
    private final NetworkCode.Update update;
    private final NetworkNames names;
    private final KernelMethods methods;
    private final Elements elements;
    private final Members members;
    private final Map<Buffer, String> states = new LinkedHashMap<>();

    UpdateClass(
            NetworkCode.Update update,
            NetworkNames names,
            KernelMethods methods,
            Elements elements,
            Members members) {
        this.update = update;
        this.names = names;
        this.methods = methods;
        this.elements = elements;
        this.members = members;
        JavaNames taken = new JavaNames("kernels", "parameters", "gradient", "hypers", "step", "steps");
        update.states().forEach(state -> states.put(state.buffer(), taken.take(state.name())));
    }

    ClassName name() {
        return names.update(update.name());
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name())
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(names.model().nestedClass("Update"))
                .addJavadoc("The update rule {@code $L} of {@link $T}.\n", update.description(), names.model());
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        for (NetworkCode.StateSlot state : update.states()) {
            String field = states.get(state.buffer());
            type.addField(FieldSpec.builder(elements.array(), field, Modifier.FINAL)
                    .addJavadoc("$L for each parameter, at first $L.\n", state.name(), state.initial())
                    .initializer("new $T[$T.PARAMETER_COUNT]", elements.type(), names.model())
                    .build());
            if (state.initial() != 0 || 1 / state.initial() < 0) {
                constructor.addStatement("$T.fill($L, $L)", Arrays.class, field, elements.literal(state.initial()));
            }
        }
        type.addField(FieldSpec.builder(elements.array(), "step", Modifier.FINAL)
                .addJavadoc("The number of steps done.\n")
                .initializer("new $T[1]", elements.type())
                .build());
        return type.addMethod(constructor.build()).addMethod(apply()).build();
    }

    private MethodSpec apply() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("apply")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Changes all parameters by one step.\n")
                .addParameter(names.kernels(), "kernels")
                .addParameter(elements.array(), "parameters")
                .addParameter(elements.array(), "gradient")
                .addParameter(elements.array(), "hypers")
                .addStatement("step[0]++");
        for (String formula : update.kernel().formulas()) {
            method.addComment("$L", formula);
        }
        if (update.wholeArray()) {
            return method.addStatement(call(CodeBlock.of("0"), CodeBlock.of("$T.PARAMETER_COUNT", names.model())))
                    .build();
        }
        for (NetworkCode.ParameterSlot parameter : members.code().parameters()) {
            CodeBlock at = CodeBlock.of("$T.$L", names.model(), members.constant(parameter));
            method.addStatement(call(at, CodeBlock.of("$L", parameter.shape().elements())));
        }
        return method.build();
    }

    private CodeBlock call(CodeBlock at, CodeBlock elementCount) {
        KernelMethods.Shared shared = methods.of(update.kernel());
        List<CodeBlock> arguments = new ArrayList<>();
        for (Buffer buffer : Walk.buffers(update.kernel().body()).keySet()) {
            if (buffer == update.step()) {
                arguments.add(CodeBlock.of("step, 0"));
            } else if (buffer == update.parameter()) {
                arguments.add(CodeBlock.of("parameters, $L", at));
            } else if (buffer == update.gradient()) {
                arguments.add(CodeBlock.of("gradient, $L", at));
            } else if (states.containsKey(buffer)) {
                arguments.add(CodeBlock.of("$L, $L", states.get(buffer), at));
            } else {
                arguments.add(CodeBlock.of("$L, $L", members.array(buffer), members.offset(buffer)));
            }
        }
        if (shared.scope().sizes().contains(UpdateRule.ELEMENTS)) {
            arguments.add(elementCount);
        }
        if (update.kernel().rows().isPresent()) {
            arguments.add(CodeBlock.of("0, $L", elementCount));
        }
        return CodeBlock.of("kernels.$L($L)", shared.name(), CodeBlock.join(arguments, ", "));
    }

    /** The states' fields, by the state's name. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        update.states().forEach(state -> fields.put(state.name(), states.get(state.buffer())));
        return fields;
    }

}
