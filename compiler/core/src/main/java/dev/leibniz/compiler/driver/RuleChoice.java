package dev.leibniz.compiler.driver;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rules rewrite graphs, by name.
 *
 * @param off rules that do not, though they would
 * @param on unsafe rules that do, though they would not
 */
public record RuleChoice(Set<String> off, Set<String> on) {
    /** All that are safe. */
    public static final RuleChoice DEFAULT = new RuleChoice(Set.of(), Set.of());

    public RuleChoice {
        off = Collections.unmodifiableSet(new TreeSet<>(off));
        on = Collections.unmodifiableSet(new TreeSet<>(on));
    }
}
