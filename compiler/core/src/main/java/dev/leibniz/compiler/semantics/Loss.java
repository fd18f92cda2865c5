package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.source.Span;

/**
 * What training minimises.
 *
 * @param value a float scalar, the sum of all {@code loss} statements
 * @param span the first of these statements
 */
public record Loss(Value value, Span span) {}
