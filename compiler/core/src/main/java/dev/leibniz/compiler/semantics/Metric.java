package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.source.Span;
import java.util.Optional;

/** A float scalar that training and evaluation report. */
public record Metric(String name, Value value, Span span, Optional<String> doc) {}
