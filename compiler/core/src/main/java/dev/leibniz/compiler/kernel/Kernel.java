package dev.leibniz.compiler.kernel;

import dev.leibniz.compiler.ir.Size;
import java.util.List;
import java.util.Optional;

/**
 * One method of generated code: statements over buffers and free sizes.
 *
 * @param name a readable name made from the `.nn` names of what it computes, such as {@code hidden} or {@code logitsBar}
 * @param formulas what it computes, printed as comments
 * @param rows how many rows the outermost {@code ROWS} loop (or row-split product) has, if the kernel may be run in parts
 * @param flops floating-point operations of one run, as a formula
 */
public record Kernel(String name, List<Formula> formulas, Optional<Size> rows, List<Statement> body, Size flops)
        implements Step {
    public Kernel {
        formulas = List.copyOf(formulas);
        body = List.copyOf(body);
    }

    /** Whether its rows run in the lanes of vectors, so that it may only be split between whole blocks of them if each element is to be computed alike. */
    public boolean hasRowsInLanes() {
        return hasRowsInLanes(body);
    }

    private static boolean hasRowsInLanes(List<Statement> statements) {
        return statements.stream()
                .anyMatch(statement -> statement instanceof Statement.Loop loop
                        && (loop.kind() == Statement.LoopKind.LANE_ROWS || hasRowsInLanes(loop.body())));
    }

    /** Elements of the {@code LOCAL} buffers, which lie one behind the other in the order of their appearance. */
    public Size local() {
        return Walk.buffers(body).keySet().stream()
                .filter(buffer -> buffer.kind() == Buffer.Kind.LOCAL)
                .map(Buffer::elements)
                .reduce(Size.ZERO, Size::plus);
    }
}
