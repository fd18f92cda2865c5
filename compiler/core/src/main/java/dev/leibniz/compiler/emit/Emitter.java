package dev.leibniz.compiler.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.runtime.Generated;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the Java classes of a network. Equal input gives equal bytes. */
public final class Emitter {
    private final Emission emission;
    private final boolean simd;
    private final List<JavaSource> sources = new ArrayList<>();

    private Emitter(NetworkCode code, boolean simd) {
        this.simd = simd && !code.doublePrecision();
        this.emission = Emission.of(code, this.simd);
    }

    /**
     * All classes of a network.
     *
     * @param simd whether there are kernels for SIMD vectors, too, unless it computes in double
     */
    public static EmittedNetwork emit(NetworkCode code, boolean simd) {
        return new Emitter(code, simd).network();
    }

    private EmittedNetwork network() {
        PassClasses passes = new PassClasses(emission);
        add(new ModelClass(emission, simd, NetworkHash.of(emission.code())).type());
        add(KeptClass.parameters(emission));
        if (emission.hasStates()) {
            add(KeptClass.states(emission));
        }
        add(passes.forward());
        if (emission.trains()) {
            add(passes.backward());
            for (int k = 0; k < emission.code().updates().size(); k++) {
                add(new UpdateClass(emission, k).type());
            }
        }
        add(new TeamClass(emission).type());
        add(new CheckedClass(emission).type());
        add(new AdapterClass(emission).type());
        // Behind all passes, which have asked for the kernels that they call.
        KernelClasses kernels = new KernelClasses(emission.names(), emission.methods(), emission.elements());
        add(kernels.declarations());
        Set<String> classes = new LinkedHashSet<>(add(kernels.plain()));
        if (simd) {
            classes.addAll(add(kernels.vectors()));
        }
        return new EmittedNetwork(
                sources, new KernelNames(classes, emission.methods().names()));
    }

    /** The qualified names of the class and its parts. */
    private List<String> add(TypeSpec type) {
        String text = text(type, type.name());
        List<TypeSpec> parts = ClassParts.of(type, text, emission.code().packageName());
        for (TypeSpec part : parts) {
            String path = emission.code().packageName().replace('.', '/') + "/" + part.name() + ".java";
            sources.add(new JavaSource(path, parts.size() == 1 ? text : text(part, type.name())));
        }
        return parts.stream()
                .map(part -> emission.code().packageName() + "." + part.name())
                .toList();
    }

    /** @param whole the class that it is a part of */
    private String text(TypeSpec type, String whole) {
        NetworkCode code = emission.code();
        AnnotationSpec generated = AnnotationSpec.builder(Generated.class)
                .addMember("source", "$S", code.source())
                .addMember("by", "$S", "leibniz")
                .build();
        TypeSpec marked = type.toBuilder().addAnnotation(generated).build();
        JavaFile.Builder file = JavaFile.builder(code.packageName(), marked)
                .addFileComment("Written by Leibniz from $L, anew at each build.", code.source())
                .indent("    ")
                .skipJavaLangImports(true);
        boolean passes = Stream.of(
                        emission.names().forward(),
                        emission.names().backward(),
                        emission.names().checked())
                .anyMatch(name -> whole.equals(name.simpleName()));
        if (passes && emission.names().hasConstants()) {
            if (!code.parameters().isEmpty()) {
                file.addStaticImport(emission.names().parameters(), "*");
            }
            if (emission.hasStates()) {
                file.addStaticImport(emission.names().states(), "*");
            }
        }
        return file.build().toString();
    }
}
