package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what must hold of the free sizes and could not be decided when compiled. */
final class Requirements {
    private final Set<SizeRequirement> collected = new LinkedHashSet<>();

    /** Whether {@code size ≥ 0} may be relied on: always, never, or only if run time checks it, which is then collected. */
    boolean notNegative(Size size, String what, Span at) {
        if (size.isNeverNegative()) {
            return true;
        } else if (size.times(-1).plus(-1).isNeverNegative()) {
            return false;
        }
        collected.add(new SizeRequirement(size, what, at));
        return true;
    }

    List<SizeRequirement> collected() {
        return new ArrayList<>(collected);
    }
}
