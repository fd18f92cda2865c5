package dev.leibniz.compiler.semantics;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names visible at a place: its own and those of the scope around it, outermost those of a file. */
final class Scope {
    /** Names that come from outside of bodies. */
    interface Globals {
        Optional<Binding> find(String name);

        Set<String> names();

        /** Whether they are those of a standard library file. */
        boolean library();
    }

    private final Globals globals;
    private final @Nullable Scope outer;
    private final boolean loop;
    private final Map<String, Binding> own = new LinkedHashMap<>();

    private Scope(Globals globals, @Nullable Scope outer, boolean loop) {
        this.globals = globals;
        this.outer = outer;
        this.loop = loop;
    }

    static Scope of(Globals globals) {
        return new Scope(globals, null, false);
    }

    /** A scope for the body of something declared where this scope ends. */
    Scope body() {
        return new Scope(globals, null, false);
    }

    /** A scope for a block, which sees and may rebind the names around it. */
    Scope block() {
        return new Scope(globals, this, false);
    }

    /** A scope for the body of a loop at run time, which sees the names around it but cannot rebind them. */
    Scope loop() {
        return new Scope(globals, this, true);
    }

    /** Whether the name is bound, but outside of the innermost loop at run time around. */
    boolean isOutsideOfLoop(String name) {
        boolean outside = false;
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.own.containsKey(name)) {
                return outside;
            }
            outside |= scope.loop;
        }
        return false;
    }

    boolean library() {
        return globals.library();
    }

    Optional<Binding> find(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Binding binding = scope.own.get(name);
            if (binding != null) {
                return Optional.of(binding);
            }
        }
        return globals.find(name);
    }

    /** Whether the name is bound in the body, not only globally. */
    boolean isLocal(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.own.containsKey(name)) {
                return true;
            }
        }
        return false;
    }

    /** The names bound in the body so far, those of inner scopes for those of outer ones. */
    Map<String, Binding> locals() {
        Map<String, Binding> locals = outer == null ? new LinkedHashMap<>() : outer.locals();
        locals.putAll(own);
        return locals;
    }

    /** Binds a name of this scope's own. */
    void declare(String name, Binding binding) {
        own.put(name, binding);
    }

    /** Binds a name where it is bound already, else here. */
    void define(String name, Binding binding) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.own.containsKey(name)) {
                scope.own.put(name, binding);
                return;
            }
        }
        own.put(name, binding);
    }

    /** All visible names. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            names.addAll(scope.own.keySet());
        }
        names.addAll(globals.names());
        return names;
    }
}
