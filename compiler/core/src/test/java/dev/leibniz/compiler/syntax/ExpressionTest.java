package dev.leibniz.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ExpressionTest {
    /** @param understood with every bracket */
    record Row(String written, String understood) {}

    static Stream<Row> rows() {
        return Stream.of(
                new Row("a + b * c", "(a + (b * c))"),
                new Row("a - b - c", "((a - b) - c)"),
                new Row("a / b @ c * d", "(((a / b) @ c) * d)"),
                new Row("-x^2", "(-(x ^ 2))"),
                new Row("x ^ -2", "(x ^ (-2))"),
                new Row("x ^ -2 * 3", "((x ^ (-2)) * 3)"),
                new Row("x ^ -y ^ 2", "(x ^ (-(y ^ 2)))"),
                new Row("2^3^2", "(2 ^ (3 ^ 2))"),
                new Row("-a * b", "((-a) * b)"),
                new Row("a * -b + c", "((a * (-b)) + c)"),
                new Row("- -a", "(-(-a))"),
                new Row("!a && b || c", "(((!a) && b) || c)"),
                new Row("a || b && c", "(a || (b && c))"),
                new Row("a + 1 < b == c", "(((a + 1) < b) == c)"),
                new Row("a == b && c != d", "((a == b) && (c != d))"),
                new Row("a <= b || c >= d || e > f", "(((a <= b) || (c >= d)) || (e > f))"),
                new Row("c ? a : d ? b : e", "(c ? a : (d ? b : e))"),
                new Row("c ? d ? a : b : e", "(c ? (d ? a : b) : e)"),
                new Row("x > 0 ? x : 0.01 * x", "((x > 0) ? x : (0.01 * x))"),
                new Row("x |> dense(H) |> relu", "((x |> dense(H)) |> relu)"),
                new Row("a + b |> f", "((a + b) |> f)"),
                new Row("a || b |> f", "((a || b) |> f)"),
                new Row("c ? a |> f : b", "(c ? (a |> f) : b)"),
                new Row("x'", "x'"),
                new Row("x'' @ y'^2", "(x'' @ (y' ^ 2))"),
                new Row("-x'", "(-x')"),
                new Row("a[0]'(b)[c]", "a[0]'(b)[c]"),
                new Row("dense(64)(x)", "dense(64)(x)"),
                new Row("f()", "f()"),
                new Row("sum(x, axis = -1, keep = true)", "sum(x, axis = (-1), keep = true)"),
                new Row("max_pool(size = 2, state = 3)(x)", "max_pool(size = 2, state = 3)(x)"),
                new Row("x[0]", "x[0]"),
                new Row("x[:, t]", "x[:, t]"),
                new Row("x[2:5]", "x[2:5]"),
                new Row("x[:n - 1, 1:]", "x[:(n - 1), 1:]"),
                new Row("x[..., 0:H]", "x[..., 0:H]"),
                new Row("x[c ? a : b : d]", "x[(c ? a : b):d]"),
                new Row("[1, 2.5, [a]]", "[1, 2.5, [a]]"),
                new Row("[]", "[]"),
                new Row("(a + b) * c", "((a + b) * c)"),
                new Row("1e-3 + 2.5E+4 + 1e3", "((0.001 + 25000.0) + 1000.0)"),
                new Row("true ? training : false", "(true ? training : false)"),
                new Row("einsum(\"nid,njd->nij\", q, k)", "einsum(\"nid,njd->nij\", q, k)"),
                new Row("\"a\\\"b\\\\\"", "\"a\"b\\\""),
                new Row("grad(grad(y, x), x)", "grad(grad(y, x), x)"),
                new Row("θ_1 * δ + size_", "((θ_1 * δ) + size_)"),
                new Row("a/*1*/+//2\nb", "(a + b)"),
                new Row("𝜃 + x", "(𝜃 + x)"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void operatorsBindAsTheReferenceSays(Row row) {
        assertThat(Notation.of(parse(row.written()))).isEqualTo(row.understood());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theSpanIsTheTextAsItIsWritten(Row row) {
        assertThat(parse(row.written()).span().text()).isEqualTo(row.written());
    }

    @Test
    void theOperatorHasASpanOfItsOwn() {
        Expression.Binary product = (Expression.Binary) parse("hidden @ W2");

        assertThat(product.operatorSpan().text()).isEqualTo("@");
        assertThat(product.operatorSpan().column()).isEqualTo(23);
        assertThat(product.left().span().text()).isEqualTo("hidden");
    }

    @Test
    void bracketsAreNoPartOfTheTree() {
        assertThat(parse("((a))")).isInstanceOf(Expression.Reference.class);
    }

    private static Expression parse(String expression) {
        Diagnostics diagnostics = new Diagnostics();
        String text = "function f() = " + expression + ";";
        Program program = Parser.parse(new SourceFile("f.nn", text), diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        Declaration.Function function =
                (Declaration.Function) program.declarations().get(0);
        return ((Statement.Yield) function.body().get(0)).value();
    }
}
