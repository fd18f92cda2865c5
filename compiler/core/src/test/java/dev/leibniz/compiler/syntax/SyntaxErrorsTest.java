package dev.leibniz.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.source.Span;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SyntaxErrorsTest {
    /** @param said place, code and message of each error, then its labels, notes and help */
    record Row(String text, List<String> said) {}

    private static Row file(String text, String... said) {
        return new Row(text, List.of(said));
    }

    /** Columns count from the first character of the statement. */
    private static Row statement(String text, String... said) {
        return new Row("network A {\n" + text + "\nok = 1;\n}", List.of(said));
    }

    static Stream<Row> rows() {
        return Stream.of(
                statement(
                        "a = relu(x",
                        "2:9 unclosed-bracket: this `(` is never closed; 3:1 expected `,` or `)` before this"),
                statement("a = foo", "2:8 missing-semicolon: expected `;` after this"),
                statement("size = 3;", "2:1 keyword-as-name: `size` is a word of the language and cannot be a name"),
                statement(
                        "loss = mean(x);",
                        "2:1 keyword-as-name: `loss` is a word of the language and cannot be a name; help: `loss` is followed by its expression, without `=`"),
                statement(
                        "x = size + 1;", "2:5 keyword-as-name: `size` is a word of the language and cannot be a name"),
                statement(
                        "input state: float[3];",
                        "2:7 keyword-as-name: `state` is a word of the language and cannot be a name"),
                statement("a = ;", "2:5 unexpected-token: expected an expression but found `;`"),
                statement("a = b c;", "2:7 unexpected-token: expected `;` but found `c`"),
                statement(
                        "ouput d = x;",
                        "2:7 unexpected-token: expected `=` but found `d`; help: did you mean `output`?"),
                statement(
                        "return x;",
                        "2:8 unexpected-token: expected `=` but found `x`; help: a body gives its value with `yield`"),
                statement(
                        "let x = 3;",
                        "2:5 unexpected-token: expected `=` but found `x`; help: a definition needs no word before it: `x = …;`"),
                statement("x += 1;", "2:3 unexpected-token: expected `=` but found `+`; help: write `x = x + …;`"),
                statement(
                        "x = x ** 2;",
                        "2:8 unexpected-token: expected an expression but found `*`; help: powers are written `x^2`"),
                statement(
                        "y = .5;",
                        "2:5 unexpected-token: expected an expression but found `.`; help: numbers have digits on both sides of the point: `0.5`, `1.0`"),
                statement(
                        "z = 1.;",
                        "2:6 unexpected-token: expected `;` but found `.`; help: numbers have digits on both sides of the point: `0.5`, `1.0`"),
                statement("w = f(a b);", "2:9 unexpected-token: expected `,` or `)` but found `b`; 2:6 opened here"),
                statement(
                        "v = [1, 2;",
                        "2:5 unclosed-bracket: this `[` is never closed; 2:10 expected `,` or `]` before this"),
                statement(
                        "v = f(1, 2;",
                        "2:6 unclosed-bracket: this `(` is never closed; 2:11 expected `,` or `)` before this"),
                statement("u = (1 + 2];", "2:11 unexpected-token: expected `)` but found `]`; 2:5 opened here"),
                statement("t = x[1:2:3];", "2:10 unexpected-token: expected `,` or `]` but found `:`; 2:6 opened here"),
                statement(
                        "t = x[1..2];",
                        "2:8 unexpected-token: expected `,`, `]` or `:` but found `..`; 2:6 opened here; help: a slice is written `x[from:to]`"),
                statement("t = x[];", "2:7 unexpected-token: expected an expression, `...` or `:` but found `]`"),
                statement(
                        "if (x) { y = 3; }",
                        "2:4 unexpected-token: expected `=` but found `(`; help: choose with `condition ? a : b`"),
                statement(
                        "s = 1;;", "2:7 unexpected-token: expected a statement or `}` but found `;`; help: remove it"),
                statement("r = @ 3;", "2:5 unexpected-token: expected an expression but found `@`"),
                statement("x = c ? a;", "2:10 unexpected-token: expected `:` but found `;`"),
                statement("collect e in es;", "2:11 unexpected-token: expected `as` but found `in`"),
                statement("collect e;", "2:10 unexpected-token: expected `as` but found `;`"),
                statement("[a, b = c;", "2:7 unexpected-token: expected `,` or `]` but found `=`; 2:1 opened here"),
                statement("scan t in 0..T with { x = 3; }", "2:21 unexpected-token: expected a name but found `{`"),
                statement("for i in 0...3 { y = 4; }", "2:11 unexpected-token: expected `..` but found `...`"),
                statement("for i 0..3 { y = 4; }", "2:7 unexpected-token: expected `in` but found `0`"),
                statement("for i in 0..3 y = 4;", "2:15 unexpected-token: expected `{` but found `y`"),
                statement("param W float[3];", "2:9 unexpected-token: expected `:` but found `float`"),
                statement(
                        "param W: float[3 = zeros();",
                        "2:18 unexpected-token: expected `,` or `]` but found `=`; 2:15 opened here"),
                statement("param V: float[..., 3] = ;", "2:26 unexpected-token: expected an expression but found `;`"),
                statement("param V: float[3, ...];", "2:19 unexpected-token: expected an expression but found `...`"),
                statement("precision 3;", "2:11 unexpected-token: expected a name but found `3`"),
                statement("train;", "2:6 unexpected-token: expected an expression but found `;`"),
                statement(
                        "x = a # b;",
                        "2:7 bad-character: the character `#` has no meaning here; help: comments begin with `//`"),
                statement(
                        "x = a & b;",
                        "2:7 bad-character: the character `&` has no meaning here; help: `and` is written `&&`"),
                statement(
                        "x = “a”;",
                        "2:5 bad-character: the character `“` has no meaning here; help: strings stand between `\"`",
                        "2:7 bad-character: the character `”` has no meaning here; help: strings stand between `\"`"),
                statement("x = 2x;", "2:5 bad-number: `2x` is neither a number nor a name"),
                statement("x = 0x10;", "2:5 bad-number: `0x10` is neither a number nor a name"),
                statement(
                        "x = 1e999;",
                        "2:5 bad-number: the number 1e999 is out of range; note: numbers go from 4.9E-324 to 1.7976931348623157E308"),
                statement(
                        "x = 1e-999;",
                        "2:5 bad-number: the number 1e-999 is out of range; note: numbers go from 4.9E-324 to 1.7976931348623157E308"),
                statement(
                        "x = 99999999999999999999;",
                        "2:5 bad-number: the number 99999999999999999999 is out of range; note: whole numbers go up to 9223372036854775807"),
                statement("s = \"abc;", "2:5 unterminated-string: this string is not closed with `\"` on its line"),
                statement("output d;", "2:9 unexpected-token: expected `=` but found `;`"),
                statement("next 3 = x;", "2:6 unexpected-token: expected a name but found `3`"),
                statement("a.b = 3;", "2:2 unexpected-token: expected `=` but found `.`"),
                statement("f(x);", "2:2 unexpected-token: expected `=` but found `(`"),
                statement("x = f(a = );", "2:11 unexpected-token: expected an expression but found `)`"),
                statement(
                        "x = f(,);",
                        "2:7 unexpected-token: expected an expression or `)` but found `,`; 2:6 opened here"),
                statement("x = a -;", "2:8 unexpected-token: expected an expression but found `;`"),
                statement(
                        "} x = 3;",
                        "2:3 unexpected-token: expected `network`, `function`, `layer` or `optimizer` but found `x`"),
                file("network A { size N }", "1:19 missing-semicolon: expected `;` after this"),
                file(
                        "network A {\n  size N;\n}\n  output d = x;\n}",
                        "4:3 unexpected-token: expected `network`, `function`, `layer` or `optimizer` but found `output`, which belongs inside of one; 3:1 the declaration before ends here"),
                file(
                        "network A {\n  for i in 0..3 {\n    x = 3;\n  output d = x;\n}",
                        "2:17 unclosed-brace: this `{` is never closed; note: the file ends before its `}`"),
                file(
                        "network A {\n  x = 3;\nfunction f(x) = x;",
                        "1:11 unclosed-brace: this `{` is never closed; 3:1 expected `}` before this"),
                file(
                        "netwrok A { size N; }",
                        "1:1 unexpected-token: expected `network`, `function`, `layer` or `optimizer` but found `netwrok`; help: did you mean `network`?"),
                file("network A size N; }", "1:11 unexpected-token: expected `{` but found `size`"),
                file("function f(x, 3) = x;", "1:15 unexpected-token: expected a name but found `3`"),
                file(
                        "function g(x { yield x; }",
                        "1:11 unclosed-bracket: this `(` is never closed; 1:14 expected `,`, `)`, `=` or `:` before this"),
                file(
                        "function f(size) = 1;",
                        "1:12 keyword-as-name: `size` is a word of the language and cannot be a name"),
                file("function f(x)", "1:14 unexpected-token: expected `{` or `=` but found the end of the file"),
                file("layer h(x) { yield x; }", "1:12 unexpected-token: expected `(` but found `{`"),
                file("function f(x) = x", "1:18 missing-semicolon: expected `;` after this"),
                file("import a.b", "1:11 missing-semicolon: expected `;` after this"),
                file("import a.*.b;", "1:11 unexpected-token: expected `;` but found `.`"),
                file("import a.b\nnetwork A { }", "1:11 missing-semicolon: expected `;` after this"),
                file("package a\nimport b;", "1:10 missing-semicolon: expected `;` after this"),
                file("network A { }\nimport a.b;", "2:1 out-of-place: `import` stands before all declarations"),
                file("import a;\npackage c;", "2:1 out-of-place: `package` stands once, at the beginning of the file"),
                file(
                        "x = 3;",
                        "1:1 unexpected-token: expected `network`, `function`, `layer` or `optimizer` but found `x`"),
                file("}", "1:1 stray-brace: this `}` closes nothing"),
                file("network", "1:8 unexpected-token: expected a name but found the end of the file"),
                file("network A", "1:10 unexpected-token: expected `{` but found the end of the file"),
                file(
                        "network A {",
                        "1:11 unclosed-brace: this `{` is never closed; note: the file ends before its `}`"),
                file("network A { x", "1:14 unexpected-token: expected `=` but found the end of the file"),
                file(
                        "network A { x = f(1,",
                        "1:21 unexpected-token: expected an expression but found the end of the file"),
                file(
                        "function f(x",
                        "1:11 unclosed-bracket: this `(` is never closed; 1:13 expected `,`, `)`, `=` or `:` before this"),
                file(
                        "network A { } junk",
                        "1:15 unexpected-token: expected `network`, `function`, `layer` or `optimizer` but found `junk`"),
                file(
                        "class A { }",
                        "1:1 unexpected-token: expected `network`, `function`, `layer` or `optimizer` but found `class`; help: a network is declared with `network Name { … }`"),
                file(
                        "# hi\nnetwork A { }",
                        "1:1 bad-character: the character `#` has no meaning here; help: comments begin with `//`"),
                file("/* open", "1:1 unterminated-comment: this comment is never closed with `*/`"),
                file("network A { } /** open", "1:15 unterminated-comment: this comment is never closed with `*/`"),
                file("\0", "1:1 bad-character: the character U+0000 has no meaning here"),
                file(
                        "network network { }",
                        "1:9 keyword-as-name: `network` is a word of the language and cannot be a name"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void mistakesAreSaidInTheWordsOfTheUser(Row row) {
        Diagnostics diagnostics = new Diagnostics();
        Parser.parse(new SourceFile("a.nn", row.text()), diagnostics);

        assertThat(diagnostics.all().stream().map(SyntaxErrorsTest::said)).containsExactlyElementsOf(row.said());
    }

    @Test
    void aBrokenStatementLeavesTheOthersAlone() {
        Diagnostics diagnostics = new Diagnostics();
        Program program = Parser.parse(new SourceFile("a.nn", """
                        network A {
                          a = relu(x;
                          size N;
                          b = = 2;
                          c = [1, 2
                          output d = 3;
                          for i in 0.. { e = 1; }
                          loss mean(d)
                        }
                        function f(x, 3) = x;
                        function g(x) = x;
                        """), diagnostics);

        assertThat(diagnostics.all())
                .extracting(diagnostic -> diagnostic.span().line())
                .containsExactly(2, 4, 5, 7, 8, 10);
        assertThat(program.declarations())
                .extracting(declaration -> declaration.name().text())
                .containsExactly("A", "g");
        assertThat(((Declaration.Network) program.declarations().get(0)).body())
                .extracting(statement -> statement.getClass().getSimpleName())
                .containsExactly("SizeDeclaration", "Output", "Loss");
    }

    private static String said(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder(place(diagnostic.span()))
                .append(' ')
                .append(diagnostic.code())
                .append(": ")
                .append(diagnostic.message());
        diagnostic
                .labels()
                .forEach(label -> text.append("; ")
                        .append(place(label.span()))
                        .append(' ')
                        .append(label.text()));
        diagnostic.notes().forEach(note -> text.append("; note: ").append(note));
        diagnostic.help().forEach(help -> text.append("; help: ").append(help));
        return text.toString();
    }

    private static String place(Span span) {
        return span.line() + ":" + span.column();
    }
}
