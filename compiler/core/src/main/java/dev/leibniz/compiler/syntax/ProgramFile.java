package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** One `.nn` file as far as it could be read. */
public record ProgramFile(
        SourceFile source, Optional<QualifiedName> packageName, List<Import> imports, List<Declaration> declarations) {
    public ProgramFile {
        imports = List.copyOf(imports);
        declarations = List.copyOf(declarations);
    }
}
