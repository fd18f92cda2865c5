package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.schedule.NetworkCode.Kept;
import dev.leibniz.compiler.semantics.Initialiser;
import dev.leibniz.runtime.Parameter;
import dev.leibniz.runtime.random.Initialisers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Where a network's parameters or states lie, what they are called, and how they are filled before training. */
final class KeptClass {
    /** Tensors in one text or method: keeps strings below 65,535 bytes and methods below 8,000. */
    private static final int AT_ONCE = 150;

    /** Elements of an array that is written out in one method. */
    private static final int VALUES_AT_ONCE = 500;

    private final Emission emission;
    private final ClassName name;
    private final String array;
    private final List<? extends Kept> slots;
    private final int firstStream;
    private int fillers;

    /** @param array what the array that holds all of them is called */
    private KeptClass(Emission emission, ClassName name, String array, List<? extends Kept> slots, int firstStream) {
        this.emission = emission;
        this.name = name;
        this.array = array;
        this.slots = slots;
        this.firstStream = firstStream;
    }

    static TypeSpec parameters(Emission emission) {
        KeptClass parameters = new KeptClass(
                emission,
                emission.names().parameters(),
                "parameters",
                emission.code().parameters(),
                0);
        return parameters.type(
                "The parameters of {@link $T}: at which offset each begins in the one array that holds them all, row-major.\n"
                        + "Gradients have the same layout.\n");
    }

    /** Their random numbers follow those of the parameters. */
    static TypeSpec states(Emission emission) {
        KeptClass states = new KeptClass(
                emission, emission.names().states(), "states", emission.code().states(), (int)
                        emission.code().parameters().stream()
                                .mapToLong(Kept::tensors)
                                .sum());
        return states.type(
                "The states of {@link $T}, which are kept from training step to training step but not trained:\n"
                        + "at which offset each begins in the one array that holds them all, row-major.\n");
    }

