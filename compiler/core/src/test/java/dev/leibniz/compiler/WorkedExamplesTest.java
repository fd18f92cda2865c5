package dev.leibniz.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that say how to add to the compiler are its own source, word by word. */
final class WorkedExamplesTest {
    private static final Pattern BLOCK = Pattern.compile("```(?:java|nn)\\n(.*?)```", Pattern.DOTALL);

    static List<String> examples() throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleStandsInTheSource(String example) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            assertThat(files.filter(Files::isRegularFile).collect(Collectors.toList()))
                    .anyMatch(file -> read(file).contains(example));
        }
    }

    private static String read(Path file) {
        try {
            return file.toString().matches(".*\\.(java|nn)") ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
