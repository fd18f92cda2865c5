package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.kernel.Ready;
import dev.leibniz.compiler.kernel.Repeat;
import dev.leibniz.compiler.kernel.Step;
import dev.leibniz.compiler.kernel.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** One pass over a network as methods: a method that calls kernels in order, or, if that gets long, one that calls several such. */
final class Passes {
    /** Bytecode beyond 8,000 bytes is never compiled by HotSpot; estimates are rough. */
    private static final int LONGEST = 4000;

    private final Emission emission;
    private final String name;
    private final Plan plan;
    private final List<Step> steps;
    private final List<String> turns;
    private final Arguments arguments;
    private final List<MethodSpec> inner = new ArrayList<>();
    private final Optional<KernelChecks> checks;
    private Since since = Since.NOTHING;

    /** What has run since the threads of a team last waited for each other. */
    private enum Since {
        NOTHING,
        /** Kernels that the first thread runs alone. */
        ALONE,
        /** Kernels of whose rows each thread runs some. */
        SPLIT
    }

    /** @param steps those of the plan that this pass runs */
    Passes(Emission emission, String name, Plan plan, List<Step> steps) {
        this(emission, name, plan, steps, List.of(), Optional.empty());
    }

    /** The same pass, by one thread, which looks at what each kernel has computed. */
    static Passes checked(Emission emission, String name, Plan plan, List<Step> steps) {
        return new Passes(emission, name, plan, steps, List.of(), Optional.of(new KernelChecks(emission)));
    }

    private Passes(
            Emission emission,
            String name,
            Plan plan,
            List<Step> steps,
            List<String> turns,
            Optional<KernelChecks> checks) {
        this.emission = emission;
        this.name = name;
        this.plan = plan;
        this.steps = steps;
        this.turns = turns;
        this.checks = checks;
        this.arguments = Arguments.of(emission, steps, turns);
    }

    /** What the pass takes. */
    Arguments arguments() {
        return arguments;
    }

    /** The call of the pass from elsewhere. */
    CodeBlock call(ClassName owner) {
        return CodeBlock.of("$T.$L($L)", owner, name, arguments.values());
    }

    List<MethodSpec> methods(CodeBlock doc) {
        return methods(method(name).addJavadoc(doc));
    }

    private List<MethodSpec> methods(MethodSpec.Builder whole) {
        List<List<Step>> parts = parts();
        List<MethodSpec> methods = new ArrayList<>();
        if (parts.size() == 1) {
            methods.add(whole.addCode(body(steps, true)).build());
        } else {
            for (int part = 1; part <= parts.size(); part++) {
                String partName = name + "Part" + part;
                whole.addStatement("$L($L)", partName, arguments.values());
                methods.add(method(partName)
                        .addModifiers(Modifier.PRIVATE)
                        .addCode(body(parts.get(part - 1), part == parts.size()))
                        .build());
            }
            methods.add(0, whole.build());
        }
        methods.addAll(inner);
        return methods;
    }

    private MethodSpec.Builder method(String methodName) {
        return MethodSpec.methodBuilder(methodName)
                .addModifiers(Modifier.STATIC)
                .addParameters(arguments.declarations());
    }

    private List<List<Step>> parts() {
        List<List<Step>> parts = new ArrayList<>();
        List<Step> part = new ArrayList<>();
        int length = 0;
        for (Step step : steps) {
            int bytes = isLong(step) ? 50 : bytes(step);
            if (!part.isEmpty() && length + bytes > LONGEST) {
                parts.add(part);
                part = new ArrayList<>();
                length = 0;
            }
            part.add(step);
            length += bytes;
        }
        parts.add(part);
        return parts;
    }

    /** Whether a loop has its body in a method of its own. */
    private boolean isLong(Step step) {
        return step instanceof Repeat && bytes(step) > LONGEST / 2;
    }

    private int bytes(Step step) {
        if (step instanceof Repeat repeat) {
            return 20 + repeat.body().stream().mapToInt(this::bytes).sum();
        }
        int bytes = 20;
        if (!(step instanceof Kernel kernel)) {
            return bytes;
        }
        for (Buffer buffer : Walk.buffers(kernel.body()).keySet()) {
            bytes += 8;
            if (buffer.kind() == Buffer.Kind.SLOT) {
                bytes += 4 + offset(buffer).toString().length();
            }
        }
        if (checks.isPresent()) {
            bytes += 40
                    * (int) Walk.buffers(kernel.body()).values().stream()
                            .filter(Walk.Usage::writes)
                            .count();
        }
        return bytes + 2 * emission.sizes().free().size();
    }

    private CodeBlock offset(Buffer slot) {
        return emission.sizes().of(plan.slots().get(slot));
    }

