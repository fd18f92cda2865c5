package dev.leibniz.compiler.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DiagnosticRendererTest {
    private static final SourceFile DIGITS = new SourceFile("Digits.nn", """
            package samples.digits;

            network Digits {
              size N;
              size H = 64;

              input image: float[N, 128];
              param W1: float[128, H] = he_uniform();
              param W2: float[64, 10] = glorot_uniform();
              param b2: float[10]     = zeros();


              hidden = image;
              logits = hidden @ W2 + b2;
            }
            """);

    private static final Diagnostic MISMATCH = Diagnostic.error(
                    "shape-mismatch",
                    span(DIGITS, 14, "@"),
                    "cannot multiply float[N, 128] by float[64, 10]: 128 is not 64")
            .label(span(DIGITS, 14, "hidden"), "float[N, 128]")
            .label(span(DIGITS, 14, "W2"), "float[64, 10], declared at 9:3");

    @Test
    void theExampleOfTheLanguageReference() {
        renders(MISMATCH.help("…"), """
                error[shape-mismatch]: cannot multiply float[N, 128] by float[64, 10]: 128 is not 64
                  --> Digits.nn:14:19
                   |
                14 |   logits = hidden @ W2 + b2;
                   |            ------ ^ -- float[64, 10], declared at 9:3
                   |            float[N, 128]
                   = help: …
                """);
    }

    @Test
    void mavenWantsThePlaceFirst() {
        assertThat(DiagnosticRenderer.mavenForm(MISMATCH)).isEqualTo("""
                        Digits.nn:[14,19] shape-mismatch: cannot multiply float[N, 128] by float[64, 10]: 128 is not 64
                           |
                        14 |   logits = hidden @ W2 + b2;
                           |            ------ ^ -- float[64, 10], declared at 9:3
                           |            float[N, 128]
                        """);
    }

    @Test
    void textsBelowComeFromTheRightToTheLeft() {
        SourceFile file = new SourceFile("a.nn", "aa bb cc dd");

        renders(
                Diagnostic.error("many", span(file, 1, "dd"), "many labels")
                        .label(span(file, 1, "aa"), "first")
                        .label(span(file, 1, "cc"), "third")
                        .label(span(file, 1, "bb"), "second"),
                """
                error[many]: many labels
                 --> a.nn:1:10
                  |
                1 | aa bb cc dd
                  | -- -- -- ^^
                  |       third
                  |    second
                  | first
                """);
    }

    @Test
    void aLabelOfThePrimaryPlaceStandsBehindTheCaret() {
        SourceFile file = new SourceFile("a.nn", "x = y;");

        renders(
                Diagnostic.error("unknown-name", span(file, 1, "y"), "there is no `y`")
                        .label(span(file, 1, "y"), "not declared"),
                """
                error[unknown-name]: there is no `y`
                 --> a.nn:1:5
                  |
                1 | x = y;
                  |     ^ not declared
                """);
    }

    @Test
    void labelsInOtherLinesHaveTheirOwnExcerpt() {
        SourceFile file = new SourceFile("a.nn", "one\ntwo\nthree\nfour\nfive\nsix\nseven\n");

        renders(
                Diagnostic.warning("far", span(file, 7, "seven"), "far away")
                        .label(span(file, 1, "one"), "here")
                        .label(span(file, 3, "three"), "and here")
                        .note("a note"),
                """
                warning[far]: far away
                 --> a.nn:7:1
                  |
                1 | one
                  | --- here
                2 | two
                3 | three
                  | ----- and here
                ...
                7 | seven
                  | ^^^^^
                  = note: a note
                """);
    }

    @Test
    void labelsInOtherFilesFollowWithTheirPlace() {
        SourceFile file = new SourceFile("a.nn", "x = f(1);");
        SourceFile library = new SourceFile("lib/f.nn", "\n\n\n\n\n\n\n\n\nfunction f(x, y) = x;");

        renders(
                Diagnostic.error("missing-argument", span(file, 1, "f(1)"), "`f` needs `y`")
                        .label(span(library, 10, "y"), "declared here"),
                """
                error[missing-argument]: `f` needs `y`
                  --> a.nn:1:5
                   |
                1  | x = f(1);
                   |     ^^^^
                  ::: lib/f.nn:10
                   |
                10 | function f(x, y) = x;
                   |               - declared here
                """);
    }

    @Test
    void aPlaceAtTheEndOfALineOrFileHasACaretBehindIt() {
        SourceFile file = new SourceFile("a.nn", "x = 1\ny");

        renders(Diagnostic.error("missing-semicolon", new Span(file, 5, 5), "expected `;`"), """
                error[missing-semicolon]: expected `;`
                 --> a.nn:1:6
                  |
                1 | x = 1
                  |      ^
                """);
        renders(Diagnostic.error("end", new Span(file, 7, 7), "expected `=`"), """
                error[end]: expected `=`
                 --> a.nn:2:2
                  |
                2 | y
                  |  ^
                """);
    }

    @Test
    void aPlaceOfSeveralLinesIsMarkedInItsFirst() {
        SourceFile file = new SourceFile("a.nn", "f(a,\r\n  b)\r\n");

        renders(Diagnostic.error("call", new Span(file, 0, 10), "wrong call"), """
                error[call]: wrong call
                 --> a.nn:1:1
                  |
                1 | f(a,
                  | ^^^^
                """);
    }

    @Test
    void tabsAndWideCharactersKeepMarksInPlace() {
        SourceFile file = new SourceFile("a.nn", "\tθ = 漢字 + \uD83D\uDE00 + e\u0301 + x\0;");

        renders(Diagnostic.error("wide", span(file, 1, "x"), "wide"), """
                error[wide]: wide
                 --> a.nn:1:20
                  |
                1 |     θ = 漢字 + \uD83D\uDE00 + e\u0301 + x\uFFFD;
                  |                         ^
                """);
    }

    @Test
    void veryLongLinesAreCutAroundThePlace() {
        SourceFile file = new SourceFile("a.nn", "a + ".repeat(50_000) + "x" + " + b".repeat(50_000));

        String text = new DiagnosticRenderer(false)
                .render(Diagnostic.error("long", span(file, 1, "x"), "long").label(span(file, 1, "a"), "far left"));

        List<String> lines = text.lines().toList();
        assertThat(lines).allMatch(line -> line.length() < 200);
        int caret = lines.get(4).indexOf('^');
        assertThat(lines.get(3).charAt(caret)).isEqualTo('x');
        assertThat(lines.get(3)).startsWith("1 | …").endsWith("…");
    }

    @Test
    void whatHasNoPlaceHasNoExcerpt() {
        renders(Diagnostic.error("nowhere", Span.none(), "no place").help("none"), """
                error[nowhere]: no place
                  = help: none
                """);
    }

    @Test
    void coloursChangeNothingButColours() {
        String coloured = new DiagnosticRenderer(true).render(MISMATCH.note("note"));

        assertThat(coloured).contains("\u001B[1;31merror[shape-mismatch]\u001B[0m", "\u001B[1;31m^\u001B[0m");
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", ""))
                .isEqualTo(new DiagnosticRenderer(false).render(MISMATCH.note("note")));
    }

    private static void renders(Diagnostic diagnostic, String expected) {
        assertThat(new DiagnosticRenderer(false).render(diagnostic)).isEqualTo(expected);
    }

    private static Span span(SourceFile file, int line, String text) {
        int start = file.text().indexOf(text, file.lineStart(line));
        return new Span(file, start, start + text.length());
    }
}
