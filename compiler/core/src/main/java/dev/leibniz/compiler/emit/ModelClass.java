package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.runtime.ModelFile;
import dev.leibniz.runtime.Parameter;
import dev.leibniz.runtime.SerialForm;
import dev.leibniz.runtime.kernel.Simd;
import dev.leibniz.runtime.random.Draws;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class that applications use: its parameters, how it comes to be and is kept, and what it computes. */
final class ModelClass {
    private final Emission emission;
    private final Operations operations;
    private final boolean simd;
    private final String hash;

    /** @param simd whether there is a class of SIMD kernels */
    ModelClass(Emission emission, boolean simd, String hash) {
        this.emission = emission;
        this.operations = new Operations(emission, new Calls(emission));
        this.simd = simd;
        this.hash = hash;
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(emission.names().model())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(Serializable.class)
                .addJavadoc(new ModelDoc(emission).text());
        fields(type);
        creation(type);
        files(type);
        type.addMethod(writeReplace("ofNetwork", "asModel()"));
        parameters(type);
        if (emission.hasStates()) {
            states(type);
        }
        hypers(type);
        if (emission.draws()) {
            draws(type);
        }
        operations.addTo(type);
        new TrainingClasses(emission).addTo(type);
        return type.build();
    }

    // -- state

    /** What every serialisable class has. */
    static FieldSpec serialVersion() {
        return FieldSpec.builder(TypeName.LONG, "serialVersionUID", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("1")
                .build();
    }

    /** Has Java serialisation write a model's numbers instead of its memory. */
    static MethodSpec writeReplace(String form, String model) {
        return MethodSpec.methodBuilder("writeReplace")
                .addModifiers(Modifier.PRIVATE)
                .returns(Object.class)
                .addStatement("return $T.$L($L)", SerialForm.class, form, model)
                .build();
    }

    private void fields(TypeSpec.Builder type) {
        type.addField(serialVersion());
        TypeName array = emission.elements().array();
        type.addField(
                FieldSpec.builder(TypeName.INT, "PARAMETER_COUNT", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("Elements of all parameters together.\n")
                        .initializer("$L", emission.code().parameterCount())
                        .build());
        type.addField(FieldSpec.builder(emission.names().kernels(), "KERNELS", Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The fastest loops that this JVM runs.\n")
                .initializer(
                        simd
                                ? CodeBlock.of(
                                        "$T.available() ? new $T() : new $T()",
                                        Simd.class,
                                        emission.names().vectorKernels(),
                                        emission.names().scalarKernels())
                                : CodeBlock.of("new $T()", emission.names().scalarKernels()))
                .build());
        type.addField(FieldSpec.builder(String.class, "HASH", Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Tells in files which network wrote them.\n")
                .initializer("$S", hash)
                .build());
        type.addField(FieldSpec.builder(array, "parameters", Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T[PARAMETER_COUNT]", emission.elements().type())
                .build());
        if (emission.hasStates()) {
            type.addField(
                    FieldSpec.builder(TypeName.INT, "STATE_COUNT", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                            .addJavadoc("Elements of all states together.\n")
                            .initializer("$L", emission.code().stateCount())
                            .build());
            type.addField(FieldSpec.builder(array, "states", Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("new $T[STATE_COUNT]", emission.elements().type())
                    .build());
        }
        if (emission.draws()) {
            type.addField(FieldSpec.builder(int[].class, "draws", Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("new int[$T.KEY]", Draws.class)
                    .build());
        }
        if (!emission.code().hypers().isEmpty()) {
            List<CodeBlock> initial = emission.code().hypers().stream()
                    .map(hyper -> emission.elements().literal(hyper.initial()))
                    .toList();
            type.addField(FieldSpec.builder(array, "hypers", Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("{$L}", CodeBlock.join(initial, ", "))
                    .build());
        }
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    }

    private void creation(TypeSpec.Builder type) {
        MethodSpec.Builder initialise = MethodSpec.methodBuilder("initialise")
                .addJavadoc("A network before training; equal seeds give equal parameters.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(emission.names().model())
                .addParameter(TypeName.LONG, "seed")
                .addStatement("final $1T net = new $1T()", emission.names().model())
                .addStatement(
                        "$T.initialise(net.parameters, seed)", emission.names().parameters());
        if (emission.hasStates()) {
            initialise.addStatement(
                    "$T.initialise(net.states, seed)", emission.names().states());
        }
        if (emission.draws()) {
            initialise.addStatement("net.setDraws(seed, 0)");
        }
        type.addMethod(initialise.addStatement("return net").build());
        type.addMethod(MethodSpec.methodBuilder("load")
                .addJavadoc("The network that was saved to a file, by itself or with its trainer.\n\n"
                        + "@throws IOException if the file cannot be read, is damaged, or holds other parameters\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(emission.names().model())
                .addParameter(Path.class, "file")
                .addException(IOException.class)
                .addStatement("final $1T net = new $1T()", emission.names().model())
                .addStatement("final $1T reader = $1T.open(file)", ModelFile.Reader.class)
                .addStatement("net.read(reader)")
                .addStatement("reader.finish()")
                .addStatement("return net")
                .build());
        type.addMethod(copy());
    }

    private MethodSpec copy() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("copy")
                .addJavadoc("A network of its own that holds what this one holds now; not to be called during a step.\n"
                        + "Other threads predict with copies while this network is trained.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(emission.names().model())
                .addStatement("final $1T net = new $1T()", emission.names().model());
        copy(method, "parameters");
        if (emission.hasStates()) {
            copy(method, "states");
        }
        if (emission.draws()) {
            copy(method, "draws");
        }
        if (!emission.code().hypers().isEmpty()) {
            copy(method, "hypers");
        }
        return method.addStatement("return net").build();
    }

    private static void copy(MethodSpec.Builder method, String array) {
        method.addStatement("$1T.arraycopy($2L, 0, net.$2L, 0, $2L.length)", System.class, array);
    }

    private void files(TypeSpec.Builder type) {
        type.addMethod(MethodSpec.methodBuilder("save")
                .addJavadoc(
                        "Writes the parameters as a safetensors file; a crash leaves the old file or the new one.\n")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Path.class, "file")
                .addException(IOException.class)
                .addStatement("written().write(file)")
                .build());
        MethodSpec.Builder written = MethodSpec.methodBuilder("written")
                .addModifiers(Modifier.PRIVATE)
                .returns(ModelFile.Writer.class)
                .addStatement(
                        "final $1T file = new $1T($2S, HASH)",
                        ModelFile.Writer.class,
                        emission.names().model().simpleName())
                .addStatement(
                        "file.add($S, $T.ALL, parameters)", "", emission.names().parameters());
        MethodSpec.Builder read = MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(ModelFile.Reader.class, "file")
                .addException(IOException.class)
                .addStatement(
                        "file.fill($S, $T.ALL, parameters)",
                        "",
                        emission.names().parameters());
        if (emission.hasStates()) {
            written.addStatement(
                    "file.add($S, $T.ALL, states)", "", emission.names().states());
            read.addStatement(
                    "file.fill($S, $T.ALL, states)", "", emission.names().states());
        }
        if (emission.draws()) {
            written.addStatement("file.numbers($S, draws)", "draws");
            read.addStatement("file.numbers($S, draws)", "draws");
        }
        for (NetworkCode.HyperSlot hyper : emission.code().hypers()) {
            written.addStatement("file.decimal($S, hypers[$L])", "hyper." + hyper.name(), hyper.offset());
            read.addStatement("file.decimal($S, hypers, $L)", "hyper." + hyper.name(), hyper.offset());
        }
        type.addMethod(written.addStatement("return file").build());
        type.addMethod(read.build());
    }

    private void parameters(TypeSpec.Builder type) {
        type.addMethod(MethodSpec.methodBuilder("parameters")
                .addJavadoc(
                        "The array that holds all parameters, not a copy: {@link $T} says where each begins.\n",
                        emission.names().parameters())
                .addModifiers(Modifier.PUBLIC)
                .returns(emission.elements().array())
                .addStatement("return parameters")
                .build());
        type.addMethod(MethodSpec.methodBuilder("parameterCount")
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addStatement("return PARAMETER_COUNT")
                .build());
        type.addMethod(MethodSpec.methodBuilder("parameterList")
                .addJavadoc("Path, shape and offset of every parameter.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(List.class, Parameter.class))
                .addStatement("return $T.ALL", emission.names().parameters())
                .build());
    }

    private void states(TypeSpec.Builder type) {
        type.addMethod(MethodSpec.methodBuilder("states")
                .addJavadoc(
                        "The array that holds all states, not a copy: {@link $T} says where each begins.\n",
                        emission.names().states())
                .addModifiers(Modifier.PUBLIC)
                .returns(emission.elements().array())
                .addStatement("return states")
                .build());
        type.addMethod(MethodSpec.methodBuilder("stateList")
                .addJavadoc("Path, shape and offset of every state.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(List.class, Parameter.class))
                .addStatement("return $T.ALL", emission.names().states())
                .build());
    }

    private static void draws(TypeSpec.Builder type) {
        type.addMethod(MethodSpec.methodBuilder("setDraws")
                .addJavadoc(
                        "Chooses the numbers that random operations give: a function of seed and round.\n"
                                + "A network begins with the seed it was initialised from and round 0; each pass of a trainer begins the next round.\n")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(TypeName.LONG, "seed")
                .addParameter(TypeName.LONG, "round")
                .addStatement("$T.key(draws, seed, round)", Draws.class)
                .build());
    }

    private void hypers(TypeSpec.Builder type) {
        for (NetworkCode.HyperSlot hyper : emission.code().hypers()) {
            String name = emission.names().hyper(hyper.offset());
            type.addMethod(MethodSpec.methodBuilder(name)
                    .addJavadoc("{@code $L}$L\n", hyper.name(), Docs.after(hyper.doc()))
                    .addModifiers(Modifier.PUBLIC)
                    .returns(emission.elements().type())
                    .addStatement("return hypers[$L]", hyper.offset())
                    .build());
            type.addMethod(MethodSpec.methodBuilder(JavaNames.setter(name))
                    .addJavadoc("Changes {@code $L} from the next call on$L.\n", hyper.name(), Docs.after(hyper.doc()))
                    .addModifiers(Modifier.PUBLIC)
                    .addParameter(ParameterSpec.builder(emission.elements().type(), "value")
                            .build())
                    .addStatement("hypers[$L] = value", hyper.offset())
                    .build());
        }
    }
}
