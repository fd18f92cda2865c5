package dev.leibniz.training.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a native image is told of this jar: GraalVM puts no resource into one that is not named. */
final class NativeImageTest {
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path CONFIGURATION =
            CLASSES.resolve("META-INF/native-image/dev.leibniz/leibniz-training/resource-config.json");

    @Test
    void everyPartOfThePageGoesIn() throws IOException {
        List<String> named = Pattern.compile("\\\\\\\\Q(.*)\\\\\\\\E")
                .matcher(Files.readString(CONFIGURATION))
                .results()
                .map(match -> match.group(1))
                .toList();

        try (Stream<Path> files = Files.walk(CLASSES.resolve("dev/leibniz/training"))) {
            assertThat(named)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(files.filter(Files::isRegularFile)
                            .map(file -> CLASSES.relativize(file).toString().replace('\\', '/'))
                            .filter(name -> !name.endsWith(".class") && !name.endsWith("LICENSE"))
                            .toList());
        }
    }
}
