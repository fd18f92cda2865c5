package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.kernel.Walk;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The names inside one kernel method: its buffers, sizes, loop variables and locals. */
final class KernelScope {
    private static final String[] RESERVED = {"from", "to", "scratch", "scratchAt", "FLOATS", "INTS"};

    private final JavaNames names = new JavaNames(RESERVED);
    private final Map<Buffer, String> buffers = new LinkedHashMap<>();
    private final Map<String, String> locals = new LinkedHashMap<>();
    private final Map<Buffer, String> blocks = new IdentityHashMap<>();
    private final Sizes sizes;
    private final Set<String> used = new LinkedHashSet<>();
    private final boolean canonical;

    /** @param canonical whether everything is called by number, so that kernels that differ in names only come out the same */
    KernelScope(Kernel kernel, Sizes sizes, boolean canonical) {
        this.sizes = sizes;
        this.canonical = canonical;
        kernel.rows().ifPresent(rows -> used.addAll(rows.symbols()));
        collectSizes(kernel.body(), used);
        sizes().forEach(names::take);
        OffsetFields.of(kernel.body()).forEach(field -> names.take(field.name()));
        for (Buffer buffer : Walk.buffers(kernel.body()).keySet()) {
            String wanted = canonical ? "a" + buffers.size() : JavaNames.identifier(buffer.name());
            buffers.put(buffer, names.take(wanted, List.of("At")));
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
                    Stream.concat(matrix.rows().stream(), matrix.columns().stream())
                            .forEach(axis -> used.addAll(axis.stride().symbols()));
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

    /** The variables of the free sizes that are parameters, in the network's order. */
    List<String> sizes() {
        return sizes.names(used);
    }

    String buffer(Buffer buffer) {
        return blocks.containsKey(buffer) ? "scratch" : buffers.get(buffer);
    }

    /** The variable that says where a block of scratch memory begins, were its first element that of turn 0. */
    String block(Buffer block, int number) {
        String origin = local("block" + number);
        blocks.put(block, origin);
        return origin;
    }

    /** The Java variable of a local or of a loop. */
    String local(String name) {
        return locals.computeIfAbsent(name, n -> names.take(canonical ? "t" + locals.size() : element(n)));
    }

    /** What ends in "At" are offsets; an element at the turn's indices is called otherwise. */
    private static String element(String name) {
        return name.endsWith("At") ? name.substring(0, name.length() - 2) + "Value" : name;
    }

    /** A size as an int expression. */
    CodeBlock size(Size size) {
        return sizes.of(size);
    }

    /** A size as an expression that does not overflow. */
    CodeBlock exact(Size size) {
        return sizes.exact(size);
    }

    /** Whether a size is one variable or a number that an int holds. */
    boolean isSimple(Size size) {
        return sizes.isSimple(size);
    }

    /** A size as an operand of a product. */
    CodeBlock factor(Size size) {
        return sizes.factor(size);
    }

    /** The offset of an element in its array: where the buffer begins, and the index. */
    CodeBlock at(Buffer buffer, CodeBlock index) {
        String text = index.toString();
        String origin = blocks.containsKey(buffer) ? blocks.get(buffer) : buffer(buffer) + "At";
        if (text.equals("0")) {
            return CodeBlock.of("$L", origin);
        }
        return CodeBlock.of(text.startsWith("-") ? "$L + ($L)" : "$L + $L", origin, index);
    }

    /** Sums of parts, {@code 0} if there is none. */
    static CodeBlock sum(List<CodeBlock> parts) {
        return parts.isEmpty() ? CodeBlock.of("0") : CodeBlock.join(new ArrayList<>(parts), " + ");
    }
}
