package dev.leibniz.compiler.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.semantics.StandardLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts as they are while someone types: whatever they are, every question has an answer and none is an error. */
final class HalfTypedTest {
    private static final int STEP = 7;
    private static final String URI = "untitled:Half.nn";
    private static final Path SAMPLES = Path.of("..", "..", "generated-samples");

    static Stream<String> texts() throws IOException {
        return Stream.of(
                Files.readString(
                        SAMPLES.resolve(Path.of("digits", "src", "main", "nn", "samples", "digits", "Digits.nn"))),
                StandardLibrary.programs().get(5).file().text(),
                "package a;\nimport b.c;\n/** Loops. */\nnetwork R { size N; size T; input x: float[N, T, 4];\n"
                        + "  scan t in 0..T with h = zeros([N, 4]) { h = 0.9 * h + x[:, t]; collect h as hs; }\n"
                        + "  for i in 0..2 { [p, q] = split(h, 2); h = concat([q, p], -1)'; }\n"
                        + "  output o = einsum(\"nd->n\", h) > 0 && !true ? 1 : grad(sum(h^2), x); }\n");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyBeginningOfATextIsAnswered(String text) {
        try (Editor editor = new Editor()) {
            editor.open(URI, "");
            for (int end = 0; end <= text.length(); end += STEP) {
                String half = text.substring(0, end);
                editor.change(URI, half);
                Position at = Editor.position(half, end);
                assertThat(Editor.wait(editor.completionAt(URI, at))).isNotNull();
                Editor.wait(editor.hoverAt(URI, new Position(at.getLine(), Math.max(0, at.getCharacter() - 2))));
            }
            assertThat(editor.symbols(URI)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void oddTextsAreAnswered(String text) {
        try (Editor editor = new Editor()) {
            editor.open(URI, text);
            editor.diagnostics(URI);
            for (int at = 0; at <= Math.min(text.length(), 40); at++) {
                Editor.wait(editor.completionAt(URI, new Position(0, at)));
                Editor.wait(editor.hoverAt(URI, new Position(0, at)));
            }
            editor.symbols(URI);
            editor.hints(URI);
            editor.format(URI);
        }
    }

    static Stream<String> oddities() {
        return Stream.of(
                "",
                "\uFEFFnetwork",
                "\uD83D\uDE00 = \uD83D;",
                "\u0000\u0001\u0002",
                "{{{{}}}}]]]]((((;;;;",
                "network A { x = " + "(".repeat(3000) + "1",
                "network A { x = 1" + " + x".repeat(3000) + "; }",
                "network A {\r  size N;\r\n  output y = zeros([N]);\r}",
                "import a.\nimport .b;\npackage ;\nnetwork = 3;",
                "function f(x) = f(x); package a; network A { size N; output y = f(ones([N])); }",
                "layer l(a = l)(x) { yield l(l)(x); } optimizer o() { next w = w; } network A { train o; }");
    }
}
