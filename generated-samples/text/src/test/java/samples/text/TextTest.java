package samples.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final Text TEXT = Text.load();
    private static final Writer NET = TextApplication.train(TEXT, 1400, false);

    @Test
    void learnsTheText() {
        assertThat(TextApplication.loss(NET, TEXT)).isLessThan(1.0);
    }

    @Test
    void seesNothingOfWhatItIsToTell() {
        Text piece = TEXT.part(2000, 2000 + TextApplication.CONTEXT + 1);

        double sum = 0;
        for (int length = 1; length <= TextApplication.CONTEXT; length++) {
            float[] probabilities = NET.predict(1, length, piece.part(0, length).numbers());
            sum -= Math.log(probabilities[piece.numbers()[length]]);
        }

        assertThat(sum / TextApplication.CONTEXT).isCloseTo(TextApplication.loss(NET, piece), within(1e-4));
    }

    @Test
    void writesEnglish() {
        Set<String> known = Set.copyOf(words(TEXT.toString()));

        List<String> words = words(TextApplication.write(NET, "The License", 1000, 0.5, 1));

        assertThat(words).hasSizeGreaterThan(100);
        assertThat(words.stream().filter(known::contains).count()).isGreaterThan(words.size() / 2);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[^A-Za-z]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
