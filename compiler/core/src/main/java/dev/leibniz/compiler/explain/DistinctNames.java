package dev.leibniz.compiler.explain;

import dev.leibniz.compiler.ir.Copier;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Leaf;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives every named value a name of its own: a program may give one name to several, {@code h = f(h);}, which a derivation has to tell apart. */
public final class DistinctNames {
    private final Map<String, Value> fixed;
    private final Set<String> taken = new HashSet<>();

    private DistinctNames(Map<String, Value> fixed) {
        this.fixed = fixed;
    }

    /**
     * Copies what {@code roots} depend on. The first value of a name keeps it, the others are numbered: {@code h}, {@code h2}, {@code h3}.
     *
     * @param fixed names that only these values may have
     */
    public static List<Value> copy(Graph from, List<Value> roots, Map<String, Value> fixed, Graph to) {
        DistinctNames names = new DistinctNames(fixed);
        List<Value> values = from.reachable(roots);
        for (Value value : values) {
            if (value.op() instanceof Leaf leaf) {
                names.taken.add(leaf.name());
            }
        }
        Copier copier = new Copier(from, to);
        for (Value value : values) {
            Value copy = to.add(copier.operation(value), value.origin());
            from.nameOf(value).ifPresent(name -> to.name(copy, names.of(value, name)));
            copier.replace(value, copy);
        }
        return roots.stream().map(copier::get).toList();
    }

    private String of(Value value, String name) {
        String own = name;
        for (int n = 2; isOfAnother(value, own); n++) {
            own = name + n;
        }
        taken.add(own);
        return own;
    }

    private boolean isOfAnother(Value value, String name) {
        return taken.contains(name) || fixed.getOrDefault(name, value) != value;
    }
}
