package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.source.CompilerBug;

/** Holds what every graph must be after a pass: types as inferred, ids a topological order, every value with an origin. */
public final class Verifier {
    private Verifier() {}

    /** @throws CompilerBug that names {@code pass} and the value, if something does not hold */
    public static void verify(String pass, Program program) {
        Graph graph = program.graph();
        for (int id = 0; id < graph.values().size(); id++) {
            Value value = graph.values().get(id);
            require(value.id() == id, pass, value, "does not stand at its id");
            for (Value operand : value.op().operands()) {
                require(
                        operand.id() < id && graph.values().get(operand.id()) == operand,
                        pass,
                        value,
                        "reads " + operand);
            }
            require(
                    value.op().infer().equals(value.type()),
                    pass,
                    value,
                    "should be " + value.op().infer());
            require(value.origin() != null, pass, value, "comes from nowhere");
        }
        for (Value root : program.roots()) {
            boolean known = root.id() < graph.values().size() && graph.values().get(root.id()) == root;
            require(known, pass, root, "is a root of another graph");
        }
    }

    private static void require(boolean holds, String pass, Value value, String fault) {
        if (!holds) {
            throw new CompilerBug("after " + pass + ": " + value + " = " + value.op() + " " + fault);
        }
    }
}
