package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.source.CompilerBug;

/**
 * Holds what every graph must be after a pass: types as inferred, ids a topological order, every value with an origin, and the same of the bodies of loops, which read
 * what they are given and nothing else from outside.
 */
public final class Verifier {
    private Verifier() {}

    /**
     * The program, if all is as it must be.
     *
     * @throws CompilerBug that names {@code pass} and the value, if something does not hold
     */
    public static Program verified(String pass, Program program) {
        verify(pass, program);
        return program;
    }

    private static void verify(String pass, Program program) {
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
            if (value.op() instanceof Scan scan) {
                verify(pass, new Program(scan.body().graph(), scan.body().results()));
                verifyGiven(pass, value, scan);
            }
        }
        for (Value root : program.roots()) {
            boolean known = root.id() < graph.values().size() && graph.values().get(root.id()) == root;
            require(known, pass, root, "is a root of another graph");
        }
    }

    private static void verifyGiven(String pass, Value loop, Scan scan) {
        for (Value value : scan.body().graph().reachable(scan.body().results())) {
            if (value.op() instanceof Given given) {
                boolean known = given.position() < scan.operands().size()
                        && scan.operands().get(given.position()).type().equals(value.type());
                require(known, pass, value, "is not given by " + loop);
            }
            require(!(value.op() instanceof Leaf), pass, value, "is a leaf in the body of " + loop);
        }
    }

    private static void require(boolean holds, String pass, Value value, String fault) {
        if (!holds) {
            throw new CompilerBug("after " + pass + ": " + value + " = " + value.op() + " " + fault);
        }
    }
}
