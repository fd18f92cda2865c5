package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.compiler.schedule.NetworkCode.ParameterSlot;
import dev.leibniz.compiler.semantics.Initialiser;
import dev.leibniz.runtime.Parameter;
import dev.leibniz.runtime.random.Initialisers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Where a network's parameters lie, what they are called, and how they are filled before training. */
final class ParametersClass {
    /** Parameters in one text or method: keeps strings below 65,535 bytes and methods below 8,000. */
    private static final int AT_ONCE = 150;

    /** Elements of an array that is written out in one method. */
    private static final int VALUES_AT_ONCE = 500;

    private final Emission emission;
    private final List<ParameterSlot> slots;
    private int fillers;

    ParametersClass(Emission emission) {
        this.emission = emission;
        this.slots = emission.code().parameters();
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(emission.names().parameters())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(
                        "The parameters of {@link $T}: at which offset each begins in the one array that holds them all, row-major.\n"
                                + "Gradients have the same layout.\n",
                        emission.names().model());
        if (emission.names().hasConstants()) {
            slots.forEach(slot -> type.addField(offset(slot)));
        }
        type.addField(all());
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        initialisers().forEach(type::addMethod);
        return type.build();
    }

    private FieldSpec offset(ParameterSlot slot) {
        return FieldSpec.builder(
                        TypeName.INT,
                        emission.names().offset(slot.value()),
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("$L\n", Docs.code(slot.path() + ": float" + slot.shape()))
                .initializer("$L", slot.offset())
                .build();
    }

    private FieldSpec all() {
        CodeBlock.Builder blocks = CodeBlock.builder();
        for (int from = 0; from < slots.size(); from += AT_ONCE) {
            String lines = slots.subList(from, Math.min(slots.size(), from + AT_ONCE)).stream()
                    .map(ParametersClass::line)
                    .collect(Collectors.joining("\n"));
            blocks.add(from == 0 ? "\"\"\"\n$L\"\"\"" : ", \"\"\"\n$L\"\"\"", lines);
        }
        return FieldSpec.builder(
                        ParameterizedTypeName.get(List.class, Parameter.class),
                        "ALL",
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("All of them in order: path and shape.\n")
                .initializer("$T.parse($L)", Parameter.class, blocks.build())
                .build();
    }

    private static String line(ParameterSlot slot) {
        return slot.path()
                + slot.shape().sizes().stream().map(size -> " " + size).collect(Collectors.joining());
    }

    // -- first values

    private List<MethodSpec> initialisers() {
        List<MethodSpec> methods = new ArrayList<>();
        CodeBlock.Builder all = CodeBlock.builder();
        boolean several = slots.size() > AT_ONCE;
        for (int from = 0; from < slots.size(); from += AT_ONCE) {
            CodeBlock.Builder part = CodeBlock.builder();
            for (int k = from; k < Math.min(slots.size(), from + AT_ONCE); k++) {
                part.add(fill(slots.get(k), k, methods));
            }
            if (several) {
                String name = "initialise" + (from / AT_ONCE + 1);
                methods.add(method(name, part.build())
                        .addModifiers(Modifier.PRIVATE)
                        .build());
                all.addStatement("$L(parameters, seed)", name);
            } else {
                all.add(part.build());
            }
        }
        methods.add(
                0,
                method("initialise", all.build())
                        .addJavadoc("Fills the array as the initialisers of the parameters say.\n")
                        .build());
        return methods;
    }

    private MethodSpec.Builder method(String name, CodeBlock body) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .addParameter(emission.elements().array(), "parameters")
                .addParameter(TypeName.LONG, "seed")
                .addCode(body);
    }

    /** The statement that fills one parameter; the number of the parameter is that of its stream of random numbers. */
    private CodeBlock fill(ParameterSlot slot, int stream, List<MethodSpec> methods) {
        Initialiser how = slot.initialiser();
        String length = slot.shape().elements().toString();
        CodeBlock fans = CodeBlock.of("$L, $L", how.fanIn(), how.fanOut());
        return switch (how.kind()) {
            case ZEROS -> constant(slot, "0");
            case ONES -> constant(slot, "1");
            case CONSTANT -> constant(slot, number(how, 0));
            case UNIFORM, NORMAL ->
                drawn(slot, stream, how, CodeBlock.of("$L, $L, $L", length, number(how, 0), number(how, 1)));
            case GLOROT_UNIFORM, GLOROT_NORMAL, HE_UNIFORM, HE_NORMAL ->
                drawn(slot, stream, how, CodeBlock.of("$L, $L", length, fans));
            case ORTHOGONAL -> orthogonal(slot, stream, how);
            case VALUES -> values(slot, how, methods);
        };
    }

    private static String number(Initialiser how, int argument) {
        return Double.toString(how.arguments().get(argument));
    }

    private CodeBlock constant(ParameterSlot slot, String value) {
        return CodeBlock.builder()
                .addStatement(
                        "$T.constant(parameters, $L, $L, $L)",
                        Initialisers.class,
                        emission.names().offset(slot.value()),
                        slot.shape().elements(),
                        value)
                .build();
    }

    private CodeBlock drawn(ParameterSlot slot, int stream, Initialiser how, CodeBlock arguments) {
        String[] words = how.kind().name().toLowerCase(java.util.Locale.ROOT).split("_");
        String method = words.length == 1 ? words[0] : words[0] + JavaNames.capitalised(words[1]);
        return CodeBlock.builder()
                .addStatement(
                        "$T.$L(parameters, $L, $L, seed, $L)",
                        Initialisers.class,
                        method,
                        emission.names().offset(slot.value()),
                        arguments,
                        stream)
                .build();
    }

    /** A matrix of the first size by the product of the others. */
    private CodeBlock orthogonal(ParameterSlot slot, int stream, Initialiser how) {
        long elements = slot.shape().elements().constant();
        long rows = slot.shape().rank() == 0 ? 1 : slot.shape().get(0).constant();
        return drawn(slot, stream, how, CodeBlock.of("$L, $L, $L", rows, elements / rows, number(how, 0)));
    }

    private CodeBlock values(ParameterSlot slot, Initialiser how, List<MethodSpec> methods) {
        CodeBlock.Builder code = CodeBlock.builder();
        List<Double> values = how.arguments();
        for (int from = 0; from < values.size(); from += VALUES_AT_ONCE) {
            List<CodeBlock> part = values.subList(from, Math.min(values.size(), from + VALUES_AT_ONCE)).stream()
                    .map(value -> emission.elements().literal(value))
                    .toList();
            fillers++;
            CodeBlock copy = CodeBlock.builder()
                    .addStatement(
                            "final $1T values = {$2L}", emission.elements().array(), CodeBlock.join(part, ",$W"))
                    .addStatement(
                            "$T.arraycopy(values, 0, parameters, $L + $L, values.length)",
                            ClassName.get(System.class),
                            emission.names().offset(slot.value()),
                            from)
                    .build();
            methods.add(MethodSpec.methodBuilder("values" + fillers)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(emission.elements().array(), "parameters")
                    .addCode(copy)
                    .build());
            code.addStatement("values$L(parameters)", fillers);
        }
        return code.build();
    }
}
