package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.kernel.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names inside one kernel method: its buffers, sizes, loop variables and locals. */
final class KernelScope {
    private final JavaNames names = new JavaNames("from", "to", "scratch", "F", "I", "mask", "end");
    private final Map<Buffer, String> buffers = new LinkedHashMap<>();
    private final Map<String, String> locals = new LinkedHashMap<>();
    private final Map<String, String> loops = new LinkedHashMap<>();
    private final List<String> sizes;

    /** @param canonical whether buffers are called by number, so that kernels that differ in names only come out the same */
    KernelScope(Kernel kernel, List<String> freeSizes, boolean canonical) {
        Set<String> used = new LinkedHashSet<>();
        kernel.rows().ifPresent(rows -> used.addAll(rows.symbols()));
        collectSizes(kernel.body(), used);
        this.sizes = freeSizes.stream().filter(used::contains).toList();
        sizes.forEach(names::take);
        for (Buffer buffer : Walk.buffers(kernel.body()).keySet()) {
            String name = names.take(canonical ? "a" + buffers.size() : buffer.name());
            names.take(name + "At");
            buffers.put(buffer, name);
        }
    }

    private static void collectSizes(List<Statement> statements, Set<String> used) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Loop loop) {
                used.addAll(loop.extent().symbols());
                collectSizes(loop.body(), used);
            } else if (statement instanceof Statement.Fill fill) {
                used.addAll(fill.count().symbols());
            } else if (statement instanceof Statement.Multiply multiply) {
                for (Statement.Matrix matrix : List.of(multiply.a(), multiply.b(), multiply.c())) {
                    used.addAll(matrix.row().symbols());
                    used.addAll(matrix.column().symbols());
                }
                used.addAll(multiply.m().symbols());
                used.addAll(multiply.n().symbols());
                used.addAll(multiply.k().symbols());
            }
        }
        for (Index index : Walk.indices(statements)) {
            used.addAll(index.offset().symbols());
            for (Index.Term term : index.terms()) {
                used.addAll(term.factor().symbols());
                if (term.atom() instanceof Index.Computed computed) {
                    used.addAll(computed.bound().symbols());
                } else if (term.atom() instanceof Index.Quotient quotient) {
                    used.addAll(quotient.divisor().symbols());
                } else if (term.atom() instanceof Index.Remainder remainder) {
                    used.addAll(remainder.divisor().symbols());
                }
            }
        }
    }

    /** The buffers in the order of their parameters. */
    Map<Buffer, String> buffers() {
        return buffers;
    }

    /** The free sizes that are parameters, in the network's order. */
    List<String> sizes() {
        return sizes;
    }

    String buffer(Buffer buffer) {
        return buffers.get(buffer);
    }

    String local(String name) {
        return locals.computeIfAbsent(name, names::take);
    }

    String loop(String variable) {
        return loops.computeIfAbsent(variable, names::take);
    }

    /** A size as an int expression. */
    CodeBlock size(Size size) {
        return CodeBlock.of("$L", size);
    }

    /** The offset of an element in its array: where the buffer begins, and the index. */
    CodeBlock at(Buffer buffer, CodeBlock index) {
        return index.toString().equals("0")
                ? CodeBlock.of("$LAt", buffer(buffer))
                : CodeBlock.of("$LAt + $L", buffer(buffer), index);
    }

    /** Sums of parts, {@code 0} if there is none. */
    static CodeBlock sum(List<CodeBlock> parts) {
        return parts.isEmpty() ? CodeBlock.of("0") : CodeBlock.join(new ArrayList<>(parts), " + ");
    }
}
