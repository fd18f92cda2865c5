package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** Reads a file: text in, syntax tree out, every mistake reported. */
public final class Parser {
    private Parser() {}

    /** The part of the file that could be understood; nothing is reported exactly if that is all of it. */
    public static Program parse(SourceFile file, Diagnostics diagnostics) {
        ParsedFile parsed = ParsedFile.of(file, diagnostics);
        return parsed.tree()
                .map(new TreeBuilder(parsed.spans(), parsed.tokens(), parsed.errors())::program)
                .orElseGet(() -> new Program(file, Optional.empty(), List.of(), List.of()));
    }
}
