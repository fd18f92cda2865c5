package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.source.Diagnostics;
import java.util.List;

/** The stages behind the parser, in their order. */
final class Pipeline {
    private Pipeline() {}

    /** The classes of every network of the sources. */
    static List<GeneratedFile> generate(
            LeibnizCompiler.Programs programs, CompileOptions options, Diagnostics diagnostics) {
        check(programs, options, diagnostics);
        return List.of();
    }

    /** The stages that find mistakes, and nothing behind them. */
    static void check(LeibnizCompiler.Programs programs, CompileOptions options, Diagnostics diagnostics) {
        diagnostics.throwIfErrors();
    }
}
