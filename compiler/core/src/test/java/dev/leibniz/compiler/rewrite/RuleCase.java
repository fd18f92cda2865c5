package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing a rule does, or must not do.
 *
 * @param before the value it is applied to
 * @param after what it makes of it; empty if it must not touch it
 * @param shared whether what the rule would take apart has other users
 * @param largest the largest number for which the two sides are to be compared
 */
record RuleCase(
        Rule rule,
        Function<Sample, Value> before,
        Optional<Function<Sample, Value>> after,
        boolean shared,
        double largest) {
    static RuleCase becomes(Rule rule, Function<Sample, Value> before, Function<Sample, Value> after) {
        return new RuleCase(rule, before, Optional.of(after), false, Double.POSITIVE_INFINITY);
    }

    static RuleCase keeps(Rule rule, Function<Sample, Value> before) {
        return new RuleCase(rule, before, Optional.empty(), false, Double.POSITIVE_INFINITY);
    }

    static RuleCase keepsIfShared(Rule rule, Function<Sample, Value> before) {
        return new RuleCase(rule, before, Optional.empty(), true, Double.POSITIVE_INFINITY);
    }

    RuleCase ofFinite() {
        return new RuleCase(rule, before, after, shared, Double.MAX_VALUE);
    }

    /** Of numbers three of which can be multiplied in any order. */
    RuleCase ofModest() {
        return new RuleCase(rule, before, after, shared, 1e100);
    }

    @Override
    public String toString() {
        Sample sample = new Sample();
        Value value = before.apply(sample);
        return rule.name() + (after.isPresent() ? " rewrites " : " keeps ") + value.op();
    }
}
