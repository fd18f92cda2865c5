package dev.leibniz.compiler.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.source.SourceFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mathematics says what the text says: brackets stand where the eye would read something else without them. */
final class TypesetterTest {
    private static String latex(String expression) {
        String text =
                "package t;\nnetwork Net {\n  size N;\n  input x: float[3, 3];\n  input w: float[3, 3];\n  input A: float[3, 3];\n"
                        + "  input v: float[3];\n  input ids: int[N] in 0..3;\n  input c: float;\n  output y = "
                        + expression + ";\n}\n";
        Derivation derivation = new LeibnizCompiler()
                .explain(CompileRequest.of(new SourceFile("Net.nn", text), CompileOptions.DEFAULTS))
                .get(0);
        List<String> document = Latex.document(List.of(derivation));
        return document.stream()
                .filter(line -> line.startsWith("  y &= "))
                .findFirst()
                .orElseThrow()
                .replace("  y &= ", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sum(sin(x))                          | \\sum \\text{sin}\\left(x\\right)
            sum(x * w) * w                       | \\left(\\sum x \\odot w\\right) \\odot w
            sum(x)^2.5                           | {\\left(\\sum x\\right)}^{2.5}
            sum(x, axis = 0) @ A                 | \\left(\\sum _{\\text{axis }0}x\\right)\\,A
            exp(v)^2.5                           | {\\left({e}^{v}\\right)}^{2.5}
            (x * x) @ A                          | \\left(x \\odot x\\right)\\,A
            x * (x @ A)                          | x \\odot x\\,A
            A'[ids]                              | {A}^{\\top}\\left[\\mathit{ids}\\right]
            transpose(A[0:2])                    | {A\\left[\\text{0:2}\\right]}^{\\top}
            1e-8 * x                             | {10}^{-8} \\cdot x
            2.5e-8 * sin(x)                      | 2.5 \\cdot {10}^{-8} \\cdot \\text{sin}\\left(x\\right)
            (x / w)^2.5                          | {\\left(\\frac{x}{w}\\right)}^{2.5}
            sin(x) * (x + w)                     | \\text{sin}\\left(x\\right) \\odot \\left(x + w\\right)
            einsum("ij,ij->", x, w) * v          | \\left(\\sum _{\\mathit{ab}}{\\left(x\\right)}_{\\mathit{ab}}\\,{\\left(w\\right)}_{\\mathit{ab}}\\right) \\odot v
            (x < w ? x : w) + c                  | \\left(\\begin{cases}x & \\text{if }x < w \\\\ w & \\text{otherwise}\\end{cases}\\right) + c
            """)
    void bracketsStandWhereTheyAreRead(String expression, String expected) {
        assertThat(latex(expression)).isEqualTo(expected);
    }
}
