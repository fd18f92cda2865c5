package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.semantics.Facts;
import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.syntax.Program;
import java.util.List;

/**
 * What an editor wants to know of files.
 *
 * @param sources what could be understood of each source
 * @param libraries the files that they may import, the standard library among them
 * @param facts what is known of places in the sources; of a file with mistakes, what does not depend on them
 * @param diagnostics all errors and warnings, file by file in the order of their places
 */
public record Analysis(List<Program> sources, List<Program> libraries, Facts facts, List<Diagnostic> diagnostics) {
    public Analysis {
        sources = List.copyOf(sources);
        libraries = List.copyOf(libraries);
        diagnostics = List.copyOf(diagnostics);
    }
}
