package dev.leibniz.compiler.explain;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Leaf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What each named value of a graph goes through on its way to the named values that use it: the paths along which the chain rule comes back. */
public final class Uses {
    private final Map<String, String> byName = new HashMap<>();

    /** @param roots only what they depend on counts as a use */
    public Uses(Graph graph, List<Value> roots) {
        Map<Value, List<Value>> users = new HashMap<>();
        List<Value> values = graph.reachable(roots);
        for (Value value : values) {
            value.op()
                    .operands()
                    .forEach(x ->
                            users.computeIfAbsent(x, k -> new ArrayList<>()).add(value));
        }
        for (Value value : values) {
            name(value, graph)
                    .filter(name -> value.type().isFloat())
                    .ifPresent(name -> byName.put(name, describe(value, users, graph)));
        }
    }

    private static Optional<String> name(Value value, Graph graph) {
        return value.op() instanceof Leaf leaf ? Optional.of(leaf.name()) : graph.nameOf(value);
    }

    /** Whether there is a float value of that name. */
    boolean knows(String name) {
        return byName.containsKey(name);
    }

    /** The operations from a value to each of the named values behind it: {@code contract, add of logits; add of out}. */
    String of(String name) {
        return byName.getOrDefault(name, "");
    }

    private static String describe(Value from, Map<Value, List<Value>> users, Graph graph) {
        Map<String, Set<String>> byTarget = new LinkedHashMap<>();
        Deque<Value> open = new ArrayDeque<>(List.of(from));
        Map<Value, Set<String>> paths = new HashMap<>(Map.of(from, new LinkedHashSet<>()));
        while (!open.isEmpty()) {
            Value value = open.remove();
            for (Value user : users.getOrDefault(value, List.of())) {
                if (!user.type().isFloat()) {
                    continue;
                }
                boolean isNew = !paths.containsKey(user);
                Set<String> path = paths.computeIfAbsent(user, k -> new LinkedHashSet<>());
                path.addAll(paths.get(value));
                path.add(operation(user));
                Optional<String> name = name(user, graph);
                if (name.isPresent() || !users.containsKey(user)) {
                    byTarget.computeIfAbsent(name.orElse("the loss"), k -> new LinkedHashSet<>())
                            .addAll(path);
                } else if (isNew) {
                    open.add(user);
                }
            }
        }
        Map<String, List<String>> targets = new LinkedHashMap<>();
        byTarget.forEach(
                (target, operations) -> targets.computeIfAbsent(String.join(", ", operations), k -> new ArrayList<>())
                        .add(target));
        List<String> parts = new ArrayList<>();
        targets.forEach((operations, names) -> parts.add(operations + " to " + String.join(", ", names)));
        return String.join("; ", parts);
    }

    /** {@code LogSumExp} is called {@code log sum exp}. */
    private static String operation(Value value) {
        return value.op()
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
