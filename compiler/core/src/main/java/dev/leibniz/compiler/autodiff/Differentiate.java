package dev.leibniz.compiler.autodiff;

import dev.leibniz.compiler.ir.Copier;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Gradient;
import dev.leibniz.compiler.op.Pin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pass that expands gradients, inner ones before those that contain them; gradients of one value are derived in one sweep. */
public final class Differentiate {
    private Differentiate() {}

    /** Copies the roots into {@code to}, every gradient replaced by what it stands for; pins stay until {@link #unpin}. */
    public static List<Value> run(Graph from, List<Value> roots, Graph to) {
        List<Value> values = from.reachable(roots);
        Map<Value, List<Value>> byPrimal = new HashMap<>();
        for (Value value : values) {
            if (value.op() instanceof Gradient gradient) {
                byPrimal.computeIfAbsent(gradient.y(), y -> new ArrayList<>()).add(value);
            }
        }
        Copier copier = new Copier(from, to);
        Map<Value, Value> expanded = new HashMap<>();
        for (Value value : values) {
            if (value.op() instanceof Gradient gradient) {
                if (!expanded.containsKey(value)) {
                    expand(gradient.y(), known(byPrimal.get(gradient.y()), value), copier, to, expanded);
                }
                copier.replace(value, expanded.get(value));
            } else {
                copier.copy(value);
            }
        }
        return roots.stream().map(copier::get).toList();
    }

    /** The gradients whose targets have been copied when the first of them is reached: those of the same primal by earlier values. */
    private static List<Value> known(List<Value> gradients, Value reached) {
        return gradients.stream()
                .filter(value -> ((Gradient) value.op()).x().id() < reached.id())
                .toList();
    }

    private static void expand(Value y, List<Value> gradients, Copier copier, Graph to, Map<Value, Value> expanded) {
        List<Value> xs = gradients.stream()
                .map(value -> copier.get(((Gradient) value.op()).x()))
                .toList();
        List<Optional<Value>> derivatives = ReverseMode.gradients(to, copier.get(y), xs);
        for (int k = 0; k < gradients.size(); k++) {
            Value x = xs.get(k);
            Builder g = new Builder(to, gradients.get(k).origin());
            Optional<Value> derivative = x.type().isFloat() ? derivatives.get(k) : Optional.empty();
            expanded.put(gradients.get(k), derivative.orElseGet(() -> zeros(x, g)));
        }
    }

    private static Value zeros(Value x, Builder g) {
        return g.broadcast(g.add(new Constant(x.type().dtype(), 0)), x.shape());
    }

    /** Copies the roots into {@code to} without pins. */
    public static List<Value> unpin(Graph from, List<Value> roots, Graph to) {
        Copier copier = new Copier(from, to);
        for (Value value : from.reachable(roots)) {
            if (value.op() instanceof Pin pin) {
                copier.replace(value, copier.get(pin.x()));
            } else {
                copier.copy(value);
            }
        }
        return roots.stream().map(copier::get).toList();
    }
}
