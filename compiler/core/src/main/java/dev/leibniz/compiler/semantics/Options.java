package dev.leibniz.compiler.semantics;

import java.util.Map;
import java.util.Optional;

/**
 * What the build or the caller says from outside of the program.
 *
 * @param training the value of {@code training}
 * @param sizes values that override those of fixed sizes, by name
 * @param doublePrecision overrides what networks say with {@code precision}
 */
public record Options(boolean training, Map<String, Long> sizes, Optional<Boolean> doublePrecision) {
    public Options {
        sizes = Map.copyOf(sizes);
    }

    /** Nothing overridden. */
    public static Options of(boolean training) {
        return new Options(training, Map.of(), Optional.empty());
    }
}
