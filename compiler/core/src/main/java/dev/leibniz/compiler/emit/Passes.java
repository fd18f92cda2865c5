package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.kernel.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** One pass over a network as methods: a method that calls kernels in order, or, if that gets long, one that calls several such. */
final class Passes {
    /** Bytecode beyond 8,000 bytes is never compiled by HotSpot; estimates are rough. */
    private static final int LONGEST = 4000;

    private final Emission emission;
    private final String name;
    private final Plan plan;
    private final List<Kernel> kernels;
    private final Arguments arguments;

    /** @param kernels those of the plan that this pass runs */
    Passes(Emission emission, String name, Plan plan, List<Kernel> kernels) {
        this.emission = emission;
        this.name = name;
        this.plan = plan;
        this.kernels = kernels;
        this.arguments = Arguments.of(emission, kernels);
    }

    /** The call of the pass from elsewhere. */
    CodeBlock call(com.palantir.javapoet.ClassName owner) {
        return CodeBlock.of("$T.$L($L)", owner, name, arguments.values());
    }

    List<MethodSpec> methods(CodeBlock doc) {
        List<List<Kernel>> parts = parts();
        List<MethodSpec> methods = new ArrayList<>();
        MethodSpec.Builder whole = method(name).addJavadoc(doc);
        if (parts.size() == 1) {
            methods.add(whole.addCode(body(kernels)).build());
            return methods;
        }
        for (int part = 1; part <= parts.size(); part++) {
            String partName = name + part;
            whole.addStatement("$L($L)", partName, arguments.values());
            methods.add(method(partName)
                    .addModifiers(Modifier.PRIVATE)
                    .addCode(body(parts.get(part - 1)))
                    .build());
        }
        methods.add(0, whole.build());
        return methods;
    }

    private MethodSpec.Builder method(String methodName) {
        return MethodSpec.methodBuilder(methodName)
                .addModifiers(Modifier.STATIC)
                .addParameters(arguments.declarations());
    }

    private List<List<Kernel>> parts() {
        List<List<Kernel>> parts = new ArrayList<>();
        List<Kernel> part = new ArrayList<>();
        int length = 0;
        for (Kernel kernel : kernels) {
            int bytes = bytes(kernel);
            if (!part.isEmpty() && length + bytes > LONGEST) {
                parts.add(part);
                part = new ArrayList<>();
                length = 0;
            }
            part.add(kernel);
            length += bytes;
        }
        parts.add(part);
        return parts;
    }

    private int bytes(Kernel kernel) {
        int bytes = 20;
        for (Buffer buffer : Walk.buffers(kernel.body()).keySet()) {
            bytes += 8;
            if (buffer.kind() == Buffer.Kind.SLOT) {
                bytes += 4 + offset(buffer).toString().length();
            }
        }
        return bytes + 2 * emission.sizes().free().size();
    }

    private CodeBlock offset(Buffer slot) {
        return emission.sizes().of(plan.slots().get(slot));
    }

    private CodeBlock body(List<Kernel> part) {
        CodeBlock.Builder code = CodeBlock.builder();
        Map<Buffer, String> slots = new LinkedHashMap<>();
        Set<Buffer.Kind> kinds = new LinkedHashSet<>();
        boolean floats = false;
        boolean ints = false;
        boolean scratch = false;
        JavaNames names = new JavaNames();
        for (Kernel kernel : part) {
            scratch |= emission.methods().of(kernel).usesScratch()
                    || !kernel.local().equals(Size.ZERO);
            for (Buffer buffer : Walk.buffers(kernel.body()).keySet()) {
                kinds.add(buffer.kind());
                if (buffer.kind() == Buffer.Kind.SLOT && !slots.containsKey(buffer)) {
                    slots.put(buffer, names.take(JavaNames.identifier(buffer.name()) + "At"));
                    boolean isInt = buffer.type() != dev.leibniz.compiler.ir.DType.FLOAT;
                    ints |= isInt;
                    floats |= !isInt;
                }
            }
        }
        TypeName array = emission.elements().array();
        local(code, floats, array, "floats");
        local(code, ints, com.palantir.javapoet.ArrayTypeName.of(TypeName.INT), "ints");
        local(code, scratch, array, "scratch");
        local(code, kinds.contains(Buffer.Kind.RESULT), array, "results");
        slots.forEach((slot, variable) -> code.addStatement("final int $L = $L", variable, offset(slot)));
        part.forEach(kernel -> call(code, kernel, slots));
        return code.build();
    }

    private static void local(CodeBlock.Builder code, boolean used, TypeName type, String name) {
        if (used) {
            code.addStatement("final $1T $2L = workspace.$2L", type, name);
        }
    }

    private void call(CodeBlock.Builder code, Kernel kernel, Map<Buffer, String> slots) {
        code.add("\n");
        Docs.formulas(kernel).forEach(formula -> code.add("// $L\n", formula));
        KernelMethods.Shared method = emission.methods().of(kernel);
        List<CodeBlock> values = new ArrayList<>();
        Size local = Size.ZERO;
        for (Buffer buffer : Walk.buffers(kernel.body()).keySet()) {
            if (buffer.kind() == Buffer.Kind.LOCAL) {
                values.add(CodeBlock.of("scratch, $L", emission.sizes().of(local)));
                local = local.plus(buffer.elements());
                continue;
            }
            String offset = buffer.kind() == Buffer.Kind.SLOT ? slots.get(buffer) : emission.offset(buffer);
            values.add(CodeBlock.of("$L, $L", emission.array(buffer), offset));
        }
        method.scope().sizes().forEach(size -> values.add(CodeBlock.of("$L", size)));
        if (method.usesScratch()) {
            values.add(CodeBlock.of("scratch, $L", emission.sizes().of(local)));
        }
        kernel.rows()
                .ifPresent(rows ->
                        values.add(CodeBlock.of("0, $L", emission.sizes().of(rows))));
        code.addStatement("$T.KERNELS.$L($L)", emission.names().model(), method.name(), CodeBlock.join(values, ",$W"));
    }
}
