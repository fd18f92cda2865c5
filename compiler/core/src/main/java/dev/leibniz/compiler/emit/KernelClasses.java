package dev.leibniz.compiler.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.runtime.kernel.PlainMatMul;
import java.util.List;
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
                .addJavadoc("The loops of {@link $T}: each method runs one kernel on arrays that begin at the offset behind them.\n", names.model());
        for (KernelMethods.Shared method : methods.all()) {
            type.addMethod(methods.signature(method.name(), method.kernel(), method.scope())
                    .addModifiers(Modifier.ABSTRACT)
                    .addJavadoc(describe(method.kernel()))
                    .build());
        }
        return type.addMethod(scratch().addModifiers(Modifier.ABSTRACT).build()).build();
    }

    /** Matrix products of the two implementations need different scratch memory. */
    private static MethodSpec.Builder scratch() {
        return MethodSpec.methodBuilder("scratchLength")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Elements of scratch memory that an m×k by k×n matrix product needs.\n")
                .returns(int.class)
                .addParameter(int.class, "m")
                .addParameter(int.class, "n")
                .addParameter(int.class, "k");
    }

    private static MethodSpec scratchOf(ClassName matMul) {
        return scratch()
                .addAnnotation(Override.class)
                .addStatement("return $T.scratchLength(m, n, k)", matMul)
                .build();
    }

    private static CodeBlock describe(Kernel kernel) {
        CodeBlock.Builder text = CodeBlock.builder();
        for (String formula : kernel.formulas()) {
            text.add("{@code $L}\n<br>", formula.replace("{", "(").replace("}", ")"));
        }
        return text.add("$L floating-point operations.\n", kernel.flops()).build();
    }

    TypeSpec plain() {
        TypeSpec.Builder type = implementation(names.scalarKernels(), "Plain Java loops.");
        for (KernelMethods.Shared method : methods.all()) {
            CodeBlock body = new ScalarStatements(method.scope(), elements)
                    .body(method.kernel().body());
            type.addMethod(implement(method, body));
        }
        return type.addMethod(scratchOf(ClassName.get(PlainMatMul.class))).build();
    }

    TypeSpec vectors() {
        TypeSpec.Builder type = implementation(names.vectorKernels(), "Loops on SIMD vectors of whatever width the machine prefers.");
        type.addField(species("F", VectorTypes.FLOATS, Float.class));
        type.addField(species("I", VectorTypes.INTS, Integer.class));
        for (KernelMethods.Shared method : methods.all()) {
            CodeBlock body = new VectorStatements(method.scope(), elements)
                    .body(method.kernel().body());
            type.addMethod(implement(method, body));
        }
        return type.addMethod(scratchOf(VectorTypes.MAT_MUL)).build();
    }

    private static FieldSpec species(String name, ClassName vector, Class<?> element) {
        CodeBlock value = name.equals("F")
                ? CodeBlock.of("$T.SPECIES_PREFERRED", vector)
                : CodeBlock.of("F.withLanes(int.class)");
        return FieldSpec.builder(
                        ParameterizedTypeName.get(VectorTypes.SPECIES, ClassName.get(element)),
                        name,
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(value)
                .build();
    }

    private TypeSpec.Builder implementation(ClassName name, String doc) {
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(names.kernels())
                .addJavadoc("$L\n", doc);
    }

    private MethodSpec implement(KernelMethods.Shared method, CodeBlock body) {
        MethodSpec.Builder spec = methods.signature(method.name(), method.kernel(), method.scope())
                .addAnnotation(AnnotationSpec.builder(Override.class).build());
        List<String> formulas = method.kernel().formulas();
        formulas.forEach(formula -> spec.addCode("// $L\n", formula));
        return spec.addCode(body).build();
    }
}
