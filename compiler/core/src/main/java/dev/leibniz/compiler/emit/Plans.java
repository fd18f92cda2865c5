package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.kernel.Walk;
import dev.leibniz.compiler.schedule.NetworkCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The sequences of kernels: what a prediction, an evaluation and a training step run. */
final class Plans {
    /** Kernel calls in one method; more go into a next one, since HotSpot compiles no method above 8,000 bytes. */
    private static final int LONGEST = 40;

    private final NetworkCode code;
    private final NetworkNames names;
    private final KernelMethods methods;
    private final Elements elements;
    private final Members members;

    Plans(NetworkCode code, NetworkNames names, KernelMethods methods, Elements elements, Members members) {
        this.code = code;
        this.names = names;
        this.methods = methods;
        this.elements = elements;
        this.members = members;
    }

    TypeSpec forward() {
        TypeSpec.Builder type = TypeSpec.classBuilder(names.forward())
                .addModifiers(Modifier.FINAL)
                .addJavadoc("The forward passes of {@link $T}, kernel by kernel.\n", names.model())
                .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        add(type, "predict", code.predict(), code.predict().forward(), "Inputs to outputs.");
        code.evaluate().ifPresent(plan -> add(type, "evaluate", plan, plan.forward(), "Inputs to the loss and metrics."));
        code.train().ifPresent(plan -> add(
                type,
                "train",
                plan,
                plan.forward(),
                "Inputs to the loss and metrics, keeping what the backward pass needs."));
        return type.build();
    }

    TypeSpec backward() {
        TypeSpec.Builder type = TypeSpec.classBuilder(names.backward())
                .addModifiers(Modifier.FINAL)
                .addJavadoc("The backward pass of {@link $T}, kernel by kernel: gradients are added to what is there.\n", names.model())
                .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        Plan plan = code.train().orElseThrow();
        add(type, "train", plan, plan.backward(), "Adds the gradient of the loss by every parameter.");
        return type.build();
    }

    /** The arrays that a plan's kernels touch, besides the workspace, in a fixed order: parameters, gradient, hypers, inputs, outputs. */
    private List<CodeBlock> parameters(List<Kernel> kernels, MethodSpec.Builder method) {
        Set<Buffer> touched = new LinkedHashSet<>();
        kernels.forEach(kernel -> touched.addAll(Walk.buffers(kernel.body()).keySet()));
        List<CodeBlock> passed = new ArrayList<>();
        for (Members.ArrayOf array : members.arrays(touched)) {
            method.addParameter(array.type(), array.name());
            passed.add(CodeBlock.of("$L", array.name()));
        }
        return passed;
    }

    private void add(TypeSpec.Builder type, String name, Plan plan, List<Kernel> kernels, String doc) {
        int parts = Math.max(1, (kernels.size() + LONGEST - 1) / LONGEST);
        if (parts == 1) {
            type.addMethod(method(name, plan, kernels, kernels, doc));
            return;
        }
        MethodSpec.Builder whole = head(name, doc);
        List<CodeBlock> arguments = new ArrayList<>(List.of(CodeBlock.of("kernels")));
        arguments.addAll(parameters(kernels, whole));
        arguments.add(CodeBlock.of("workspace"));
        code.freeSizes().forEach(size -> arguments.add(CodeBlock.of("$L", members.size(size))));
        tail(whole);
        for (int part = 0; part < parts; part++) {
            whole.addStatement("$L$L($L)", name, part + 1, CodeBlock.join(arguments, ", "));
        }
        type.addMethod(whole.build());
        for (int part = 0; part < parts; part++) {
            List<Kernel> some = kernels.subList(part * LONGEST, Math.min(kernels.size(), (part + 1) * LONGEST));
            type.addMethod(method(name + (part + 1), plan, kernels, some, "Part " + (part + 1) + " of " + parts + "."));
        }
    }

    private MethodSpec.Builder head(String name, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .addJavadoc("$L\n", doc)
                .addParameter(names.kernels(), "kernels");
    }

    private void tail(MethodSpec.Builder method) {
        method.addParameter(names.workspace(), "workspace");
        code.freeSizes().forEach(size -> method.addParameter(TypeName.INT, members.size(size)));
    }

    private MethodSpec method(String name, Plan plan, List<Kernel> arrays, List<Kernel> kernels, String doc) {
        MethodSpec.Builder method = head(name, doc);
        parameters(arrays, method);
        tail(method);
        Map<Buffer, String> slots = offsets(plan, kernels, method);
        for (Kernel kernel : kernels) {
            call(kernel, slots, method);
        }
        return method.build();
    }

    /** Local variables for where the slots begin that the kernels touch. */
    private Map<Buffer, String> offsets(Plan plan, List<Kernel> kernels, MethodSpec.Builder method) {
        JavaNames local = members.locals();
        Map<Buffer, String> slots = new LinkedHashMap<>();
        for (Kernel kernel : kernels) {
            for (Buffer buffer : Walk.buffers(kernel.body()).keySet()) {
                if (buffer.kind() == Buffer.Kind.SLOT && !slots.containsKey(buffer)) {
                    String name = local.take(buffer.name() + "At");
                    slots.put(buffer, name);
                    method.addStatement("final int $L = $L", name, members.sized(plan.slots().get(buffer)));
                }
            }
        }
        return slots;
    }

    private void call(Kernel kernel, Map<Buffer, String> slots, MethodSpec.Builder method) {
        KernelMethods.Shared shared = methods.of(kernel);
        List<CodeBlock> arguments = new ArrayList<>();
        for (Buffer buffer : Walk.buffers(kernel.body()).keySet()) {
            arguments.add(members.array(buffer));
            arguments.add(buffer.kind() == Buffer.Kind.SLOT
                    ? CodeBlock.of("$L", slots.get(buffer))
                    : members.offset(buffer));
        }
        shared.scope().sizes().forEach(size -> arguments.add(CodeBlock.of("$L", members.size(size))));
        if (shared.multiplies()) {
            arguments.add(CodeBlock.of("workspace.scratch"));
        }
        kernel.rows().ifPresent(rows -> {
            arguments.add(CodeBlock.of("0"));
            arguments.add(members.sized(rows));
        });
        for (int line = 0; line < kernel.formulas().size(); line++) {
            method.addComment("$L    $L", kernel.formulas().get(line), kernel.origins().get(line));
        }
        method.addStatement("kernels.$L($L)", shared.name(), CodeBlock.join(arguments, ", "));
    }


}
