package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.semantics.UpdateRule;
import java.util.List;

/**
 * An update rule after rewriting.
 *
 * @param rule its description; the graph used is {@code graph}
 * @param nextStates one for each state of the rule, in order
 */
public record RuleComputation(UpdateRule rule, Graph graph, Value nextW, List<Value> nextStates) {
    public RuleComputation {
        nextStates = List.copyOf(nextStates);
    }
}
