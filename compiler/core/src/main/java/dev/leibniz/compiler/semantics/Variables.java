package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names of a body as the check of names sees them: where they were first bound and whether anything reads them. */
final class Variables {
    /** A name of the body. */
    static final class Variable {
        private final String what;
        private final String name;
        private final Span span;
        private final boolean mayBeIdle;
        private boolean read;
        private Span defined;

        Variable(String what, String name, Span span, boolean mayBeIdle) {
            this.what = what;
            this.name = name;
            this.span = span;
            this.defined = span;
            this.mayBeIdle = mayBeIdle || name.startsWith("_");
        }

        String what() {
            return what;
        }

        String name() {
            return name;
        }

        Span span() {
            return span;
        }

        /** Where it was given the meaning that it has now. */
        Span defined() {
            return defined;
        }

        void redefine(Span place) {
            defined = place;
        }

        boolean isIdle() {
            return !read && !mayBeIdle;
        }
    }

    private final @Nullable Variables outer;
    private final Map<String, Variable> own = new LinkedHashMap<>();
    private final Map<String, Span> ended;
    private final List<Variable> all;

    private Variables(@Nullable Variables outer, Map<String, Span> ended, List<Variable> all) {
        this.outer = outer;
        this.ended = ended;
        this.all = all;
    }

    static Variables ofBody() {
        return new Variables(null, new HashMap<>(), new ArrayList<>());
    }

    Variables block() {
        return new Variables(this, ended, all);
    }

    Optional<Variables> outer() {
        return Optional.ofNullable(outer);
    }

    /** Ends a block: its names are remembered for messages. */
    void end() {
        own.forEach((name, variable) -> ended.put(name, variable.span()));
    }

    void declare(Variable variable) {
        own.put(variable.name(), variable);
        all.add(variable);
    }

    Optional<Variable> find(String name) {
        for (Variables scope = this; scope != null; scope = scope.outer) {
            Variable variable = scope.own.get(name);
            if (variable != null) {
                return Optional.of(variable);
            }
        }
        return Optional.empty();
    }

    /** Finds a name and notes that it is read. */
    Optional<Variable> read(String name) {
        Optional<Variable> found = find(name);
        found.ifPresent(variable -> variable.read = true);
        return found;
    }

    /** Where a name was bound that lived only in a block which has ended. */
    Optional<Span> endedAt(String name) {
        return Optional.ofNullable(ended.get(name));
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Variables scope = this; scope != null; scope = scope.outer) {
            names.addAll(scope.own.keySet());
        }
        return names;
    }

    /** Every variable of the body, in order. */
    List<Variable> all() {
        return all;
    }
}
