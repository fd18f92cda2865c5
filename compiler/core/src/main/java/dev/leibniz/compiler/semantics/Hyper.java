package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.source.Span;
import java.util.Optional;

/**
 * A float scalar that the application can change between calls.
 *
 * @param leaf the value in the network's graph; update rules have a leaf of the same name in theirs
 */
public record Hyper(String name, double initial, Value leaf, Span span, Optional<String> doc) {}
