package dev.leibniz.compiler.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.interpret.Interpreter;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.syntax.Parser;
import dev.leibniz.compiler.syntax.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Programs elaborated from text, and their graphs evaluated, for tests. */
final class Elaborated {
    private Elaborated() {}

    /** What is reported for these files, as they are numbered {@code A.nn}, {@code B.nn} … */
    static List<Diagnostic> diagnostics(String... texts) {
        Diagnostics diagnostics = new Diagnostics();
        elaborate(Options.of(true), diagnostics, texts);
        return diagnostics.all();
    }

    static List<Network> elaborate(Options options, Diagnostics diagnostics, String... texts) {
        List<Program> programs = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            programs.add(Parser.parse(new SourceFile((char) ('A' + i) + ".nn", texts[i]), diagnostics));
        }
        return diagnostics.hasErrors() ? List.of() : Elaborator.elaborate(programs, List.of(), options, diagnostics);
    }

    /** The only network of a program without mistakes. */
    static Network network(Options options, String... texts) {
        Diagnostics diagnostics = new Diagnostics();
        List<Network> networks = elaborate(options, diagnostics, texts);
        assertThat(diagnostics.all().stream().filter(Diagnostic::isError)).isEmpty();
        assertThat(networks).hasSize(1);
        return networks.get(0);
    }

    static Network network(String... texts) {
        return network(Options.of(false), texts);
    }

    /** A network around these statements. */
    static Network of(String statements) {
        return network("package t; network Net { " + statements + " }");
    }

    /** The values of free sizes that follow from the shapes of inputs. */
    static Map<String, Long> sizes(Network network, Map<String, Tensor> tensors) {
        Map<String, Long> sizes = new HashMap<>();
        for (Input input : network.inputs()) {
            for (int axis = 0; axis < input.type().shape().rank(); axis++) {
                Size size = input.type().shape().get(axis);
                if (size.symbols().size() == 1
                        && size.equals(Size.symbol(size.symbols().get(0)))) {
                    sizes.put(size.toString(), (long) tensors.get(input.name()).shape()[axis]);
                }
            }
        }
        return sizes;
    }

    /** Roots evaluated; leaves are found by name. */
    static List<Tensor> evaluate(Graph graph, List<Value> roots, Map<String, Long> sizes, Map<String, Tensor> tensors) {
        Map<Leaf, Tensor> leaves = new HashMap<>();
        for (Value value : graph.reachable(roots)) {
            if (value.op() instanceof Leaf leaf) {
                assertThat(tensors).containsKey(leaf.name());
                leaves.put(leaf, tensors.get(leaf.name()));
            }
        }
        return new Interpreter(sizes, leaves).evaluate(graph, roots);
    }

    /** The first output of a network. */
    static Tensor output(Network network, Map<String, Tensor> tensors) {
        return evaluate(network.graph(), network.predictionRoots(), sizes(network, tensors), tensors)
                .get(0);
    }
}
