package dev.leibniz.compiler.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.compiler.autodiff.Differentiate;
import dev.leibniz.compiler.autodiff.PinTargets;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Composite;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.rewrite.Program;
import dev.leibniz.compiler.rewrite.Ranges;
import dev.leibniz.compiler.rewrite.Rewriting;
import dev.leibniz.compiler.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All phases of rewriting leave the values and gradients of the standard library where PyTorch has them. */
final class RewrittenReferenceTest {
    static List<String> cases() throws IOException {
        return ReferenceTest.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rewritingChangesNoNumber(String name) throws IOException {
        Path folder = Path.of("src/test/resources/reference", name);
        Map<String, Tensor> in = StoredTensors.read(Files.readAllBytes(folder.resolve("in.safetensors")));
        Map<String, Tensor> expected = StoredTensors.read(Files.readAllBytes(folder.resolve("expected.safetensors")));
        Network network = ReferenceTest.network(folder);
        Map<String, Value> wanted = wanted(network);

        Program program = rewritten(network, List.copyOf(wanted.values()));

        List<Tensor> results = Elaborated.evaluate(program.graph(), program.roots(), Elaborated.sizes(network, in), in);
        List<String> keys = List.copyOf(wanted.keySet());
        for (int i = 0; i < keys.size(); i++) {
            assertThat(results.get(i).data())
                    .as(keys.get(i))
                    .containsExactly(expected.get(keys.get(i)).data(), within(1e-10));
        }
        assertThat(program.graph().values()).noneMatch(value -> value.op() instanceof Composite);
    }

    private static Map<String, Value> wanted(Network network) {
        Map<String, Value> wanted = new LinkedHashMap<>();
        network.outputs().forEach(output -> wanted.put("output." + output.name(), output.value()));
        Value loss = network.loss().orElseThrow().value();
        wanted.put("loss", loss);
        Builder g = new Builder(network.graph(), Span.none());
        network.parameters().forEach(each -> wanted.put("grad." + each.path(), g.gradient(loss, each.leaf())));
        network.inputs().stream()
                .filter(each -> each.type().isFloat())
                .forEach(each -> wanted.put("grad." + each.name(), g.gradient(loss, each.leaf())));
        return wanted;
    }

    private static Program rewritten(Network network, List<Value> roots) {
        Map<Leaf, Ranges.Bounds> bounds = new HashMap<>();
        network.inputs()
                .forEach(input -> input.range()
                        .ifPresent(range ->
                                bounds.put((Leaf) input.leaf().op(), new Ranges.Bounds(range.low(), range.high()))));
        Rewriting rewriting = new Rewriting(new Ranges(bounds));
        Graph pinned = new Graph();
        List<Value> current = new ArrayList<>(PinTargets.run(network.graph(), roots, pinned));
        Program stable = rewriting.stabilise(new Program(pinned, current));
        Graph expanded = new Graph();
        current = Differentiate.run(stable.graph(), stable.roots(), expanded);
        Graph free = new Graph();
        current = Differentiate.unpin(expanded, current, free);
        Program canonical = rewriting.canonicalise(new Program(free, current));
        Program simple = rewriting.simplify(rewriting.stabiliseDerivatives(canonical));
        return rewriting.specialise(simple);
    }
}