    private TypeSpec type(String doc) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(doc, emission.names().model());
        if (emission.names().hasConstants()) {
            slots.forEach(slot -> type.addField(offset(slot)));
        }
        type.addField(all());
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        initialisers().forEach(type::addMethod);
        return type.build();
    }

    private FieldSpec offset(Kept slot) {
        return FieldSpec.builder(
                        TypeName.INT,
                        emission.names().offset(slot.value()),
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("$L$L\n", Docs.code(slot.path() + ": float" + slot.tensor()), Docs.after(slot.doc()))
                .initializer("$L", slot.offset())
                .build();
    }

    private FieldSpec all() {
        CodeBlock.Builder blocks = CodeBlock.builder();
        for (int from = 0; from < slots.size(); from += AT_ONCE) {
            String lines = slots.subList(from, Math.min(slots.size(), from + AT_ONCE)).stream()
                    .map(Kept::line)
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

    // -- first values

    private List<MethodSpec> initialisers() {
        List<MethodSpec> methods = new ArrayList<>();
        CodeBlock.Builder all = CodeBlock.builder();
        boolean several = slots.size() > AT_ONCE;
        for (int from = 0; from < slots.size(); from += AT_ONCE) {
            CodeBlock.Builder part = CodeBlock.builder();
            for (int k = from; k < Math.min(slots.size(), from + AT_ONCE); k++) {
                part.add(fill(slots.get(k), methods));
            }
            if (several) {
                String name = "initialise" + (from / AT_ONCE + 1);
                methods.add(method(name, part.build())
                        .addModifiers(Modifier.PRIVATE)
                        .build());
                all.addStatement("$L($L, seed)", name, array);
            } else {
                all.add(part.build());
            }
        }
        methods.add(
                0,
                method("initialise", all.build())
                        .addJavadoc("Fills the array as the initialisers of the $L say.\n", array)
                        .build());
        return methods;
    }

    private MethodSpec.Builder method(String name, CodeBlock body) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .addParameter(emission.elements().array(), array)
                .addParameter(TypeName.LONG, "seed")
                .addCode(body);
    }

    /** Statements that fill one tensor, or all of a stack in loops. The number of a tensor is that of its stream of random numbers. */
    private CodeBlock fill(Kept slot, List<MethodSpec> methods) {
        CodeBlock.Builder code = CodeBlock.builder();
        StringBuilder offset = new StringBuilder(emission.names().offset(slot.value()));
        StringBuilder stream =
                new StringBuilder().append(firstStream + slot.ordinal().first());
        int axes = isSame(slot.initialiser()) ? 0 : slot.ordinal().axes();
        for (int axis = 0; axis < axes; axis++) {
            String index = axis == 0 ? "i" : "i" + (axis + 1);
            code.beginControlFlow(
                    "for (int $1L = 0; $1L < $2L; $1L++)", index, slot.shape().get(axis));
            offset.append(" + ")
                    .append(index)
                    .append(" * ")
                    .append(slot.shape().strides().get(axis));
            int stride = slot.ordinal().strides().get(axis);
            stream.append(" + ").append(index).append(stride == 1 ? "" : " * " + stride);
        }
        code.add(fill(slot, offset.toString(), stream.toString(), methods));
        for (int axis = 0; axis < axes; axis++) {
            code.endControlFlow();
        }
        return code.build();
    }

    /** Whether every element is the same. */
    private static boolean isSame(Initialiser how) {
        return switch (how.kind()) {
            case ZEROS, ONES, CONSTANT -> true;
            default -> false;
        };
    }

    private CodeBlock fill(Kept slot, String offset, String stream, List<MethodSpec> methods) {
        Initialiser how = slot.initialiser();
        String length = slot.tensor().elements().toString();
        CodeBlock fans = CodeBlock.of("$L, $L", how.fanIn(), how.fanOut());
        return switch (how.kind()) {
            case ZEROS -> constant(slot, CodeBlock.of("0"));
            case ONES -> constant(slot, CodeBlock.of("1"));
            case CONSTANT -> constant(slot, number(how, 0));
            case UNIFORM, NORMAL ->
                drawn(offset, stream, how, CodeBlock.of("$L, $L, $L", length, number(how, 0), number(how, 1)));
            case GLOROT_UNIFORM, GLOROT_NORMAL, HE_UNIFORM, HE_NORMAL ->
                drawn(offset, stream, how, CodeBlock.of("$L, $L", length, fans));
            case ORTHOGONAL -> orthogonal(slot.tensor(), offset, stream, how);
            case VALUES -> values(offset, how, methods);
        };
    }

    private static CodeBlock number(Initialiser how, int argument) {
        double value = how.arguments().get(argument);
        return Double.isFinite(value) ? CodeBlock.of("$L", value) : new Elements(true).literal(value);
    }

    private CodeBlock constant(Kept slot, CodeBlock value) {
        return CodeBlock.builder()
                .addStatement(
                        "$T.constant($L, $L, $L, $L)",
                        Initialisers.class,
                        array,
                        emission.names().offset(slot.value()),
                        slot.shape().elements(),
                        value)
                .build();
    }

    private CodeBlock drawn(String offset, String stream, Initialiser how, CodeBlock arguments) {
        String[] words = how.kind().name().toLowerCase(java.util.Locale.ROOT).split("_");
        String method = words.length == 1 ? words[0] : words[0] + JavaNames.capitalised(words[1]);
        return CodeBlock.builder()
                .addStatement(
                        "$T.$L($L, $L, $L, seed, $L)", Initialisers.class, method, array, offset, arguments, stream)
                .build();
    }

    /** A matrix of the first size by the product of the others. */
    private CodeBlock orthogonal(Shape tensor, String offset, String stream, Initialiser how) {
        long elements = tensor.elements().constant();
        long rows = tensor.rank() == 0 ? 1 : tensor.get(0).constant();
        return drawn(offset, stream, how, CodeBlock.of("$L, $L, $L", rows, elements / rows, number(how, 0)));
    }

    private CodeBlock values(String offset, Initialiser how, List<MethodSpec> methods) {
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
                            "$T.arraycopy(values, 0, $L, at + $L, values.length)",
                            ClassName.get(System.class),
                            array,
                            from)
                    .build();
            methods.add(MethodSpec.methodBuilder("values" + fillers)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(emission.elements().array(), array)
                    .addParameter(TypeName.INT, "at")
                    .addCode(copy)
                    .build());
            code.addStatement("values$L($L, $L)", fillers, array, offset);
        }
        return code.build();
    }
}
