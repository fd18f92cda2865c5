package dev.leibniz.compiler.lsp;

import dev.leibniz.compiler.driver.Analysis;
import dev.leibniz.compiler.semantics.Facts;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Program;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Position;

/** A document at one moment, with all that is known of it. */
record Snapshot(SourceFile file, Analysis analysis) {
    Program program() {
        return analysis.sources().get(0);
    }

    Facts facts() {
        return analysis.facts();
    }

    int offset(Position position) {
        return Positions.offset(file, position);
    }

    /** What is declared at the name of exactly this place, in this file or another. */
    Optional<Declaration> declared(Span name) {
        return Stream.concat(analysis.sources().stream(), analysis.libraries().stream())
                .filter(program -> program.file() == name.file())
                .flatMap(program -> program.declarations().stream())
                .filter(declaration -> declaration.name().span().equals(name))
                .findFirst();
    }
}
