package dev.leibniz.compiler.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.emit.Goldens;
import dev.leibniz.compiler.explain.Derivation;
import dev.leibniz.compiler.source.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivations as {@code nnc explain} prints them, next to the formulas that textbooks have. */
class ExplainTest {
    private record Case(String name, String statements) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case("dense", """
                          input x: float[N, 4];
                          input u: float[N, 3];
                          param W: float[4, 3] = glorot_uniform();
                          param b: float[3] = zeros();
                          z = x @ W + b;
                          a = sigmoid(z);
                          loss sum(a * u);
                        """),
                new Case("convolution", """
                          input x: float[N, 3, 8, 8];
                          input u: float[N, 5, 6, 6];
                          param W: float[5, 3, 3, 3] = he_uniform();
                          y = conv(x, W);
                          loss sum(y * u);
                        """),
                new Case("residual_tower", """
                          input x: float[N, 4];
                          h0 = x;
                          h1 = h0 + dense(4)(h0);
                          h2 = h1 + dense(4)(h1);
                          h3 = h2 + dense(4)(h2);
                          loss sum(h3^2) / 2;
                        """),
                new Case("softmax_cross_entropy", """
                          input z: float[N, 10];
                          input label: int[N] in 0..10;
                          p = softmax(z);
                          loss sum(cross_entropy(z, label));
                        """),
                new Case("rebound_names", """
                          input x: float[N, 3];
                          param w: float[3, 3] = glorot_uniform();
                          x = 2 * x;
                          h = x;
                          for i in 0..3 { h = tanh(h @ w); }
                          output h = h / 2;
                          loss sum(h^3);
                        """),
                new Case("several_losses", """
                          input x: float[N, 3];
                          input u: float[N];
                          param w: float[3] = ones();
                          param scale: float = 1;
                          mid = x @ w;
                          m = tanh(mid);
                          output pair = stack([m, mid], 1);
                          loss scale * sin(scale);
                          loss sum((m - u)^2);
                          loss 0.1 * sum(w^2);
                        """),
                new Case("states", """
                          input x: float[N, 3];
                          param w: float[3] = ones();
                          state centre: float[3] = 0;
                          state steps: float = 0;
                          centred = x - centre;
                          next centre = 0.9 * centre + 0.1 * mean(x, axis = 0);
                          next steps = steps + 1;
                          loss sum(tanh(centred @ w));
                        """),
                new Case("scan", """
                          size T;
                          input x: float[N, T, 3];
                          input u: float[N, T, 3];
                          param W: float[3, 3] = orthogonal();
                          scan t in 0..T with h = zeros([N, 3]) {
                            h = tanh(x[:, t] + h @ W);
                            collect h as hs;
                          }
                          loss sum(hs * u);
                        """),
                new Case("lstm_cell", """
                          input x: float[N, 4];
                          input h: float[N, 3];
                          input c: float[N, 3];
                          input u: float[N, 3];
                          param Wx: float[4, 12] = glorot_uniform();
                          param Wh: float[3, 12] = orthogonal();
                          param b: float[12] = zeros();
                          [zi, zf, zg, zo] = split(x @ Wx + h @ Wh + b, 4);
                          i = sigmoid(zi);
                          f = sigmoid(zf);
                          g = tanh(zg);
                          o = sigmoid(zo);
                          next_c = f * c + i * g;
                          next_h = o * tanh(next_c);
                          loss sum(next_h * u);
                        """));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theDerivationIsAsReviewed(Case each) {
        String text = "package t;\nnetwork Net {\n  size N;\n" + each.statements() + "}\n";

        List<Derivation> derivations = new LeibnizCompiler()
                .explain(CompileRequest.of(new SourceFile("Net.nn", text), CompileOptions.DEFAULTS));

        assertThat(derivations).hasSize(1);
        Goldens.verify(
                "derivations/" + each.name() + ".txt",
                text + "\n" + String.join("\n", derivations.get(0).text()) + "\n");
    }

    static List<Case> loops() {
        return List.of(
                new Case("two loops with the same names", """
                          size T;
                          input x: float[N, T, 3];
                          param W: float[3, 3] = orthogonal();
                          h = zeros([N, 3]);
                          scan t in 0..T with h = h { t1 = x[:, t] @ W; h = tanh(t1 + h); collect h as hs; }
                          scan t in T..0 with h = h { h = tanh(hs[:, t] * h); }
                          loss sum(h * h);
                        """),
                new Case("a loop in a loop", """
                          size T;
                          size K;
                          input x: float[N, T, K];
                          param w: float = 1;
                          scan t in 0..T with s = zeros([N]) {
                            scan k in 0..K with r = s { r = sin(w * r + x[:, t, k]); }
                            s = s + r;
                          }
                          loss sum(s);
                        """),
                new Case("a carry that is swapped and one that stays", """
                          size T;
                          input x: float[N, T];
                          scan t in 0..T with a = ones([N]), b = x[:, 0] { c = a; a = b * x[:, t]; b = c; }
                          loss sum(a * b);
                        """),
                new Case("a layer of cells", """
                          size T;
                          input x: float[N, T, 3];
                          loss sum(lstm(4)(x));
                        """),
                new Case("a checkpoint", """
                          input x: float[N, 3];
                          param w: float[3, 3] = orthogonal();
                          y = checkpoint(tanh(x @ w) @ w);
                          loss sum(y * y);
                        """));
    }

    @ParameterizedTest
    @MethodSource({"cases", "loops"})
    void everyNameIsDefinedOnceAndBeforeItIsUsed(Case each) {
        String text = "package t;\nnetwork Net {\n  size N;\n" + each.statements() + "}\n";
        Set<String> known = new HashSet<>(Set.of("axis", "keep", "true", "Infinity"));
        Matcher declared = Pattern.compile("(?:size|input|param|state) (\\w+)").matcher(each.statements());
        while (declared.find()) {
            known.add(declared.group(1));
        }
        known.add("N");

        List<String> lines = new LeibnizCompiler()
                .explain(CompileRequest.of(new SourceFile("Net.nn", text), CompileOptions.DEFAULTS))
                .get(0)
                .text();

        for (String line : lines) {
            String[] sides = line.strip().split(" {3,}through ")[0].split(" = ", 2);
            if (sides.length == 1) {
                continue;
            }
            String name = sides[0].replaceFirst("^at first ", "");
            Matcher loop = Pattern.compile("scan (\\S+) in .*").matcher(sides[1]);
            if (loop.matches()) {
                known.add(loop.group(1));
            } else {
                assertThat(known).as(line).containsAll(names(sides[1]));
            }
            assertThat(known.add(name)).as(line).isTrue();
        }
    }

    /** What an expression reads: words that no parenthesis follows, but for parameters of layers. */
    private static List<String> names(String expression) {
        return Pattern.compile("(?<![\\w.\"])[A-Za-z_][\\w.]*(?![\\w(.\"])")
                .matcher(expression.replaceAll("\"[^\"]*\"", ""))
                .results()
                .map(MatchResult::group)
                .filter(name -> !name.contains("."))
                .toList();
    }
}
