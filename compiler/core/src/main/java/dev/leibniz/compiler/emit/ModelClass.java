package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.kernel.Simd;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The class that an application uses: parameters, predictions, gradients, and the makers of workspaces and trainers. */
final class ModelClass {
    private final NetworkCode code;
    private final NetworkNames names;
    private final Elements elements;
    private final Members members;
    private final List<UpdateClass> updates;
    private final boolean simd;
    private final Sizing sizing;
    private final WorkspaceClass workspace;

    ModelClass(
            NetworkCode code,
            NetworkNames names,
            Elements elements,
            Members members,
            List<UpdateClass> updates,
            boolean simd) {
        this.code = code;
        this.names = names;
        this.elements = elements;
        this.members = members;
        this.updates = updates;
        this.simd = simd;
        this.sizing = new Sizing(code, members, elements);
        this.workspace = new WorkspaceClass(code, names, elements, members);
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(names.model())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(Model.class)
                .addJavadoc(doc());
        fields(type);
        type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        new Initialisation(code, names, members, elements).addTo(type);
        type.addMethod(MethodSpec.methodBuilder("parameters")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("All parameters, one behind the other; not a copy.\n")
                .returns(elements.array())
                .addStatement("return parameters")
                .build());
        hypers(type);
        new PredictionMethods(code, names, elements, members, sizing).addTo(type);
        List<Plan> plans = new ArrayList<>(List.of(code.predict()));
        code.evaluate().ifPresent(plans::add);
        type.addMethod(workspace.factory("workspace", "Memory for predictions and evaluations.", plans));
        TrainingMethods training = new TrainingMethods(code, names, elements, members, sizing, updates);
        training.addTo(type, workspace);
        type.addType(workspace.type());
        type.addType(factory());
        return type.build();
    }

    private CodeBlock doc() {
        CodeBlock.Builder text = CodeBlock.builder();
        code.doc().ifPresent(doc -> text.add("$L\n\n", doc));
        text.add("<p>$L parameters", String.format(java.util.Locale.ROOT, "%,d", code.parameterCount()));
        text.add("; a prediction takes $L floats of memory", code.predict().floats());
        code.train().ifPresent(plan -> text.add(", a training step $L", plan.floats()));
        text.add(".\n<p>Reading is safe for any number of threads, each with its own workspace; a trainer is the only writer.\n");
        return text.build();
    }

    private void fields(TypeSpec.Builder type) {
        type.addField(FieldSpec.builder(TypeName.INT, "PARAMETER_COUNT", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Elements of the array of parameters.\n")
                .initializer("$L", code.parameterCount())
                .build());
        for (NetworkCode.ParameterSlot parameter : code.parameters()) {
            type.addField(FieldSpec.builder(
                            TypeName.INT, members.constant(parameter), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                    .addJavadoc("Where {@code $L}, of shape $L, begins among the parameters.\n", parameter.path(), parameter.shape())
                    .initializer("$L", parameter.offset())
                    .build());
        }
        CodeBlock kernels = simd
                ? CodeBlock.of("$T.available() ? new $T() : new $T()", Simd.class, names.vectorKernels(), names.scalarKernels())
                : CodeBlock.of("new $T()", names.scalarKernels());
        type.addField(FieldSpec.builder(names.kernels(), "KERNELS", Modifier.STATIC, Modifier.FINAL)
                .initializer(kernels)
                .build());
        type.addField(FieldSpec.builder(elements.array(), "parameters", Modifier.FINAL)
                .initializer("new $T[PARAMETER_COUNT]", elements.type())
                .build());
        String initial = code.hypers().stream()
                .map(hyper -> elements.literal(hyper.initial()).toString())
                .collect(Collectors.joining(", "));
        type.addField(FieldSpec.builder(elements.array(), "hypers", Modifier.FINAL)
                .initializer("{$L}", initial)
                .build());
    }

    private void hypers(TypeSpec.Builder type) {
        for (NetworkCode.HyperSlot hyper : code.hypers()) {
            String name = members.hyper(hyper);
            type.addMethod(MethodSpec.methodBuilder(name)
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc("The value of {@code $L}.\n", hyper.name())
                    .returns(elements.type())
                    .addStatement("return hypers[$L]", hyper.offset())
                    .build());
            type.addMethod(MethodSpec.methodBuilder(name)
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc("Sets {@code $L} for the calls that follow.\n", hyper.name())
                    .addParameter(elements.type(), "value")
                    .addStatement("hypers[$L] = value", hyper.offset())
                    .build());
        }
    }

    private TypeSpec factory() {
        ClassName factory = ClassName.get(Model.Factory.class);
        return TypeSpec.classBuilder("Factory")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(factory)
                .addJavadoc("Makes models for callers that do not know their type.\n")
                .addMethod(MethodSpec.methodBuilder("initialise")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(names.model())
                        .addParameter(TypeName.LONG, "seed")
                        .addStatement("return $T.initialise(seed)", names.model())
                        .build())
                .build();
    }
}
