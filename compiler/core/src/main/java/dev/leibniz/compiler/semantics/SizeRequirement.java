package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.source.Span;

/**
 * Something that must hold of the free sizes of a call, checked where data enters: {@code notNegative ≥ 0}.
 *
 * @param message what is wrong if it does not hold: {@code index 3 is out of bounds for axis 1 of float[N, T], whose size is T}
 */
public record SizeRequirement(Size notNegative, String message, Span span) {}
