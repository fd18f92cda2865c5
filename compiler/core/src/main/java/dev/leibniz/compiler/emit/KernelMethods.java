package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Statement;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The methods behind a network's kernels: kernels that differ in the names of their buffers only share one. */
final class KernelMethods {
    /**
     * One method, and the kernel it was made from.
     *
     * @param blocks elements of scratch memory that it needs beside those for matrix products
     */
    record Shared(String name, Kernel kernel, KernelScope scope, int blocks) {
        /** Whether it takes scratch memory. */
        boolean usesScratch() {
            return multiplies(kernel.body()) || blocks > 0;
        }
    }

    private final Elements elements;
    private final Sizes sizes;
    private final boolean vectors;
    private final JavaNames names = new JavaNames("scratchLength");
    private final Map<String, Shared> byText = new LinkedHashMap<>();
    private final Map<Kernel, Shared> byKernel = new IdentityHashMap<>();

    /** @param vectors whether there is an implementation on SIMD vectors */
    KernelMethods(Elements elements, Sizes sizes, boolean vectors) {
        this.elements = elements;
        this.sizes = sizes;
        this.vectors = vectors;
    }

    /** The method that runs a kernel; made if no kernel like it was seen before. */
    Shared of(Kernel kernel) {
        return byKernel.computeIfAbsent(kernel, k -> {
            KernelScope canonical = new KernelScope(k, sizes, true);
            // Vectors may run a loop otherwise than scalars do, by what its buffers are; both are told apart by what
            // vectors run.
            ScalarStatements statements =
                    vectors ? new VectorStatements(canonical, elements) : new ScalarStatements(canonical, elements);
            CodeBlock body = statements.body(k.body());
            String text =
                    signature("kernel", k, canonical).addCode(body).build().toString();
            return byText.computeIfAbsent(
                    text, t -> new Shared(names.take(k.name()), k, new KernelScope(k, sizes, false), blocks(k)));
        });
    }

    /** All methods, in the order in which they were first asked for. */
    List<Shared> all() {
        return List.copyOf(byText.values());
    }

    /** The names of the methods of all kernels that were asked for, by identity. */
    Map<Kernel, String> names() {
        Map<Kernel, String> byIdentity = new IdentityHashMap<>();
        byKernel.forEach((kernel, method) -> byIdentity.put(kernel, method.name()));
        return byIdentity;
    }

    /** The head of a method without its body: arrays with offsets, free sizes, scratch memory, rows. */
    MethodSpec.Builder signature(String name, Kernel kernel, KernelScope scope) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
        for (Map.Entry<Buffer, String> buffer : scope.buffers().entrySet()) {
            method.addParameter(elements.array(buffer.getKey().type()), buffer.getValue());
            method.addParameter(TypeName.INT, buffer.getValue() + "At");
        }
        scope.sizes().forEach(size -> method.addParameter(TypeName.INT, size));
        if (multiplies(kernel.body()) || blocks(kernel) > 0) {
            method.addParameter(elements.array(), "scratch");
            method.addParameter(TypeName.INT, "scratchAt");
        }
        if (kernel.rows().isPresent()) {
            method.addParameter(TypeName.INT, "from");
            method.addParameter(TypeName.INT, "to");
        }
        return method;
    }

    private int blocks(Kernel kernel) {
        return vectors ? LaneStages.scratch(kernel.body()) : 0;
    }

    private static boolean multiplies(List<Statement> statements) {
        return statements.stream()
                .anyMatch(statement -> statement instanceof Statement.Multiply
                        || statement instanceof Statement.Loop loop && multiplies(loop.body()));
    }
}
