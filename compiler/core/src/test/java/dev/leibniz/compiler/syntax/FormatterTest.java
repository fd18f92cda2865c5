package dev.leibniz.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FormatterTest {
    private static final Path REPOSITORY = Path.of("../..");

    private static String format(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<String> formatted = Formatter.format(new SourceFile("Net.nn", text), diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        return formatted.orElseThrow();
    }

    private static void assertFormat(String text, String expected) {
        assertThat(format(text)).isEqualTo(expected);
        assertThat(format(expected)).isEqualTo(expected);
    }

    @Test
    void eachStatementIsALineOfItsOwnInItsBlock() {
        assertFormat("package a;network A{size N;input x:float[N,4*2];for i in 0..3{x=x+1;}output y=x;}", """
                package a;

                network A {
                  size N;
                  input x: float[N, 4 * 2];
                  for i in 0..3 {
                    x = x + 1;
                  }
                  output y = x;
                }
                """);
    }

    @Test
    void spacesFollowWhatAWordIsPartOf() {
        assertFormat(
                "function f(x:float[...,K],k=2)=-x*-2^-k+(x [0 : 2,:]'@x[ :,-1 ])|>g( axis=[0,1] ) ? !true&&a : b [1:];",
                "function f(x: float[..., K], k = 2) = -x * -2^-k + (x[0:2, :]' @ x[:, -1]) |> g(axis = [0, 1]) ? !true && a : b[1:];\n");
    }

    @Test
    void resultsAreAlignedAmongLinesThatFollowEachOther() {
        assertFormat("""
                network A {
                  loss mean(x);
                  metric m = 1;
                  train sgd(rate = 1);

                  loss y;
                }
                """, """
                network A {
                  loss   mean(x);
                  metric m = 1;
                  train  sgd(rate = 1);

                  loss y;
                }
                """);
    }

    @Test
    void commentsStayWhereTheyAre() {
        assertFormat("""
                // first
                package a; // the package


                /* one */ import b.c; /* two */
                  /**
                       * Doc.
                 */
                network A { // opens
                     // alone
                  a = /* in */ b + // breaks
                   c; // trails
                  bc = d;      // too
                  /* before */ e = f;
                     // last
                } // closes
                // end""", """
                // first
                package a;  // the package

                /* one */ import b.c;  /* two */

                /**
                 * Doc.
                 */
                network A {  // opens
                  // alone
                  a = /* in */ b +  // breaks
                    c;  // trails
                  bc = d;  // too
                  /* before */ e = f;
                  // last
                }  // closes

                // end
                """);
    }

    @Test
    void commentsBeforeAStatementAreNoCommentsAtTheEndOfALine() {
        assertFormat("network A {\n  /* a */ /* b */ input /* c */ x: float; // l\n  y = x; // why\n}\n", """
                network A {
                  /* a */ /* b */ input /* c */ x: float;  // l
                  y = x;                                   // why
                }
                """);
    }

    @Test
    void linesEndAsTheyDid() {
        assertFormat("function f(x)=x;\r\n// θ\r\n", "function f(x) = x;\r\n// θ\r\n");
    }

    @Test
    void aSumOfThousandsOfTermsIsFormatted() {
        assertThat(format("function f(x) = x" + "+x".repeat(20_000) + ";")).endsWith(" + x + x;\n");
    }

    @Test
    void brokenLinesAreIndentedOnceMoreForEachLineWithOpenBrackets() {
        assertFormat("""
                function f(x) =
                g(x,
                h(
                x
                ), 2)
                + 1;
                """, """
                function f(x) =
                  g(x,
                    h(
                      x
                    ), 2)
                  + 1;
                """);
    }

    @Test
    void emptyLinesAreOneAtMostAndNoneAtTheEndsOfABlock() {
        assertFormat("\n\nlayer f()(x) {\n\n  a = x;\n\n\n  yield a;\n\n}\nlayer g()(x) {}\n\n\n", """
                layer f()(x) {
                  a = x;

                  yield a;
                }

                layer g()(x) {}
                """);
    }

    @Test
    void aFileWithMistakesIsReportedAndNotChanged() {
        Diagnostics diagnostics = new Diagnostics();

        assertThat(Formatter.format(new SourceFile("Net.nn", "network A { x = ; }"), diagnostics))
                .isEmpty();
        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("unexpected-token");
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(REPOSITORY)) {
            return paths.filter(path -> path.toString().endsWith(".nn"))
                    .filter(path -> !path.toString().contains("/target/"))
                    .sorted()
                    .toList();
        }
    }

    /** All but the ones that are wrong on purpose, and those that a generator wrote. */
    static List<Path> writtenFiles() throws IOException {
        return files().stream()
                .filter(path -> !path.toString().matches(".*/(wrong|it|randomprogram|new)/.*"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("writtenFiles")
    void everyFileOfTheRepositoryIsInTheOneStyle(Path path) throws IOException {
        String text = Files.readString(path);

        assertThat(format(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("files")
    void howeverAFileIsLaidOutItsStyleIsReachedAtOnce(Path path) throws IOException {
        String text = Files.readString(path);
        Random random = new Random(path.getFileName().toString().hashCode());
        for (int i = 0; i < 5; i++) {
            StringBuilder shaken = new StringBuilder();
            text.codePoints().forEach(c -> {
                shaken.appendCodePoint(c);
                if (c == ' ' || c == '\n') {
                    shaken.append(" \n".charAt(random.nextInt(2)));
                }
            });
            Optional<String> once = Formatter.format(new SourceFile("Net.nn", shaken.toString()), new Diagnostics());
            once.ifPresent(formatted -> assertThat(format(formatted)).isEqualTo(formatted));
            boolean isProgram = Formatter.format(new SourceFile("Net.nn", text), new Diagnostics())
                    .isPresent();
            // A line break in the middle of a comment of one line makes another program of it.
            assertThat(once.isPresent() || !isProgram || text.contains("//")).isTrue();
        }
    }
}
