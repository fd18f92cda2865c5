package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.syntax.Statement;

/** What a graph is built for, a network or an update rule: it knows the statements that not every body may have. */
interface Host {
    /** Executes a statement that declares something of the host's own. */
    void execute(Statement statement, Frame frame);

    /** Whether a free size of the host's own is called so. */
    default boolean hasFreeSize(String name) {
        return false;
    }

    /** The value of a fixed size of the host's own, which may be overridden. */
    default Size fixed(Statement.SizeDeclaration size, Size value) {
        return value;
    }
}
