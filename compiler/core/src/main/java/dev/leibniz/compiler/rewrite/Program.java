package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import java.util.List;

/**
 * A graph and the values that are wanted of it.
 *
 * @param roots in the caller's order; a value may stand there more than once
 */
public record Program(Graph graph, List<Value> roots) {
    public Program {
        roots = List.copyOf(roots);
    }
}
