package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.runtime.kernel.PlainMatMul;
import javax.lang.model.element.Modifier;

/** The interface of a network's loops and its two implementations, plain and on SIMD vectors. */
final class KernelClasses {
    private final NetworkNames names;
    private final KernelMethods methods;
    private final Elements elements;

    KernelClasses(NetworkNames names, KernelMethods methods, Elements elements) {
        this.names = names;
        this.methods = methods;
        this.elements = elements;
    }

    TypeSpec declarations() {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(names.kernels())
                .addJavadoc(
                        "The loops of {@link $T}. Each array comes with the offset at which what is meant begins; the rows\n"
                                + "{@code [from, to)} are those to be computed.\n",
                        names.model());
        for (KernelMethods.Shared method : methods.all()) {
            MethodSpec.Builder declared = methods.signature(method.name(), method.kernel(), method.scope())
                    .addModifiers(Modifier.ABSTRACT);
            method.kernel().formulas().forEach(formula -> declared.addJavadoc("$L\n<br>", Docs.code(formula.text())));
            type.addMethod(declared.addJavadoc(
                            "$L floating-point operations.\n", method.kernel().flops())
                    .build());
        }
        type.addMethod(scratchLength("scratchLength", "a matrix product")
                .addModifiers(Modifier.ABSTRACT)
                .build());
        if (multipliesTensors()) {
            type.addMethod(scratchLength("tensorScratchLength", "a product of tensors")
                    .addModifiers(Modifier.ABSTRACT)
                    .build());
        }
        return type.build();
    }

    private boolean multipliesTensors() {
        return methods.all().stream()
                .anyMatch(method -> !OffsetFields.of(method.kernel().body()).isEmpty());
    }

    private static MethodSpec.Builder scratchLength(String name, String what) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc("Elements of scratch memory that $L of these sizes needs.\n", what)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addParameter(TypeName.INT, "m")
                .addParameter(TypeName.INT, "n")
                .addParameter(TypeName.INT, "k");
    }

    TypeSpec plain() {
        TypeSpec.Builder type = implementation(
                names.scalarKernels(), "The loops of {@link $T} in plain Java.\n", ClassName.get(PlainMatMul.class));
        for (KernelMethods.Shared method : methods.all()) {
            type.addMethod(implement(method, new ScalarStatements(method.scope(), elements)));
        }
        return type.build();
    }

    TypeSpec vectors() {
        TypeSpec.Builder type = implementation(
                names.vectorKernels(),
                "The loops of {@link $T} on SIMD vectors, as wide as the machine prefers.\n",
                VectorTypes.MAT_MUL);
        type.addField(species("FLOATS", Float.class, CodeBlock.of("$T.SPECIES_PREFERRED", VectorTypes.FLOATS)));
        if (methods.all().stream().anyMatch(this::usesInts)) {
            CodeBlock ints = CodeBlock.of("$T.of($T.class, FLOATS.vectorShape())", VectorTypes.SPECIES, TypeName.INT);
            type.addField(species("INTS", Integer.class, ints));
        }
        for (KernelMethods.Shared method : methods.all()) {
            type.addMethod(implement(method, new VectorStatements(method.scope(), elements)));
        }
        return type.build();
    }

    private boolean usesInts(KernelMethods.Shared method) {
        CodeBlock body = new VectorStatements(method.scope(), elements)
                .body(method.kernel().body());
        return body.toString().contains("INTS");
    }

    private static FieldSpec species(String name, Class<?> element, CodeBlock value) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(VectorTypes.SPECIES, ClassName.get(element)),
                        name,
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(value)
                .build();
    }

    private TypeSpec.Builder implementation(ClassName name, String doc, ClassName matMul) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(names.kernels())
                .addJavadoc(doc, names.model())
                .addMethod(overridden(scratchLength("scratchLength", ""))
                        .addStatement("return $T.scratchLength(m, n, k)", matMul)
                        .build());
        if (multipliesTensors()) {
            type.addMethod(overridden(scratchLength("tensorScratchLength", ""))
                    .addStatement("return $T.tensorScratchLength(m, n, k)", matMul)
                    .build());
        }
        methods.all().stream()
                .flatMap(method -> OffsetFields.of(method.kernel().body()).stream())
                .distinct()
                .forEach(type::addField);
        return type;
    }

    private MethodSpec implement(KernelMethods.Shared method, ScalarStatements statements) {
        MethodSpec.Builder spec = methods.signature(method.name(), method.kernel(), method.scope());
        Docs.formulas(method.kernel()).forEach(formula -> spec.addCode("// $L\n", formula));
        return overridden(spec).addCode(statements.body(method.kernel().body())).build();
    }

    /** The method without the doc comment that its declaration has. */
    private static MethodSpec.Builder overridden(MethodSpec.Builder method) {
        MethodSpec declared = method.build();
        return MethodSpec.methodBuilder(declared.name())
                .addAnnotation(Override.class)
                .addModifiers(declared.modifiers())
                .returns(declared.returnType())
                .addParameters(declared.parameters())
                .addCode(declared.code());
    }
}
