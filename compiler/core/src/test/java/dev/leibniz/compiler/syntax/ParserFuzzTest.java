package dev.leibniz.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.DiagnosticRenderer;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Programs with random damage: whatever is in a file, the parser answers in its own words. */
final class ParserFuzzTest {
    private static final int PROGRAMS = 2000;
    private static final List<String> SEEDS =
            List.of("activations.nn", "attention.nn", "layers.nn", "losses.nn", "optimizers.nn");
    private static final List<String> BITS = List.of(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ";",
            ",",
            "..",
            "...",
            "'",
            "|>",
            "=",
            "==",
            "? ",
            ":",
            "-",
            "^",
            "!",
            "\"",
            "/*",
            "*/",
            "/**",
            "//",
            "\n",
            "\r",
            "\0",
            "\uFEFF",
            "\uD83D",
            "\uD83D\uDE00",
            "é",
            "1e",
            "1e999",
            "0.5.",
            "network A {",
            "for i in ",
            "scan t in 0..T with ",
            "collect x as ",
            "size",
            " in ",
            "package a;",
            "import a.*;",
            "function f(",
            "layer l(",
            "training",
            "yield ",
            "99999999999999999999");
    private static final Pattern PARSER_JARGON =
            Pattern.compile("mismatched|viable|extraneous|missing '|no alternative|\\{'|<EOF>|rule |token recognition");

    @Test
    void noDamageStopsTheParser() throws IOException {
        List<String> seeds = new ArrayList<>();
        for (String seed : SEEDS) {
            seeds.add(read(seed));
        }
        DiagnosticRenderer renderer = new DiagnosticRenderer(false);
        for (int number = 0; number < PROGRAMS; number++) {
            Random random = new Random(number);
            String text = damaged(part(seeds.get(number % seeds.size()), random), random);
            Diagnostics diagnostics = new Diagnostics();
            Program program;
            try {
                program = Parser.parse(new SourceFile("f.nn", text), diagnostics);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("program " + number + ":\n" + text, e);
            }
            assertThat(program).isNotNull();
            for (Diagnostic diagnostic : diagnostics.all()) {
                String rendered = renderer.render(diagnostic);
                assertThat(diagnostic.message()).doesNotContainPattern(PARSER_JARGON);
                assertThat(rendered).startsWith("error[");
                assertThat(diagnostic.span().end()).isLessThanOrEqualTo(text.length());
            }
        }
    }

    @Test
    void theSeedsAreSound() throws IOException {
        for (String seed : SEEDS) {
            Diagnostics diagnostics = new Diagnostics();
            Parser.parse(new SourceFile(seed, read(seed)), diagnostics);
            assertThat(diagnostics.all()).isEmpty();
        }
    }

    /** At most 700 characters, so that many programs take little time. */
    private static String part(String text, Random random) {
        int length = Math.min(text.length(), 200 + random.nextInt(500));
        int from = random.nextInt(text.length() - length + 1);
        return text.substring(from, from + length);
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        int times = 1 + random.nextInt(6);
        for (int i = 0; i < times && damaged.length() > 0; i++) {
            int at = random.nextInt(damaged.length());
            int to = Math.min(damaged.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> damaged.delete(at, to);
                case 1 -> damaged.insert(at, damaged.substring(at, to));
                case 2 -> damaged.replace(at, at + 1, BITS.get(random.nextInt(BITS.size())));
                default -> damaged.insert(at, BITS.get(random.nextInt(BITS.size())));
            }
        }
        return damaged.toString();
    }

    private static String read(String name) throws IOException {
        try (InputStream in = Parser.class.getResourceAsStream("/leibniz/std/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
