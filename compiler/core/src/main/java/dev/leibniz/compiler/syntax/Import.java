package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Span;
import java.util.Optional;

/**
 * {@code import a.b.name;} or {@code import a.b.*;}.
 *
 * @param packageName what stands before the last dot
 * @param name what stands behind it; absent if that is {@code *}
 */
public record Import(QualifiedName packageName, Optional<Name> name, Span span) {}
