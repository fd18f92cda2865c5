package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.source.Span;
import java.util.Optional;

/** A result of a prediction. */
public record Output(String name, Value value, Span span, Optional<String> doc) {}
