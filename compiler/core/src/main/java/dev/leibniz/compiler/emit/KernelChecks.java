package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Formula;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.kernel.Walk;
import dev.leibniz.runtime.FiniteChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Statements behind the call of a kernel that look for NaN and infinity in what it has written. In a pass that computes with infinite constants, as masks
 * do, only results and gradients must be finite, temporaries must be numbers.
 */
final class KernelChecks {
    private final Emission emission;
    private final boolean infinite;

    KernelChecks(Emission emission, Plan plan) {
        this.emission = emission;
        this.infinite = plan.kernels().stream().anyMatch(kernel -> hasInfinity(kernel.body()));
    }

    /** Whether an element may be an infinite constant; to be compared with one makes none. */
    private static boolean hasInfinity(List<Statement> statements) {
        List<Scalar> given = new ArrayList<>();
        Walk.scalars(statements, scalar -> {
            if (scalar instanceof Scalar.Choose choose) {
                given.addAll(List.of(choose.then(), choose.otherwise()));
            } else if (scalar instanceof Scalar.Apply apply && !apply.function().isPredicate()) {
                given.addAll(apply.arguments());
            }
        });
        return given.stream().anyMatch(KernelChecks::isInfinite) || stores(statements);
    }

    private static boolean isInfinite(Scalar scalar) {
        return scalar instanceof Scalar.Literal literal && Double.isInfinite(literal.value());
    }

    private static boolean stores(List<Statement> statements) {
        return statements.stream()
                .anyMatch(statement -> statement instanceof Statement.Fill fill && Double.isInfinite(fill.value())
                        || statement instanceof Statement.Store store && isInfinite(store.value())
                        || statement instanceof Statement.Loop loop && stores(loop.body()));
    }

    /** @param slots the variables that say where temporaries begin */
    CodeBlock after(Kernel kernel, Map<Buffer, String> slots) {
        CodeBlock.Builder code = CodeBlock.builder();
        Walk.buffers(kernel.body()).forEach((buffer, usage) -> {
            if (usage.writes() && buffer.type() == DType.FLOAT && buffer.kind() != Buffer.Kind.LOCAL) {
                String offset = slots.getOrDefault(buffer, emission.offset(buffer));
                code.addStatement(check(formula(kernel, buffer), buffer, offset));
            }
        });
        return code.build();
    }

    private CodeBlock check(Formula formula, Buffer buffer, String offset) {
        boolean isTemporary = buffer.kind() == Buffer.Kind.SLOT;
        return CodeBlock.of(
                "$T.tensor($S, $S, $S, $L,$W$L, $L$L)",
                FiniteChecks.class,
                name(buffer),
                formula.text(),
                formula.origin().isNone() ? "" : formula.origin().toString(),
                infinite && isTemporary,
                emission.array(buffer),
                offset,
                shape(formula, buffer));
    }

    private static String name(Buffer buffer) {
        boolean isGradient =
                buffer.kind() == Buffer.Kind.GRADIENT && buffer.name().endsWith("Bar");
        return isGradient
                ? "the gradient of " + buffer.name().substring(0, buffer.name().length() - 3)
                : buffer.name();
    }

    /** The one that defines what the buffer holds; for an output that has another name than its value the first of as many elements that no other buffer holds, else the last of the kernel. */
    private static Formula formula(Kernel kernel, Buffer buffer) {
        List<Formula> all = kernel.formulas();
        String name = buffer.name().substring(buffer.name().lastIndexOf('.') + 1);
        return Stream.of(buffer.name(), name, name.replaceFirst("Next$", ""))
                .flatMap(wanted -> all.stream().filter(formula -> formula.text().startsWith(wanted + " = ")))
                .findFirst()
                .or(() -> all.stream()
                        .filter(formula -> buffer.kind() == Buffer.Kind.OUTPUT
                                && formula.type().shape().elements().equals(buffer.elements())
                                && Walk.buffers(kernel.body()).keySet().stream()
                                        .noneMatch(other -> formula.text().startsWith(other.name() + " = ")))
                        .findFirst())
                .orElse(all.get(all.size() - 1));
    }

    /** The sizes of the tensor, of several in a row the number of these before it, or just the elements. */
    private CodeBlock shape(Formula formula, Buffer buffer) {
        List<Size> sizes = new ArrayList<>(formula.type().shape().sizes());
        Size elements = formula.type().shape().elements();
        if (!elements.equals(buffer.elements())) {
            buffer.elements().dividedBy(elements).ifPresentOrElse(turns -> sizes.add(0, turns), () -> {
                sizes.clear();
                sizes.add(buffer.elements());
            });
        }
        return sizes.stream()
                .map(size -> CodeBlock.of(",$W$L", emission.sizes().of(size)))
                .collect(CodeBlock.joining(""));
    }
}
