package dev.leibniz.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ParserTest {
    private static final String EVERYTHING = """
            package samples.all;
            import a.b.c;
            import d.*;

            /** One line. */
            function f(x: float[..., K], k = 2) = x * k;

            function g(x) { y = x; yield y; }

            /**
             * Two
             *   lines.
             */
            layer h(units, bias = true)(x: float[..., K]) {
              param W: float[K, units] = zeros();
              yield x @ W;
            }

            optimizer o(rate = 0.01) { state m = 0; next m = m + g; next w = w - rate * m; }

            network All {
              precision double;
              size N;
              size H = 64;
              /** The picture. */
              input x: float[N, 4*H];
              input y: int[N] in 0..10;
              input s: float;
              state running: float[H] = 0;
              hyper rate = 0.5;
              [q, k] = split(x, 2);
              for i in 0..4 { x = x |> h(H); }
              scan t in T..0 with a = zeros([N, H]), b = a { a = b; collect a as hs; collect b as bs axis 0; }
              next running = q;
              output p = q;
              loss mean(k);
              metric m = 1;
              train o(rate = 0.1);
            }
            """;

    private static Program parse(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Program program = Parser.parse(new SourceFile("All.nn", text), diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        return program;
    }

    private static List<Statement> statements(String body) {
        Program program = parse("network A {" + body + "}");
        return ((Declaration.Network) program.declarations().get(0)).body();
    }

    @Test
    void allThatTheReferenceNamesIsRead() {
        Program program = parse(EVERYTHING);

        assertThat(program.packageName().map(Program.PackageName::name)).contains("samples.all");
        assertThat(program.imports())
                .extracting(Program.Import::packageName, Program.Import::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a.b", Optional.of("c")),
                        org.assertj.core.groups.Tuple.tuple("d", Optional.empty()));
        assertThat(program.declarations())
                .extracting(declaration -> declaration.name().text())
                .containsExactly("f", "g", "h", "o", "All");
        assertThat(((Declaration.Network) program.declarations().get(4)).body())
                .extracting(statement -> statement.getClass().getSimpleName())
                .containsExactly(
                        "Precision",
                        "SizeDeclaration",
                        "SizeDeclaration",
                        "Input",
                        "Input",
                        "Input",
                        "State",
                        "Hyper",
                        "Destructure",
                        "For",
                        "Scan",
                        "Next",
                        "Output",
                        "Loss",
                        "Metric",
                        "Train");
    }

    @Test
    void docCommentsLoseTheirStars() {
        Program program = parse(EVERYTHING);

        assertThat(program.declarations().get(0).doc()).contains("One line.");
        assertThat(program.declarations().get(1).doc()).isEmpty();
        assertThat(program.declarations().get(2).doc()).contains("Two\n  lines.");
        Declaration.Network network =
                (Declaration.Network) program.declarations().get(4);
        assertThat(((Statement.Input) network.body().get(3)).doc()).contains("The picture.");
    }

    @Test
    void formalsHaveTypesAndDefaults() {
        Declaration.Function function =
                (Declaration.Function) parse(EVERYTHING).declarations().get(0);
        TypeExpression type = function.formals().get(0).type().orElseThrow();

        assertThat(type.element().text()).isEqualTo("float");
        assertThat(type.shape().orElseThrow().leading()).isTrue();
        assertThat(type.shape().orElseThrow().sizes().stream().map(Notation::of))
                .containsExactly("K");
        assertThat(function.formals().get(1).defaultValue().map(Notation::of)).contains("2");
    }

    @Test
    void aScalarHasNoShapeAndAnEmptyShapeIsOne() {
        List<Statement> inputs = statements("input a: float; input b: float[]; input c: float[...];");

        assertThat(inputs.stream().map(input -> ((Statement.Input) input).type().shape()))
                .extracting(
                        shape -> shape.map(s -> s.leading() + " " + s.sizes().size()))
                .containsExactly(Optional.empty(), Optional.of("false 0"), Optional.of("true 0"));
    }

    @Test
    void scansHaveCarriesAndCollects() {
        Statement.Scan scan = (Statement.Scan)
                statements("scan t in 0..T with h = a, c = b { collect h as hs; collect c as cs axis 0; }")
                        .get(0);

        assertThat(scan.variable().text()).isEqualTo("t");
        assertThat(Notation.of(scan.range().high())).isEqualTo("T");
        assertThat(scan.carries()).extracting(carry -> carry.name().text()).containsExactly("h", "c");
        assertThat(scan.body())
                .extracting(statement -> ((Statement.Collect) statement).axis().map(Notation::of))
                .containsExactly(Optional.empty(), Optional.of("0"));
    }

    @Test
    void spansReachFromTheFirstCharacterToTheLast() {
        Statement.Parameter parameter = (Statement.Parameter)
                statements("/** d */\n  param W: float[a, b] = zeros();\n").get(0);

        assertThat(parameter.span().text()).isEqualTo("param W: float[a, b] = zeros();");
        assertThat(parameter.span().line()).isEqualTo(2);
        assertThat(parameter.span().column()).isEqualTo(3);
        assertThat(parameter.name().span().text()).isEqualTo("W");
        assertThat(parameter.type().span().text()).isEqualTo("float[a, b]");
    }

    @Test
    void commentsEndAtTheirFirstEnd() {
        assertThat(statements("/* a **/ x = 1; /**/ y = 2; /***/ z = 3; /* / * */ // */\n"))
                .hasSize(3);
    }

    @Test
    void lineEndsAndByteOrderMarksDoNotMatter() {
        assertThat(parse("\uFEFFnetwork A {\r\n  x = 1;\r  y = 2;\r\n}").declarations())
                .hasSize(1);
        assertThat(parse("").declarations()).isEmpty();
        assertThat(parse(" \n// nothing").declarations()).isEmpty();
    }

    @Test
    void aMissingSemicolonCostsNoStatement() {
        Diagnostics diagnostics = new Diagnostics();
        Program program =
                Parser.parse(new SourceFile("A.nn", "network A {\n  x = 1\n  y = 2;\n  z = 3\n}"), diagnostics);

        assertThat(((Declaration.Network) program.declarations().get(0)).body()).hasSize(3);
        assertThat(diagnostics.all()).hasSize(2);
    }
}
