package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.rewrite.Firing;
import dev.leibniz.compiler.rewrite.Program;
import dev.leibniz.compiler.rewrite.Rewriting;
import dev.leibniz.compiler.semantics.Elaborator;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.Options;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.syntax.Parser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Stages of the compiler one by one, for tests in other packages. */
public final class Stages {
    private Stages() {}

    /** The network of a file in double. */
    public static Network elaborate(SourceFile file, boolean training) {
        Diagnostics diagnostics = new Diagnostics();
        dev.leibniz.compiler.syntax.Program parsed = Parser.parse(file, diagnostics);
        diagnostics.throwIfErrors();
        Options options = new Options(training, Map.of(), Optional.of(true));
        List<Network> networks = Elaborator.elaborate(List.of(parsed), List.of(), options, diagnostics);
        diagnostics.throwIfErrors();
        return networks.get(0);
    }

    /** Roots of the network's graph with their gradients expanded and nothing else changed. */
    public static Program unrewritten(Network network, List<Value> roots) {
        return Passes.expand(network.graph(), roots);
    }

    /** Roots of the network's graph as they are scheduled. */
    public static Program rewritten(Network network, List<Value> roots, Consumer<Firing> listener) {
        Rewriting rewriting = new Rewriting(Passes.ranges(network), Set.of(), Set.of(), listener);
        return Passes.run(network.graph(), roots, rewriting, Watch.silent());
    }
}
