package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import java.util.List;
import java.util.Optional;

/**
 * What one plan of a network computes, after rewriting.
 *
 * @param outputs in the order of declaration, or none if the plan does not compute them
 * @param metrics likewise
 * @param nextStates what states become; one for each state, or none in a plan that changes none
 * @param gradients one for each parameter, absent where the loss does not depend on it; none at all in a plan without backward pass
 */
public record Computation(
        Graph graph,
        List<Value> outputs,
        Optional<Value> loss,
        List<Value> metrics,
        List<Value> nextStates,
        List<Optional<Value>> gradients) {
    public Computation {
        nextStates = List.copyOf(nextStates);
        outputs = List.copyOf(outputs);
        metrics = List.copyOf(metrics);
        gradients = List.copyOf(gradients);
    }
}
