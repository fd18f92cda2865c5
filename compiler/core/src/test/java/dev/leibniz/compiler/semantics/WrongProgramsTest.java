package dev.leibniz.compiler.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.DiagnosticRenderer;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.syntax.Parser;
import dev.leibniz.compiler.syntax.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of mistake gives exactly the text beside its program. {@code -Dgoldens=update} writes the texts anew. */
class WrongProgramsTest {
    private static final Path FOLDER = Path.of("src/test/resources/wrong");

    static List<String> programs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".nn"))
                    .map(name -> name.substring(0, name.length() - ".nn".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void aMistakeIsExplained(String name) throws IOException {
        Path golden = FOLDER.resolve(name + ".txt");
        String rendered = rendered(Files.readString(FOLDER.resolve(name + ".nn"), StandardCharsets.UTF_8));
        if ("update".equals(System.getProperty("goldens"))) {
            Files.writeString(golden, rendered, StandardCharsets.UTF_8);
        }
        assertThat(rendered).isNotBlank();
        assertThat(golden).as("run with -Dgoldens=update").exists();
        assertThat(rendered)
                .as("run with -Dgoldens=update and review the change")
                .isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    @Test
    void everyTextBelongsToAProgramAndThereAreManyKinds() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> texts = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.substring(0, name.length() - ".txt".length()))
                    .sorted()
                    .toList();
            assertThat(texts).isEqualTo(programs()).hasSizeGreaterThan(100);
        }
    }

    private static String rendered(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Program program = Parser.parse(new SourceFile("Net.nn", text), diagnostics);
        if (!diagnostics.hasErrors()) {
            Elaborator.elaborate(List.of(program), List.of(), Options.of(true), diagnostics);
        }
        List<Diagnostic> sorted = diagnostics.all().stream()
                .sorted(Comparator.comparingInt(diagnostic -> diagnostic.span().start()))
                .toList();
        return new DiagnosticRenderer(false).render(sorted);
    }
}
