package dev.leibniz.compiler.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.compiler.semantics.UpdateRule;
import dev.leibniz.runtime.Generated;
import java.util.ArrayList;
import java.util.List;

/** Writes the classes of a network. */
public final class Emitter {
    private final NetworkCode code;
    private final NetworkNames names;
    private final List<JavaSource> sources = new ArrayList<>();

    private Emitter(NetworkCode code) {
        this.code = code;
        this.names = new NetworkNames(code);
    }

    /**
     * The Java files of a network; the same bytes for the same network.
     *
     * @param simd whether to write kernels for the Vector API too
     */
    public static List<JavaSource> emit(NetworkCode code, boolean simd) {
        return new Emitter(code).emit(simd && !code.doublePrecision());
    }

    private List<JavaSource> emit(boolean simd) {
        Elements elements = new Elements(code.doublePrecision());
        Members members = new Members(code, names, elements);
        List<String> sizes = new ArrayList<>(code.freeSizes());
        sizes.add(UpdateRule.ELEMENTS);
        KernelMethods methods = new KernelMethods(elements, sizes);
        Plans plans = new Plans(code, names, methods, elements, members);
        TypeSpec forward = plans.forward();
        List<UpdateClass> updates = code.updates().stream()
                .map(update -> new UpdateClass(update, names, methods, elements, members))
                .toList();
        add(new ModelClass(code, names, elements, members, updates, simd).type());
        add(forward);
        if (code.train().isPresent()) {
            add(plans.backward());
        }
        updates.forEach(update -> add(update.type()));
        KernelClasses kernels = new KernelClasses(names, methods, elements);
        add(kernels.declarations());
        add(kernels.plain());
        if (simd) {
            add(kernels.vectors());
        }
        return sources;
    }

    private void add(TypeSpec type) {
        TypeSpec annotated = type.toBuilder()
                .addAnnotation(AnnotationSpec.builder(Generated.class)
                        .addMember("source", "$S", code.source())
                        .addMember("by", "$S", "leibniz")
                        .build())
                .build();
        JavaFile file = JavaFile.builder(code.packageName(), annotated)
                .addFileComment("Generated from $L.", code.source())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
        String path = code.packageName().replace('.', '/') + "/" + type.name() + ".java";
        sources.add(new JavaSource(path, file.toString()));
    }

}