    private CodeBlock body(List<Step> part, boolean last) {
        CodeBlock.Builder code = CodeBlock.builder();
        Map<Buffer, String> slots = new LinkedHashMap<>();
        Set<Buffer.Kind> kinds = new LinkedHashSet<>();
        boolean floats = false;
        boolean ints = false;
        boolean scratch = false;
        JavaNames names = new JavaNames();
        for (Kernel kernel : called(part)) {
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
        if (scratch) {
            code.addStatement("final $T scratch = workspace.scratch[share.index()]", array);
        }
        local(code, kinds.contains(Buffer.Kind.RESULT), array, "results");
        local(code, kinds.contains(Buffer.Kind.NEXT), array, "nextStates");
        slots.forEach((slot, variable) -> code.addStatement("final int $L = $L", variable, offset(slot)));
        part.forEach(step -> run(code, step, slots));
        if (last && !turns.isEmpty()) {
            await(code);
        }
        return code.build();
    }

    /** The kernels called by the method itself. */
    private List<Kernel> called(List<Step> part) {
        List<Kernel> kernels = new ArrayList<>();
        for (Step step : part) {
            if (step instanceof Kernel kernel) {
                kernels.add(kernel);
            } else if (step instanceof Repeat repeat && !isLong(step)) {
                kernels.addAll(called(repeat.body()));
            }
        }
        return kernels;
    }

    private void run(CodeBlock.Builder code, Step step, Map<Buffer, String> slots) {
        if (step instanceof Kernel kernel) {
            call(code, kernel, slots);
        } else if (step instanceof Repeat repeat) {
            loop(code, repeat, slots);
        } else if (step instanceof Ready ready) {
            code.add("\n");
            await(code);
            code.beginControlFlow("if (trainer != null)")
                    .addStatement("trainer.update($L, $L, share)", ready.from(), ready.to())
                    .endControlFlow();
        }
    }

    private void loop(CodeBlock.Builder code, Repeat repeat, Map<Buffer, String> slots) {
        String turn = emission.sizes().turn(repeat.variable());
        CodeBlock low = emission.sizes().of(repeat.low());
        Size end = repeat.low().plus(repeat.count());
        code.add("\n");
        await(code);
        if (repeat.backwards()) {
            CodeBlock last = emission.sizes().of(end.plus(-1));
            code.beginControlFlow("for (int $1L = $2L; $1L >= $3L; $1L--)", turn, last, low);
        } else {
            code.beginControlFlow(
                    "for (int $1L = $2L; $1L < $3L; $1L++)",
                    turn,
                    low,
                    emission.sizes().of(end));
        }
        if (isLong(repeat)) {
            code.addStatement(turn(repeat, turn));
        } else {
            repeat.body().forEach(within -> run(code, within, slots));
            await(code);
        }
        code.endControlFlow();
    }

    /** The threads of a team wait for each other, unless they just have. */
    private void await(CodeBlock.Builder code) {
        if (since != Since.NOTHING && checks.isEmpty()) {
            code.addStatement("share.await()");
            since = Since.NOTHING;
        }
    }

    /** The call of a method that is the body of a loop. */
    private CodeBlock turn(Repeat repeat, String variable) {
        List<String> around = new ArrayList<>(turns);
        around.add(variable);
        String method = name + "Turn" + (inner.size() + 1);
        Passes body = new Passes(emission, method, plan, repeat.body(), around, checks);
        inner.addAll(body.methods(body.method(method).addModifiers(Modifier.PRIVATE)));
        return CodeBlock.of("$L($L)", method, body.arguments.values());
    }

    private static void local(CodeBlock.Builder code, boolean used, TypeName type, String name) {
        if (used) {
            code.addStatement("final $1T $2L = workspace.$2L", type, name);
        }
    }

    private void call(CodeBlock.Builder code, Kernel kernel, Map<Buffer, String> slots) {
        boolean isSplit = kernel.rows().isPresent();
        if (isSplit || since == Since.SPLIT) {
            await(code);
        }
        since = isSplit ? Since.SPLIT : Since.ALONE;
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
                .map(emission.sizes()::of)
                .ifPresent(rows -> values.add(CodeBlock.of(
                        kernel.hasRowsInLanes()
                                ? "share.fromLane($1L),$Wshare.toLane($1L)"
                                : "share.from($1L),$Wshare.to($1L)",
                        rows)));
        CodeBlock call = CodeBlock.of(
                "$T.KERNELS.$L($L)", emission.names().model(), method.name(), CodeBlock.join(values, ",$W"));
        if (isSplit || checks.isPresent()) {
            code.addStatement(call);
            checks.ifPresent(after -> code.add(after.after(kernel, slots)));
        } else {
            code.beginControlFlow("if (share.isFirst())").addStatement(call).endControlFlow();
        }
    }
}
