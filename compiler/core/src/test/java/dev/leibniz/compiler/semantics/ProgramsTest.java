package dev.leibniz.compiler.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.autodiff.Differentiate;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Expressions of the language mean what NumPy, or arithmetic on paper, says. */
class ProgramsTest {
    static List<ProgramCases.Case> cases() {
        return ProgramCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anExpressionMeansWhatItSays(ProgramCases.Case row) {
        Network network = Elaborated.network(ProgramCases.FUNCTIONS + row.network("Net"));

        Graph graph = new Graph();
        List<Value> roots = Differentiate.run(network.graph(), network.predictionRoots(), graph);
        Tensor y = Elaborated.evaluate(graph, roots, Map.of("N", 2L), ProgramCases.inputs())
                .get(0);

        assertThat(network.outputs().get(0).value().type()).hasToString(row.type());
        row.check(y.data());
    }
}
