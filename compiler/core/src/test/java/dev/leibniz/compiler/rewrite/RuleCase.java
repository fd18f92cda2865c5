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
 * @param finite whether the two sides are to be compared for finite numbers only
 */
record RuleCase(
        Rule rule,
        Function<Sample, Value> before,
        Optional<Function<Sample, Value>> after,
        boolean shared,
        boolean finite) {
    static RuleCase becomes(Rule rule, Function<Sample, Value> before, Function<Sample, Value> after) {
        return new RuleCase(rule, before, Optional.of(after), false, false);
    }

    static RuleCase keeps(Rule rule, Function<Sample, Value> before) {
        return new RuleCase(rule, before, Optional.empty(), false, false);
    }

    static RuleCase keepsIfShared(Rule rule, Function<Sample, Value> before) {
        return new RuleCase(rule, before, Optional.empty(), true, false);
    }

    RuleCase ofFinite() {
        return new RuleCase(rule, before, after, shared, true);
    }

    @Override
    public String toString() {
        Sample sample = new Sample();
        Value value = before.apply(sample);
        return rule.name() + (after.isPresent() ? " rewrites " : " keeps ") + value.op();
    }
}
