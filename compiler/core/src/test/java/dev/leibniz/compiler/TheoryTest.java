package dev.leibniz.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.syntax.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the page that leads from theory to code to what the compiler derives. */
final class TheoryTest {
    private static final Path PAGE = Path.of("..", "THEORY.md");
    private static final String PACKAGE = "package theory;\n\n";
    private static final Pattern EXAMPLE =
            Pattern.compile("```nn\\n(?<source>.*?)```\\n\\n```derivation\\n(?<derivation>.*?)```", Pattern.DOTALL);

    @Test
    void everyDerivationIsWhatTheCompilerPrints() throws IOException {
        String page = Files.readString(PAGE);
        Matcher example = EXAMPLE.matcher(page);
        StringBuilder renewed = new StringBuilder();
        int from = 0;
        while (example.find()) {
            renewed.append(page, from, example.start("derivation")).append(derivation(example.group("source")));
            from = example.end("derivation");
        }
        renewed.append(page.substring(from));

        assertThat(EXAMPLE.matcher(page).results().count()).isGreaterThan(12);
        assertThat(page.split("```nn").length).isEqualTo(page.split("```derivation").length);
        if ("update".equals(System.getProperty("goldens"))) {
            Files.writeString(PAGE, renewed);
        } else {
            assertThat(page).isEqualTo(renewed.toString());
        }
    }

    @Test
    void everyNetworkIsInTheOneStyle() throws IOException {
        EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .forEach(example -> assertThat(
                                Formatter.format(new SourceFile("Theory.nn", example.group(1)), new Diagnostics()))
                        .contains(example.group(1)));
    }

    /** The lines behind the network's name. */
    private static String derivation(String source) {
        SourceFile file = new SourceFile("Theory.nn", PACKAGE + source);
        return String.join(
                        "\n",
                        new LeibnizCompiler()
                                .explain(CompileRequest.of(file, CompileOptions.DEFAULTS)).get(0).text().stream()
                                        .skip(2)
                                        .map(line -> line.replaceFirst("^ {2}", ""))
                                        .toList())
                + "\n";
    }
}
