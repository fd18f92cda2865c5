package dev.leibniz.compiler.roll;

import dev.leibniz.compiler.ir.Op;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.op.Turns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether operations differ in their operands alone; bodies of loops may be different graphs that compute the same. */
final class Alike {
    private Alike() {}

    static boolean operations(Op one, Op other) {
        if (one instanceof Scan loop && other instanceof Scan second) {
            return turns(loop, second)
                    && loop.operands().size() == second.operands().size()
                    && bodies(loop.body(), second.body());
        }
        return one.getClass() == other.getClass()
                && one.operands().size() == other.operands().size()
                && other.withOperands(one.operands()).equals(one);
    }

    /** The name of the variable is of no account where nothing depends on it, as in checkpoints. */
    private static boolean turns(Scan one, Scan other) {
        Turns turns = other.turns();
        String name = one.turns().variable();
        Turns renamed = new Turns(name, turns.low(), turns.count(), turns.backwards(), turns.recomputed());
        return one.turns().equals(renamed)
                && (turns.variable().equals(name)
                        || !one.body().mentions(name) && !other.body().mentions(turns.variable()));
    }

    private static boolean bodies(Body one, Body other) {
        List<Value> values = one.graph().reachable(one.results());
        List<Value> others = other.graph().reachable(other.results());
        if (one.carries() != other.carries()
                || one.results().size() != other.results().size()
                || values.size() != others.size()) {
            return false;
        }
        Map<Value, Value> pairs = new HashMap<>();
        for (int k = 0; k < values.size(); k++) {
            Op op = values.get(k).op();
            Op second = others.get(k).op();
            List<Value> expected = op.operands().stream().map(pairs::get).toList();
            if (!operations(op, second) || !expected.equals(second.operands())) {
                return false;
            }
            pairs.put(values.get(k), others.get(k));
        }
        return one.results().stream().map(pairs::get).toList().equals(other.results());
    }
}
