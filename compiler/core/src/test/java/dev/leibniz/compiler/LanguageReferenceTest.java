package dev.leibniz.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.DiagnosticRenderer;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Formatter;
import dev.leibniz.compiler.syntax.Parser;
import dev.leibniz.compiler.syntax.Program;
import dev.leibniz.grammar.NnLexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the language reference and the editor's grammar to the language. */
final class LanguageReferenceTest {
    private static final Path GRAMMAR = Path.of("..", "..", "grammar");
    private static final Pattern EXAMPLE = Pattern.compile("```nn\\n(.*?)```", Pattern.DOTALL);

    /** Of the reference, and of the page that people read first. */
    static Stream<String> examples() throws IOException {
        return Stream.of(read("README.md"), Files.readString(Path.of("..", "..", "README.md")))
                .flatMap(page -> EXAMPLE.matcher(page).results())
                .map(match -> match.group(1));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsRead(String example) {
        parse(example);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsInTheOneStyle(String example) {
        assertThat(Formatter.format(new SourceFile("README.nn", example), new Diagnostics()))
                .contains(example);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyNetworkIsSound(String example) throws IOException {
        boolean hasNetwork = parse(example).declarations().stream().anyMatch(Declaration.Network.class::isInstance);
        if (!hasNetwork) {
            return;
        }
        String text = example.startsWith("package") ? example : "package reference;\n" + example;
        List<Diagnostic> found = new LeibnizCompiler()
                .check(CompileRequest.of(new SourceFile("README.nn", text), CompileOptions.DEFAULTS)).stream()
                        .filter(Diagnostic::isError)
                        .toList();

        assertThat(found).as(new DiagnosticRenderer(false).render(found)).isEmpty();
    }

    @Test
    void theListOfKeywordsIsThatOfTheLexer() throws IOException {
        Matcher list = Pattern.compile("cannot be names: `([a-z\\s]+)`").matcher(read("README.md"));

        assertThat(list.find()).isTrue();
        assertThat(list.group(1).split("\\s+"))
                .containsExactlyInAnyOrderElementsOf(keywords().toList());
    }

    @ParameterizedTest
    @MethodSource("keywords")
    void editorsColourEveryKeyword(String keyword) throws IOException {
        assertThat(read("editors", "vscode", "syntaxes", "nn.tmLanguage.json"))
                .containsPattern("\\b" + keyword + "\\b");
    }

    static Stream<String> keywords() {
        return IntStream.rangeClosed(NnLexer.PACKAGE, NnLexer.PRECISION)
                .mapToObj(type -> NnLexer.VOCABULARY.getLiteralName(type).replace("'", ""));
    }

    private static Program parse(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Program program = Parser.parse(new SourceFile("README.nn", text), diagnostics);
        assertThat(diagnostics.all())
                .as(new DiagnosticRenderer(false).render(diagnostics.all()))
                .isEmpty();
        return program;
    }

    private static String read(String first, String... more) throws IOException {
        return Files.readString(GRAMMAR.resolve(Path.of(first, more)));
    }
}
