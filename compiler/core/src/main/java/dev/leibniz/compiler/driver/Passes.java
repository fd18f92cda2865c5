package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.autodiff.Differentiate;
import dev.leibniz.compiler.autodiff.PinTargets;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.rewrite.Bodies;
import dev.leibniz.compiler.rewrite.HoistOutOfScans;
import dev.leibniz.compiler.rewrite.Program;
import dev.leibniz.compiler.rewrite.PruneScans;
import dev.leibniz.compiler.rewrite.Ranges;
import dev.leibniz.compiler.rewrite.Rewriting;
import dev.leibniz.compiler.rewrite.SumBehindScans;
import dev.leibniz.compiler.rewrite.Verifier;
import dev.leibniz.compiler.semantics.Input;
import dev.leibniz.compiler.semantics.Network;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** The passes from the elaborated graph to the one that is scheduled, in their order. */
final class Passes {
    /** A pass by its name. */
    private record Pass(String name, BiFunction<Rewriting, Program, Program> run) {}

    /** What copies roots into another graph. */
    private interface Copying {
        List<Value> run(Graph from, List<Value> roots, Graph to);
    }

    private static final List<Pass> ALL = List.of(
            // Before any rule: what the user differentiates by must survive rewriting.
            copying("pin", PinTargets::run),
            // Before derivatives are taken, so that they are those of the stable forms.
            new Pass("stabilise", Rewriting::stabilise),
            copying("differentiate", Differentiate::run),
            copying("unpin", Differentiate::unpin),
            // Derivatives keep and carry whatever might be needed.
            new Pass("prune", (rewriting, program) -> PruneScans.run(program)),
            // Derivative rules write without looking: broadcasts, signs and units go first.
            new Pass("canonicalise", Rewriting::canonicalise),
            // Unstable forms that only the derivatives have.
            new Pass("stabilise derivatives", Rewriting::stabiliseDerivatives),
            // While composites can still be recognised.
            new Pass("simplify", Rewriting::simplify),
            // In all loops there are, derivatives of any order among them.
            new Pass("hoist out of loops", (rewriting, program) -> HoistOutOfScans.run(program)),
            // After that: what no carry changes needs no collecting.
            new Pass("sum behind loops", (rewriting, program) -> SumBehindScans.run(program)),
            // Of what was kept for derivatives, simpler ones read less; and loops compute less.
            new Pass("prune again", (rewriting, program) -> PruneScans.run(program)),
            // Last: loops need primitives.
            new Pass("specialise", Rewriting::specialise));

    /** What is compiled in some seconds and in little memory, but for the bodies of loops, which are graphs of their own. */
    private static final int MOST_VALUES = 50_000;

    /** With assertions, as tests have them, every pass is verified, else what they all leave: each time takes a hundredth of the compiler's. */
    private static final boolean VERIFIES_EACH = Passes.class.desiredAssertionStatus();

    private Passes() {}

    /** The names of all passes. */
    static List<String> names() {
        return ALL.stream().map(Pass::name).toList();
    }

    private static Pass copying(String name, Copying copying) {
        return new Pass(name, (rewriting, program) -> copied(copying, program));
    }

    private static Program copied(Copying copying, Program program) {
        Graph to = new Graph(MOST_VALUES);
        return new Program(to, copying.run(program.graph(), program.roots(), to));
    }

    /** All passes over the roots of a graph. */
    static Program run(Graph graph, List<Value> roots, Ranges ranges, Watch watch) {
        return run(graph, roots, new Rewriting(ranges, Set.of(), Set.of(), watch::fired), watch);
    }

    /** All passes, with rewriting that has rules turned off. */
    static Program run(Graph graph, List<Value> roots, Rewriting rewriting, Watch watch) {
        return upTo("specialise", graph, roots, rewriting, watch);
    }

    /** Those before derivatives are taken. */
    static Program primal(Graph graph, List<Value> roots, Ranges ranges) {
        return upTo("stabilise", graph, roots, new Rewriting(ranges), Watch.silent());
    }

    /** Those after which a derivation is as simple as people would write it. */
    static Program readable(Graph graph, List<Value> roots, Ranges ranges) {
        return upTo("simplify", graph, roots, new Rewriting(ranges), Watch.silent());
    }

    private static Program upTo(String last, Graph graph, List<Value> roots, Rewriting rewriting, Watch watch) {
        int count = graph.values().size();
        if (count > MOST_VALUES) {
            throw Graph.tooMany(graph.values().get(count - 1).origin(), MOST_VALUES);
        }
        Program program = new Program(graph, roots);
        for (Pass pass : ALL) {
            Program before = program;
            Program after =
                    watch.time(pass.name(), () -> Bodies.first(p -> pass.run().apply(rewriting, p), before));
            boolean isLast = pass.name().equals(last);
            program =
                    VERIFIES_EACH || isLast ? watch.time("verify", () -> Verifier.verified(pass.name(), after)) : after;
            watch.passed(pass.name(), program);
            if (isLast) {
                break;
            }
        }
        return program;
    }

    /** What a network says of its ints. */
    static Ranges ranges(Network network) {
        Map<Leaf, Ranges.Bounds> bounds = new HashMap<>();
        for (Input input : network.inputs()) {
            input.range()
                    .ifPresent(range ->
                            bounds.put((Leaf) input.leaf().op(), new Ranges.Bounds(range.low(), range.high())));
        }
        return new Ranges(bounds);
    }

    /** The roots with every gradient they ask for expanded, and nothing else changed. */
    static Program expand(Graph graph, List<Value> roots) {
        Program program = new Program(graph, roots);
        for (Copying copying : List.<Copying>of(Differentiate::run, Differentiate::unpin)) {
            program = Bodies.first(p -> copied(copying, p), program);
        }
        return program;
    }
}
