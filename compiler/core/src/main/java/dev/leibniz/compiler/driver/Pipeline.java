package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.semantics.Elaborator;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.Options;
import dev.leibniz.compiler.source.Diagnostics;
import java.util.List;
import java.util.Optional;

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
        for (boolean training : List.of(false, true)) {
            elaborate(programs, options, options.training().orElse(training), diagnostics);
        }
        diagnostics.throwIfErrors();
    }

    /** The networks of the sources as they are in a training step, in double; only if nothing was reported as an error. */
    static List<Network> trainingNetworks(
            LeibnizCompiler.Programs programs, CompileOptions options, Diagnostics diagnostics) {
        check(programs, options, diagnostics);
        CompileOptions inDouble = options.withPrecision(Precision.DOUBLE);
        return elaborate(programs, inDouble, options.training().orElse(true), diagnostics);
    }

    private static List<Network> elaborate(
            LeibnizCompiler.Programs programs, CompileOptions options, boolean training, Diagnostics diagnostics) {
        Optional<Boolean> doublePrecision = options.precision().map(Precision.DOUBLE::equals);
        return Elaborator.elaborate(
                programs.sources(),
                programs.libraries(),
                new Options(training, options.sizes(), doublePrecision),
                diagnostics);
    }
}
