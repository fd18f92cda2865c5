package dev.leibniz.compiler.autodiff;

import dev.leibniz.compiler.ir.Copier;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Gradient;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Pin;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The pass that hides what the user differentiates by from rewriting rules, so that no rule rewrites across it. */
public final class PinTargets {
    private PinTargets() {}

    /** Copies the roots into {@code to}, with a pin after every value that some gradient is taken by; leaves need none. */
    public static List<Value> run(Graph from, List<Value> roots, Graph to) {
        List<Value> values = from.reachable(roots);
        Set<Value> targets = new HashSet<>();
        for (Value value : values) {
            if (value.op() instanceof Gradient gradient && !(gradient.x().op() instanceof Leaf)) {
                targets.add(gradient.x());
            }
        }
        Copier copier = new Copier(from, to);
        for (Value value : values) {
            Value copy = copier.copy(value);
            if (targets.contains(value)) {
                copier.replace(value, to.add(new Pin(copy, 0), value.origin()));
            }
        }
        return roots.stream().map(copier::get).toList();
    }
}
