package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.source.Span;

/** A size that each call binds; at least 1 then. */
public record FreeSize(String name, Span span) {}
