package dev.leibniz.compiler.roll;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Gradient;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.Parameter;
import dev.leibniz.compiler.semantics.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A network whose turns are one after the other, with what is looked up in it. */
final class Source {
    private final Network network;
    private final Map<Value, Parameter> parameters = new HashMap<>();
    private final Map<Value, State> states = new HashMap<>();
    private final List<Value> gradients;

    Source(Network network) {
        this.network = network;
        network.parameters().forEach(parameter -> parameters.put(parameter.leaf(), parameter));
        network.states().forEach(state -> states.put(state.leaf(), state));
        this.gradients = network.graph().values().stream()
                .filter(value -> value.op() instanceof Gradient)
                .toList();
    }

    Network network() {
        return network;
    }

    Optional<Parameter> parameter(Value leaf) {
        return Optional.ofNullable(parameters.get(leaf));
    }

    Optional<State> state(Value leaf) {
        return Optional.ofNullable(states.get(leaf));
    }

    /** The values that are derivatives asked for in the source. */
    List<Value> gradients() {
        return gradients;
    }
}
