package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.source.SourceFile;
import java.util.List;

/**
 * What to compile.
 *
 * @param sources the files whose networks become Java classes; each may import what the others declare
 * @param libraries further files that may be imported; nothing is generated from them
 */
public record CompileRequest(List<SourceFile> sources, List<SourceFile> libraries, CompileOptions options) {
    public CompileRequest {
        sources = List.copyOf(sources);
        libraries = List.copyOf(libraries);
    }

    /** One file alone. */
    public static CompileRequest of(SourceFile source, CompileOptions options) {
        return new CompileRequest(List.of(source), List.of(), options);
    }
}
