package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.semantics.StateVariable;
import dev.leibniz.compiler.semantics.UpdateRule;
import dev.leibniz.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An update rule as one kernel that reads and writes parameters and states in place, and leaves gradients at zero for the next step to add to. */
final class UpdateScheduler {
    private UpdateScheduler() {}

    /** @param leaves the memory of the network's hypers, among others */
    static NetworkCode.Update update(RuleComputation computation, Map<Leaf, Buffer> leaves) {
        UpdateRule rule = computation.rule();
        Size elements = Size.symbol(UpdateRule.ELEMENTS);
        Buffer parameter = new Buffer("w", Buffer.Kind.PARAMETER, DType.FLOAT, elements, Size.ZERO);
        Buffer gradient = new Buffer("g", Buffer.Kind.GRADIENT, DType.FLOAT, elements, Size.ZERO);
        Buffer step = new Buffer("t", Buffer.Kind.HYPER, DType.FLOAT, Size.ONE, Size.ZERO);
        Map<Leaf, Buffer> all = new HashMap<>(leaves);
        all.put((Leaf) rule.w().op(), parameter);
        all.put((Leaf) rule.g().op(), gradient);
        all.put((Leaf) rule.step().op(), step);
        Graph graph = computation.graph();
        Builder g = new Builder(graph, Span.none());
        List<Target> targets = new ArrayList<>();
        targets.add(target(graph, computation.nextW(), parameter));
        targets.add(target(graph, g.broadcast(g.zero(), rule.g().shape()), gradient));
        List<NetworkCode.StateSlot> states = new ArrayList<>();
        for (int k = 0; k < rule.states().size(); k++) {
            StateVariable state = rule.states().get(k);
            Buffer buffer = new Buffer(state.name(), Buffer.Kind.STATE, DType.FLOAT, elements, Size.ZERO);
            all.put((Leaf) state.leaf().op(), buffer);
            states.add(new NetworkCode.StateSlot(buffer, state.name(), state.initial()));
            Value next = computation.nextStates().get(k);
            if (next.op() != state.leaf().op() && !next.op().equals(state.leaf().op())) {
                targets.add(target(graph, next, buffer));
            }
        }
        Kernel kernel = Scheduler.inPlace(graph, targets, NetworkScheduler.buffers(graph, all), rule.name());
        String description = rule.name() + "(" + rule.arguments() + ")";
        return new NetworkCode.Update(
                rule.name(), description, kernel, parameter, gradient, step, states, rule.elementwise());
    }

    private static Target target(Graph graph, Value value, Buffer buffer) {
        graph.name(value, buffer.name() + "Next");
        return new Target(value, new Destination(buffer, false), true);
    }
}
