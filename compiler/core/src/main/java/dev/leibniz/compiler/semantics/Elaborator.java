package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.source.CompilerBug;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Program;
import java.util.ArrayList;
import java.util.List;

/** Parsed files become networks: names are resolved, functions and layers inlined, shapes inferred, and every mistake is reported. */
public final class Elaborator {
    private Elaborator() {}

    /**
     * The networks of {@code programs}, in order. They mean something only if nothing was reported as an error.
     *
     * @param programs the files to check and elaborate
     * @param libraries further files that these may import; they are not checked themselves. The standard library is always there
     */
    public static List<Network> elaborate(
            List<Program> programs, List<Program> libraries, Options options, Diagnostics diagnostics) {
        return elaborate(programs, libraries, options, diagnostics, Facts.none());
    }

    /** The same, and what is found out about places of files on the way. */
    public static List<Network> elaborate(
            List<Program> programs, List<Program> libraries, Options options, Diagnostics diagnostics, Facts facts) {
        List<Program> all = new ArrayList<>(programs);
        all.addAll(libraries);
        all.addAll(StandardLibrary.programs());
        Library library = new Library(all);
        programs.forEach(program -> facts.sees(program.file(), () -> library.visible(program)));
        if (new FileCheck(library, diagnostics, facts).findsRecursion(programs)) {
            return List.of();
        }
        List<Network> networks = new ArrayList<>();
        for (Program program : programs) {
            for (Declaration declaration : program.declarations()) {
                if (declaration instanceof Declaration.Network network) {
                    elaborate(program, network, library, options, diagnostics, facts, networks);
                }
            }
        }
        return networks;
    }

    private static void elaborate(
            Program program,
            Declaration.Network network,
            Library library,
            Options options,
            Diagnostics diagnostics,
            Facts facts,
            List<Network> networks) {
        try {
            new NetworkElaborator(program, network, library, options, diagnostics, facts)
                    .elaborate()
                    .ifPresent(networks::add);
        } catch (StackOverflowError overflow) {
            diagnostics.report(
                    new StructureProblems.TooDeep(network.name().span(), "expressions and calls of the network"));
        } catch (IllegalArgumentException | IllegalStateException fault) {
            if (!diagnostics.hasErrors()) {
                throw new CompilerBug("network " + network.name() + " cannot be elaborated", fault);
            }
        }
    }
}
