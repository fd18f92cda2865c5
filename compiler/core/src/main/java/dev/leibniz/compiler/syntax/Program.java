package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** One parsed file. */
public record Program(
        SourceFile file, Optional<PackageName> packageName, List<Import> imports, List<Declaration> declarations) {
    /** {@code package a.b;} */
    public record PackageName(String name, Span span) {}

    /**
     * {@code import a.b.name;} or {@code import a.b.*;}
     *
     * @param packageName what stands before the last dot
     * @param name the declaration imported; empty for all
     */
    public record Import(String packageName, Optional<String> name, Span span) {}

    public Program {
        imports = List.copyOf(imports);
        declarations = List.copyOf(declarations);
    }
}
