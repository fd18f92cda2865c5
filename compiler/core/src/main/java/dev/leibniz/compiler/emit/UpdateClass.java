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
import dev.leibniz.compiler.semantics.GeneratedVariables;
import dev.leibniz.compiler.semantics.UpdateRule;
import dev.leibniz.runtime.ModelFile;
import dev.leibniz.runtime.Parameter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** An update rule with what it keeps between steps. */
final class UpdateClass {
    private final Emission emission;
    private final NetworkCode.Update update;
    private final ClassName name;
    private final Map<Buffer, String> states = new IdentityHashMap<>();

    UpdateClass(Emission emission, int number) {
        this.emission = emission;
        this.update = emission.code().updates().get(number);
        this.name = emission.names().update(number);
        JavaNames names = new JavaNames();
        names.reserve(GeneratedVariables.OF_METHODS);
        names.reserve(NetworkNames.classes(emission.code()));
        update.states().forEach(state -> states.put(state.buffer(), names.take(state.name())));
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(emission.names().rule())
                .addJavadoc("The update rule $L.\n", Docs.code(update.description()));
        for (NetworkCode.StateSlot state : update.states()) {
            type.addField(FieldSpec.builder(
                            emission.elements().array(), states.get(state.buffer()), Modifier.PRIVATE, Modifier.FINAL)
                    .initializer(
                            "new $T[$T.PARAMETER_COUNT]",
                            emission.elements().type(),
                            emission.names().model())
                    .build());
        }
        type.addField(FieldSpec.builder(emission.elements().array(), "step", Modifier.PRIVATE, Modifier.FINAL)
                .addJavadoc("The number of the step as kernels read it.\n")
                .initializer("{0}")
                .build());
        KernelMethods.Shared kernel = emission.methods().of(update.kernel());
        if (kernel.usesScratch()) {
            type.addField(FieldSpec.builder(emission.elements().array(), "scratch", Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("new $T[$L]", emission.elements().type(), kernel.blocks())
                    .build());
        }
        type.addField(TypeName.LONG, "steps", Modifier.PRIVATE);
        constructor().ifPresent(type::addMethod);
        type.addMethod(begin());
        type.addMethod(apply());
        type.addMethod(overriding("isElementwise")
                .returns(TypeName.BOOLEAN)
                .addStatement("return $L", update.wholeArray() && !kernel.usesScratch())
                .build());
        type.addMethod(overriding("steps")
                .returns(TypeName.LONG)
                .addStatement("return steps")
                .build());
        type.addMethod(files("save", "add"));
        type.addMethod(files("load", "fill"));
        return type.build();
    }

    private Optional<MethodSpec> constructor() {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).addJavadoc("Before the first step.\n");
        boolean any = false;
        for (NetworkCode.StateSlot state : update.states()) {
            if (state.initial() != 0) {
                any = true;
                constructor.addStatement(
                        "$T.fill($L, $L)",
                        Arrays.class,
                        states.get(state.buffer()),
                        emission.elements().literal(state.initial()));
            }
        }
        return any ? Optional.of(constructor.build()) : Optional.empty();
    }

    private static MethodSpec.Builder overriding(String method) {
        return MethodSpec.methodBuilder(method).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    // -- the step

    private static MethodSpec begin() {
        return overriding("begin")
                .addStatement("steps++")
                .addStatement("step[0] = steps")
                .build();
    }

    private MethodSpec apply() {
        MethodSpec.Builder method = overriding("apply")
                .addParameter(emission.elements().array(), "parameters")
                .addParameter(emission.elements().array(), "gradient")
                .addParameter(emission.elements().array(), "hypers")
                .addParameter(TypeName.INT, "from")
                .addParameter(TypeName.INT, "to");
        if (update.wholeArray()) {
            return method.addCode(formulas())
                    .addStatement(call("from", CodeBlock.of("to - from")))
                    .build();
        }
        return method.beginControlFlow(
                        "for (int i = 0; i < $T.ALL.size(); i++)",
                        emission.names().parameters())
                .addStatement(
                        "final $T parameter = $T.ALL.get(i)",
                        Parameter.class,
                        emission.names().parameters())
                .beginControlFlow("if (parameter.offset() >= from && parameter.offset() < to)")
                .addCode(formulas())
                .addStatement(call("parameter.offset()", CodeBlock.of("parameter.length()")))
                .endControlFlow()
                .endControlFlow()
                .build();
    }

    private CodeBlock formulas() {
        CodeBlock.Builder comments = CodeBlock.builder();
        Docs.formulas(update.kernel()).forEach(formula -> comments.add("// $L\n", formula));
        return comments.build();
    }

    private CodeBlock call(String offset, CodeBlock elements) {
        KernelMethods.Shared method = emission.methods().of(update.kernel());
        List<CodeBlock> values = new ArrayList<>();
        for (Buffer buffer : Walk.buffers(update.kernel().body()).keySet()) {
            values.add(argument(buffer, offset));
        }
        method.scope().sizes().forEach(size -> values.add(elements));
        if (method.usesScratch()) {
            values.add(CodeBlock.of("scratch, 0"));
        }
        update.kernel()
                .rows()
                .ifPresent(rows -> values.add(
                        rows.symbols().contains(UpdateRule.ELEMENTS)
                                ? CodeBlock.of("0, $L", elements)
                                : CodeBlock.of("0, $L", rows)));
        return CodeBlock.of(
                "$T.KERNELS.$L($L)", emission.names().model(), method.name(), CodeBlock.join(values, ",$W"));
    }

    private CodeBlock argument(Buffer buffer, String offset) {
        if (buffer == update.parameter()) {
            return CodeBlock.of("parameters, $L", offset);
        } else if (buffer == update.gradient()) {
            return CodeBlock.of("gradient, $L", offset);
        } else if (buffer == update.step()) {
            return CodeBlock.of("step, 0");
        } else if (states.containsKey(buffer)) {
            return CodeBlock.of("$L, $L", states.get(buffer), offset);
        }
        return CodeBlock.of("hypers, $L", buffer.offset());
    }

    // -- files

    private MethodSpec files(String method, String verb) {
        boolean loading = method.equals("load");
        MethodSpec.Builder spec = overriding(method)
                .addParameter(
                        loading ? ClassName.get(ModelFile.Reader.class) : ClassName.get(ModelFile.Writer.class),
                        "file");
        if (loading) {
            spec.addException(IOException.class);
        }
        for (NetworkCode.StateSlot state : update.states()) {
            spec.addStatement(
                    "file.$L($S, $T.ALL, $L)",
                    verb,
                    "optimizer/" + state.name() + "/",
                    emission.names().parameters(),
                    states.get(state.buffer()));
        }
        if (loading) {
            spec.addStatement("steps = file.number($S)", "steps");
        } else {
            spec.addStatement("file.number($S, steps)", "steps");
        }
        return spec.build();
    }
}
