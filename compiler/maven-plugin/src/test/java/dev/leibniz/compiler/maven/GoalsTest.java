package dev.leibniz.compiler.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class GoalsTest {
    @Test
    void eclipseKnowsWhatToDoWithEachGoal() throws IOException {
        List<String> mapped = goals("META-INF/m2e/lifecycle-mapping-metadata.xml");

        assertThat(goals("META-INF/maven/plugin.xml"))
                .containsExactlyInAnyOrder("check", "compile", "explain", "format", "help", "test-compile")
                .containsExactlyInAnyOrderElementsOf(mapped);
    }

    @Test
    void eachGoalMayRunInParallelBuilds() throws IOException {
        String descriptor = text("META-INF/maven/plugin.xml");

        assertThat(descriptor)
                .contains("<threadSafe>true</threadSafe>")
                .doesNotContain("<threadSafe>false</threadSafe>");
    }

    private static List<String> goals(String resource) throws IOException {
        return Pattern.compile("<goal>(.*?)</goal>")
                .matcher(text(resource))
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    private static String text(String resource) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(GoalsTest.class.getClassLoader().getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
