package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Copier;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.op.ScanResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What passes over loops share: the same program with something else in the place of each loop of several turns. */
final class ReplaceScans {
    private ReplaceScans() {}

    /** What becomes of a loop. */
    interface Change {
        /**
         * What stands for each result of the loop.
         *
         * @param operands the loop's, in the new graph
         * @param g makes values there
         */
        List<Value> results(Scan scan, List<Value> operands, Builder g);
    }

    static Program run(Program program, Change change) {
        List<Value> values = program.graph().reachable(program.roots());
        if (values.stream().noneMatch(value -> value.op() instanceof Scan)) {
            return program;
        }
        Graph graph = new Graph();
        Copier copier = new Copier(program.graph(), graph);
        Map<Value, List<Value>> loops = new HashMap<>();
        for (Value value : values) {
            if (value.op() instanceof Scan scan) {
                List<Value> operands = scan.operands().stream().map(copier::get).toList();
                Builder g = new Builder(graph, value.origin());
                boolean once = scan.turns().count().isOne();
                loops.put(value, once ? results(scan, operands, g) : change.results(scan, operands, g));
            } else if (value.op() instanceof ScanResult result) {
                copier.replace(value, loops.get(result.scan()).get(result.number()));
            } else {
                copier.copy(value);
            }
        }
        return new Program(graph, program.roots().stream().map(copier::get).toList());
    }

    /** The results of a loop, carries first. */
    static List<Value> results(Scan scan, List<Value> operands, Builder g) {
        Value loop = g.add(scan.withOperands(operands));
        return IntStream.range(0, scan.body().results().size())
                .mapToObj(k -> g.result(loop, k))
                .toList();
    }
}
