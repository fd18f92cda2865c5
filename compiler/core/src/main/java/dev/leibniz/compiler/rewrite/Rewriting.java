package dev.leibniz.compiler.rewrite;

import static dev.leibniz.compiler.rewrite.Phases.COLLAPSES;
import static dev.leibniz.compiler.rewrite.Phases.DERIVED;
import static dev.leibniz.compiler.rewrite.Phases.FACTORS;
import static dev.leibniz.compiler.rewrite.Phases.IDENTITIES;
import static dev.leibniz.compiler.rewrite.Phases.ORDERS;
import static dev.leibniz.compiler.rewrite.Phases.PRIMAL;
import static dev.leibniz.compiler.rewrite.Phases.SELECTS;
import static dev.leibniz.compiler.rewrite.Phases.SIGNS;
import static dev.leibniz.compiler.rewrite.Phases.SUMS;
import static dev.leibniz.compiler.rewrite.Phases.UNSAFE;
import static dev.leibniz.compiler.rewrite.Phases.VIEWS;
import static dev.leibniz.compiler.rewrite.Phases.all;
import static dev.leibniz.compiler.rewrite.Phases.special;
import static dev.leibniz.compiler.rewrite.Phases.stable;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The phases of rewriting: each a function from program to program.
 *
 * @param ranges what is known about ints
 * @param off names of rules that are not to run
 * @param on names of unsafe rules that are to run all the same
 * @param listener hears of every application of a rule
 */
public record Rewriting(Ranges ranges, Set<String> off, Set<String> on, Consumer<Firing> listener) {
    public Rewriting {
        off = Set.copyOf(off);
        on = Set.copyOf(on);
    }

    public Rewriting(Ranges ranges) {
        this(ranges, Set.of(), Set.of(), firing -> {});
    }

    /** All rules, each once. */
    public static List<Rule> rules() {
        Ranges none = Ranges.none();
        return all(
                IDENTITIES,
                VIEWS,
                SIGNS,
                SELECTS,
                SUMS,
                COLLAPSES,
                FACTORS,
                stable(none),
                special(none),
                PRIMAL,
                ORDERS,
                DERIVED,
                UNSAFE);
    }

    /** Before differentiation, so that derivatives are those of the stable form. */
    public Program stabilise(Program program) {
        return run("stabilise", all(IDENTITIES, VIEWS, SIGNS, SELECTS, stable(ranges), PRIMAL, ORDERS), program);
    }

    /** After differentiation: what derivative rules wrote without looking. */
    public Program canonicalise(Program program) {
        return run("canonicalise", all(DERIVED, IDENTITIES, VIEWS, SIGNS, SELECTS, SUMS, COLLAPSES), program);
    }

    /** After that: unstable forms that only the derivatives have. */
    public Program stabiliseDerivatives(Program program) {
        return run("stabilise derivatives", all(DERIVED, IDENTITIES, VIEWS, SIGNS, SELECTS, stable(ranges)), program);
    }

    /** Fewer operations, while composites can still be recognised. */
    public Program simplify(Program program) {
        return run(
                "simplify",
                all(DERIVED, IDENTITIES, VIEWS, SIGNS, SELECTS, SUMS, COLLAPSES, FACTORS, stable(ranges), UNSAFE),
                program);
    }

    /** Last: only primitive operations, in the form that runs fastest. */
    public Program specialise(Program program) {
        return run("specialise", all(DERIVED, IDENTITIES, VIEWS, SELECTS, SUMS, special(ranges), ORDERS), program);
    }

    private Program run(String phase, List<Rule> rules, Program program) {
        List<Rule> enabled = rules.stream().filter(this::isEnabled).toList();
        return new Rewriter(phase, enabled, listener).rewrite(program);
    }

    private boolean isEnabled(Rule rule) {
        return rule.safety() == Safety.UNSAFE ? on.contains(rule.name()) : !off.contains(rule.name());
    }
}
