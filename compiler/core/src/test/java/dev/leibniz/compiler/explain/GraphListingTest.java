package dev.leibniz.compiler.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.driver.PassListener;
import dev.leibniz.compiler.driver.PassedGraph;
import dev.leibniz.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GraphListingTest {
    private static final String MEAN = """
            package t;
            network Mean {
              size N;
              input x: float[N, 3];
              param w: float[3] = zeros();
              h = x;
              h = h * w;
              loss mean(h^2);
              train sgd(rate = 0.1);
            }
            """;

    @Test
    void everyValueIsALineWithItsPlaceNameTypeAndOperation() {
        assertThat(lines(MEAN, "loss and gradient", "stabilise")).containsExactly("""
                        Mean, loss and gradient, after stabilise
                          Mean.nn:4  x     float[N, 3]  = input
                          Mean.nn:5  w     float[3]     = parameter
                          Mean.nn:7  h     float[N, 3]  = x * w
                          Mean.nn:8  v4    float[N, 3]  = h^2
                          Mean.nn:8  v5    float[1, 1]  = sum(v4)
                          Mean.nn:8  v7    float        = 3*N
                          Mean.nn:8  v8    float[1, 1]  = v5 / v7
                          Mean.nn:8  loss  float        = reshape(v8, [])
                          Mean.nn:8  v10   float[3]     = grad(loss, w)
                          gives loss, v10
                        """.split("\n"));
    }

    @Test
    void theBodyOfALoopStandsUnderTheLoop() {
        String program = """
                package t;
                network Total {
                  size T;
                  input x: float[T];
                  scan t in 0..T with total = 0.0 {
                    total = total + x[t];
                    collect total as totals;
                  }
                  output sums = totals;
                }
                """;
        assertThat(lines(program, "predict", "specialise")).containsExactly("""
                        Total, predict, after specialise
                          Total.nn:4  x       float[T]  = input
                          Total.nn:5  v2      float[0]  = scan t in 0..T of 0, x
                              Total.nn:4  x      float[T]  = what operand 1 of the loop gives
                              Total.nn:5  total  float     = what operand 0 of the loop gives
                              Total.nn:6  v2     float[1]  = x[t]
                              Total.nn:6  v3     float[1]  = total + v2
                              Total.nn:6  v4     float     = reshape(v3, [])
                              gives v4, v4
                          Total.nn:5  totals  float[T]  = all(total)
                          gives totals
                        """.split("\n"));
    }

    @Test
    void linesThatAreTooLongGoOnBelow() {
        String long40 = "a".repeat(40);
        assertThat(TextLines.wrapped("  head  ", String.join(" ", long40, long40, long40), 100))
                .containsExactly("  head  " + long40 + " " + long40, "          " + long40);
    }

    private static List<String> lines(String program, String plan, String pass) {
        List<String> lines = new ArrayList<>();
        String name = program.replaceAll("(?s).*network (\\w+).*", "$1");
        SourceFile file = new SourceFile(name + ".nn", program);
        new LeibnizCompiler().compile(CompileRequest.of(file, CompileOptions.DEFAULTS), new PassListener() {
            @Override
            public void passed(PassedGraph graph) {
                if (graph.plan().equals(plan) && graph.pass().equals(pass)) {
                    lines.addAll(graph.lines());
                }
            }
        });
        return lines;
    }
}
