package dev.leibniz.compiler.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.leibniz.compiler.syntax.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The TextMate grammar of the editor extension, against the lexer and the operations that there are. */
final class ColoursTest {
    private static final Path EXTENSION = Path.of("..", "..", "grammar", "editors", "vscode");

    static Stream<String> keywords() {
        return Word.keywords().stream();
    }

    @ParameterizedTest
    @MethodSource("keywords")
    void everyKeywordHasAColourByItself(String keyword) throws IOException {
        assertThat(patterns()).anySatisfy(pattern -> {
            assertThat(pattern).matches("\\\\b\\(.*\\)\\\\b");
            assertThat(keyword).matches(Pattern.compile(pattern));
        });
    }

    @Test
    void everyOperationIsColouredAsBuiltIn() throws IOException {
        String builtIn = patterns().stream()
                .filter(pattern -> pattern.contains("logsumexp"))
                .findFirst()
                .orElseThrow();

        assertThat(Operation.all().keySet().stream()
                        .filter(name -> !Word.keywords().contains(name) && !name.equals("none")))
                .allSatisfy(name -> assertThat(name + "(").containsPattern("^" + builtIn));
    }

    @Test
    void everyPatternIsAnExpressionThatJavaUnderstandsToo() throws IOException {
        assertThat(patterns())
                .hasSizeGreaterThan(30)
                .allSatisfy(pattern -> assertThat(Pattern.compile(pattern)).isNotNull());
    }

    @Test
    void theFilesOfTheExtensionAreJsonAndThere() throws IOException {
        JsonElement contributes = JsonParser.parseString(Files.readString(EXTENSION.resolve("package.json")))
                .getAsJsonObject()
                .get("contributes");
        List<String> paths = new ArrayList<>();
        strings(contributes, "path", paths);
        strings(contributes, "configuration", paths);

        assertThat(paths)
                .hasSize(4)
                .allSatisfy(path -> assertThat(JsonParser.parseString(Files.readString(EXTENSION.resolve(path)))
                                .isJsonObject())
                        .isTrue());
    }

    private static List<String> patterns() throws IOException {
        List<String> patterns = new ArrayList<>();
        JsonElement grammar =
                JsonParser.parseString(Files.readString(EXTENSION.resolve(Path.of("syntaxes", "nn.tmLanguage.json"))));
        for (String key : List.of("match", "begin", "end")) {
            strings(grammar, key, patterns);
        }
        return patterns;
    }

    /** The texts that stand anywhere under a key. */
    private static void strings(JsonElement element, String key, List<String> found) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(item -> strings(item, key, found));
        } else if (element.isJsonObject()) {
            element.getAsJsonObject().entrySet().forEach(entry -> {
                boolean isText = entry.getValue().isJsonPrimitive();
                if (isText && entry.getKey().equals(key)) {
                    found.add(entry.getValue().getAsString());
                }
                strings(entry.getValue(), key, found);
            });
        }
    }
}
