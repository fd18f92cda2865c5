package dev.leibniz.compiler.randomprogram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Programs that once computed something else in one way than in another, or did so when the compiler was broken on purpose. */
class RegressionsTest {
    private static final Path PROGRAMS = Path.of("src/test/resources/randomprogram");
    private static final String SEED = "// seed ";
    /** Each is tried with this many values, sizes and ways to generate code. */
    private static final int SEEDS = 4;

    @Test
    void programsThatOnceFailedComputeTheSameInEveryWay() throws IOException {
        List<String> texts = new ArrayList<>();
        List<Long> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file);
                long first = Long.parseLong(
                        text.substring(SEED.length(), text.indexOf('\n')).strip());
                LongStream.range(first, first + SEEDS).forEach(seed -> {
                    texts.add(text);
                    seeds.add(seed);
                });
            }
        }

        List<Verdict> verdicts = new Checker().check(texts, seeds);

        assertThat(verdicts).isNotEmpty();
        for (int k = 0; k < texts.size(); k++) {
            assertThat(verdicts.get(k).kind())
                    .as(verdicts.get(k) + "\n" + texts.get(k))
                    .isIn(Verdict.Kind.AGREES, Verdict.Kind.SKIPPED);
        }
    }
}
