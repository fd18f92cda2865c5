package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of the values of one graph, kept by their ids. */
final class ById<T> {
    private final List<@Nullable T> entries = new ArrayList<>();

    @Nullable
    T get(Value value) {
        return value.id() < entries.size() ? entries.get(value.id()) : null;
    }

    boolean contains(Value value) {
        return get(value) != null;
    }

    void put(Value value, T entry) {
        while (entries.size() <= value.id()) {
            entries.add(null);
        }
        entries.set(value.id(), entry);
    }

    void remove(Value value) {
        entries.set(value.id(), null);
    }
}
