package dev.leibniz.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.DiagnosticRenderer;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ParserLimitsTest {
    private static final int MANY = 100_000;
    private static final int LONG = 20_000;
    private static final int SMALL_STACK = 512 * 1024;

    record Text(String what, String expression) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Text> tooDeep() {
        return Stream.of(
                new Text("open parentheses", "(".repeat(MANY)),
                new Text("parentheses", "(".repeat(MANY) + "x" + ")".repeat(MANY)),
                new Text("lists", "[".repeat(MANY) + "]".repeat(MANY)),
                new Text("calls in calls", "f(".repeat(MANY) + ")".repeat(MANY)),
                new Text("signs", "-".repeat(MANY) + "x"),
                new Text("negations", "!".repeat(MANY) + "x"),
                new Text("powers", "x^".repeat(MANY) + "x"),
                new Text("negative powers", "x^-".repeat(MANY) + "x"),
                new Text("choices", "a ? b : ".repeat(MANY) + "x"),
                new Text("choices in choices", "a ? ".repeat(MANY) + "x"),
                new Text("blocks", "0; } network A {" + "for i in 0..2 {".repeat(MANY)));
    }

    static Stream<Text> flat() {
        return Stream.of(
                new Text("sum", "a + ".repeat(LONG) + "x"),
                new Text("difference of products", "a * b - ".repeat(LONG) + "x"),
                new Text("sum of powers", "a^-2 + ".repeat(LONG) + "x"),
                new Text("pipe", "a |> ".repeat(LONG) + "x"),
                new Text("calls of calls", "a" + "()".repeat(LONG)),
                new Text("transposes", "a" + "'".repeat(LONG)),
                new Text("subscripts", "a" + "[0]".repeat(LONG)),
                new Text("transposes in a power", "2^a" + "'".repeat(LONG)),
                new Text("list", "[" + "-a, ".repeat(LONG) + "x]"),
                new Text("signs side by side", "-a * ".repeat(LONG) + "x"));
    }

    @ParameterizedTest
    @MethodSource("tooDeep")
    void whatIsTooDeepIsRefusedAtItsPlace(Text text) throws InterruptedException {
        List<Diagnostic> found = parse("function f(x) = " + text.expression());

        assertThat(found).extracting(Diagnostic::code).containsExactly("nested-too-deeply");
        assertThat(found.get(0).span().column()).isBetween(300, 6000);
    }

    @ParameterizedTest
    @MethodSource("flat")
    void longChainsAreNotDeep(Text text) throws InterruptedException {
        assertThat(parse("function f(x) = " + text.expression() + ";")).isEmpty();
    }

    @Test
    void threeHundredLevelsFitIntoASmallStack() throws InterruptedException {
        int levels = Nesting.DEEPEST;

        assertThat(parse("function f(x) = " + "(".repeat(levels) + "x" + ")".repeat(levels) + ";"))
                .isEmpty();
        assertThat(parse("function f(x) = " + "-".repeat(levels) + "x;")).isEmpty();
        assertThat(parse("function f(x) = " + "x^".repeat(levels) + "x;")).isEmpty();
        assertThat(parse("function f(x) = " + "a ? b : ".repeat(levels) + "x;")).isEmpty();
    }

    @Test
    void onlyTheFirstHundredErrorsAreShown() throws InterruptedException {
        List<Diagnostic> found = parse("network A {" + "\n  x = ;".repeat(5000) + "}");

        assertThat(found).hasSize(101);
        assertThat(found.get(100).code()).isEqualTo("too-many-errors");
    }

    @Test
    void commentsDoNotNest() throws InterruptedException {
        assertThat(parse("/* ".repeat(MANY) + "*/" + " // /*".repeat(MANY) + "\n"))
                .isEmpty();
        assertThat(parse("/* ".repeat(MANY))).extracting(Diagnostic::code).containsExactly("unterminated-comment");
    }

    @Test
    void filesOfVeryManyWordsAreRefusedAtTheFirstTooMany() throws InterruptedException {
        List<Diagnostic> found = parse("function f(x) = x" + "+x".repeat(500_000) + ";");

        assertThat(found).extracting(Diagnostic::code).containsExactly("file-too-long");
        assertThat(found.get(0).span().column()).isBetween(400_000, 400_010);
    }

    @Test
    void namesAreAsLongAsThoseOfFiles() throws InterruptedException {
        assertThat(parse("function " + "f".repeat(100) + "(x) = x;")).isEmpty();
        assertThat(parse("package " + "p".repeat(101) + "; function f(" + "変".repeat(34) + ") = 1;"))
                .extracting(Diagnostic::message)
                .containsExactly(
                        "a name can have 100 bytes in UTF-8, not more, but this has 101",
                        "a name can have 100 bytes in UTF-8, not more, but this has 102");
    }

    @Test
    void aBinaryFileIsOneBadCharacterAfterTheOther() throws InterruptedException {
        assertThat(parse("\0\0\0\0\u0001\uFFFD\uD800 \0"))
                .extracting(Diagnostic::message)
                .containsExactly("these 7 characters have no meaning here", "the character U+0000 has no meaning here");
    }

    /** Reads in a thread with little stack, so that recursion over the text would be seen. */
    private static List<Diagnostic> parse(String text) throws InterruptedException {
        Diagnostics diagnostics = new Diagnostics();
        List<Throwable> thrown = new ArrayList<>();
        Thread reader =
                new Thread(null, () -> Parser.parse(new SourceFile("f.nn", text), diagnostics), "reader", SMALL_STACK);
        reader.setUncaughtExceptionHandler((thread, problem) -> thrown.add(problem));
        reader.start();
        reader.join();
        assertThat(thrown).isEmpty();
        new DiagnosticRenderer(false).render(diagnostics.all());
        return diagnostics.all();
    }
}
