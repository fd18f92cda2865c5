package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands that the repository's pages tell people to run: each module, profile, file and option in them exists. */
final class PageCommandsTest {
    private static final Path REPOSITORY = Path.of("../..");
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    private static List<Path> pages() throws IOException {
        try (Stream<Path> paths = Files.walk(REPOSITORY)) {
            return paths.filter(path -> path.toString().endsWith(".md"))
                    .filter(path -> !path.toString().matches(".*[/\\\\](target|node_modules|\\.git|new)[/\\\\].*"))
                    .toList();
        }
    }

    static List<String> commands() throws IOException {
        String text = "";
        for (Path page : pages()) {
            text += BLOCK.matcher(Files.readString(page))
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.joining());
        }
        return text.replace("\\\n", " ")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    @Test
    void pagesSayHowToRunAndToTest() throws IOException {
        assertThat(commands())
                .contains(
                        "mvn -q -B -Dmaven.test.skip=true -Prun -pl generated-samples/digits -am package",
                        "mvn -B -ntp verify");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatACommandNamesExists(String command) throws IOException {
        String poms = Files.readString(REPOSITORY.resolve("pom.xml"))
                + Files.readString(REPOSITORY.resolve("generated-samples/pom.xml"))
                + Files.readString(REPOSITORY.resolve("generated-samples/benchmarks/pom.xml"))
                + Files.readString(REPOSITORY.resolve("compiler/cli/pom.xml"))
                + Files.readString(REPOSITORY.resolve("compiler/maven-plugin/pom.xml"));
        all(command, "-pl (\\S+)")
                .forEach(module -> assertThat(REPOSITORY.resolve(module).resolve("pom.xml"))
                        .exists());
        all(command, " -P(\\S+)").forEach(profile -> assertThat(poms).contains("<id>" + profile + "</id>"));
        all(command, "(\\S+\\.nn)\\b")
                .forEach(file -> assertThat(REPOSITORY.resolve(file)).exists());
        all(command, "^(\\.ci/\\S+)")
                .forEach(script -> assertThat(REPOSITORY.resolve(script)).isExecutable());
        all(command, "^\\S*nnc (.*)").forEach(arguments -> {
            Session session = Session.run((Object[]) (arguments.split(" ")[0] + " --help").split(" "));
            assertThat(session.status()).isZero();
            all(arguments, "(--[a-z-]+)")
                    .forEach(option -> assertThat(session.out()).contains(option));
        });
        assertThat(command).matches("(mvn|npm|npx|jlink|source|cd|git|target/\\S+|\\S*nnc|\\.ci/\\S+) ?.*");
    }

    private static List<String> all(String command, String pattern) {
        return Pattern.compile(pattern)
                .matcher(command)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
