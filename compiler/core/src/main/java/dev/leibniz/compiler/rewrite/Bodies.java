package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Copier;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Scan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Passes over a program and the bodies of its loops. */
public final class Bodies {
    private Bodies() {}

    /** What a pass makes of a program once it has been over the bodies of the program's loops, innermost first. */
    public static Program first(UnaryOperator<Program> pass, Program program) {
        List<Value> values = program.graph().reachable(program.roots());
        if (values.stream().noneMatch(value -> value.op() instanceof Scan)) {
            return pass.apply(program);
        }
        Graph graph = new Graph();
        Copier copier = new Copier(program.graph(), graph);
        Map<Body, Body> done = new HashMap<>();
        for (Value value : values) {
            if (value.op() instanceof Scan scan) {
                Body body = done.computeIfAbsent(scan.body(), b -> {
                    Program within = first(pass, new Program(b.graph(), b.results()));
                    return new Body(within.graph(), b.carries(), within.roots());
                });
                List<Value> operands = scan.operands().stream().map(copier::get).toList();
                copier.replace(value, graph.add(new Scan(body, scan.turns(), operands), value.origin()));
            } else {
                copier.copy(value);
            }
        }
        return pass.apply(
                new Program(graph, program.roots().stream().map(copier::get).toList()));
    }
}
