package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The local variables of a kernel under construction: which value each holds, at which indices, and that no two have one name. */
final class Locals implements Access.Locals {
    private record Held(Scalar.Local local, List<Index> at) {}

    private final Graph graph;
    private final Map<Value, Held> held;
    private final Set<String> names;

    Locals(Graph graph) {
        this(graph, new HashMap<>(), new HashSet<>());
    }

    private Locals(Graph graph, Map<Value, Held> held, Set<String> names) {
        this.graph = graph;
        this.held = held;
        this.names = names;
    }

    /** A scope inside this one: sees what this holds now, keeps what it defines to itself. */
    Locals inner() {
        return new Locals(graph, new HashMap<>(held), names);
    }

    /** A copy to try something out with. */
    Locals scratch() {
        return new Locals(graph, new HashMap<>(held), new HashSet<>(names));
    }

    /** A new variable that holds {@code value} at these indices from here on. */
    Scalar.Local hold(Value value, List<Index> at, List<String> variant) {
        Scalar.Local local = fresh(value, variant);
        held.put(value, new Held(local, at));
        return local;
    }

    /** A new variable that nobody finds by value. */
    Scalar.Local fresh(Value value, List<String> variant) {
        String base = graph.nameOf(value).map(Locals::identifier).orElse("t");
        String name = base;
        for (int n = base.equals("t") ? 1 : 2; base.equals("t") && name.equals("t") || !names.add(name); n++) {
            name = base + n;
        }
        return new Scalar.Local(name, value.type().dtype(), variant);
    }

    private static String identifier(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().map(c -> Character.isJavaIdentifierPart(c) ? c : '_').forEach(text::appendCodePoint);
        return text + "At";
    }

    @Override
    public Optional<Scalar> find(Value value, List<Index> at) {
        Held found = held.get(value);
        return found != null && found.at().equals(at) ? Optional.of(found.local()) : Optional.empty();
    }
}
