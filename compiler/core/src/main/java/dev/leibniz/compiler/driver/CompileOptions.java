package dev.leibniz.compiler.driver;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is said from outside of the sources.
 *
 * @param precision overrides what networks say with {@code precision}
 * @param simd whether kernels for the Vector API are generated beside the plain ones
 * @param sizes overrides the values of fixed sizes, by name, in alphabetical order
 * @param training overrides the value of {@code training}, which else is true in a training step and false in prediction
 * @param rules which rules rewrite graphs
 * @param keepsAll whether all that is computed gets memory, also what is used at once: slower, but a number that is not finite is found where it comes up
 */
public record CompileOptions(
        Optional<Precision> precision,
        boolean simd,
        Map<String, Long> sizes,
        Optional<Boolean> training,
        RuleChoice rules,
        boolean keepsAll) {
    /** Nothing overridden, with SIMD kernels. */
    public static final CompileOptions DEFAULTS =
            new CompileOptions(Optional.empty(), true, Map.of(), Optional.empty());

    public CompileOptions {
        sizes = Collections.unmodifiableMap(new TreeMap<>(sizes));
    }

    /** With the rules that are on by themselves. */
    public CompileOptions(
            Optional<Precision> precision, boolean simd, Map<String, Long> sizes, Optional<Boolean> training) {
        this(precision, simd, sizes, training, RuleChoice.DEFAULT, false);
    }

    public CompileOptions withRules(RuleChoice value) {
        return new CompileOptions(precision, simd, sizes, training, value, keepsAll);
    }

    public CompileOptions withPrecision(Precision value) {
        return new CompileOptions(Optional.of(value), simd, sizes, training, rules, keepsAll);
    }

    public CompileOptions withTraining(boolean value) {
        return new CompileOptions(precision, simd, sizes, Optional.of(value), rules, keepsAll);
    }

    public CompileOptions withAllKept(boolean value) {
        return new CompileOptions(precision, simd, sizes, training, rules, value);
    }
}
