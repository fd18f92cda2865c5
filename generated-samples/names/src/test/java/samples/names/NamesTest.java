package samples.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final NameList NAMES = NameList.load(1);
    private static final Namer NET = NamesApplication.train(NAMES, 8, false);

    @Test
    void knowsMoreThanHowOftenCharactersAre() {
        double unigram = entropy(NamesApplication.seen(NAMES));

        assertThat(unigram).isBetween(2.8, Math.log(NameList.CHARACTERS.length()));
        assertThat(NamesApplication.loss(NET, NamesApplication.seen(NAMES))).isLessThan(2.15);
        assertThat(NamesApplication.loss(NET, NamesApplication.unseen(NAMES))).isLessThan(2.4);
    }

    @Test
    void whatStandsBehindTheEndOfANameIsNotCounted() {
        NameList one = new NameList(List.of("ann"));
        NameList other = new NameList(List.of("maximilian"));

        double together = NamesApplication.loss(NET, new NameList(List.of("ann", "maximilian")));

        assertThat(together * 15)
                .isCloseTo(NamesApplication.loss(NET, one) * 4 + NamesApplication.loss(NET, other) * 11, within(1e-4));
    }

    @Test
    void makesUpNamesThatEnd() {
        List<String> names = names(100, 7);

        assertThat(names).allMatch(name -> name.matches("[a-z-]{1," + (NamesApplication.LONGEST - 1) + "}"));
        assertThat(names.stream().distinct().count()).isGreaterThan(80);
        assertThat(names.stream().filter(name -> !NAMES.names().contains(name)).count())
                .isGreaterThan(50);
    }

    @Test
    void aSeedMakesTheSameNames() {
        assertThat(names(5, 3)).isEqualTo(names(5, 3)).isNotEqualTo(names(5, 4));
    }

    private static List<String> names(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(NamesApplication.generate(NET, 0.8, random));
        }
        return names;
    }

    /** The mean loss of a guess that knows how often each character is, and no more. */
    private static double entropy(NameList names) {
        double[] counts = new double[NameList.CHARACTERS.length()];
        double total = 0;
        for (String name : names.names()) {
            name.chars().forEach(character -> counts[NameList.number((char) character)]++);
            counts[NameList.MARK]++;
            total += name.length() + 1;
        }
        double entropy = 0;
        for (double count : counts) {
            entropy -= count == 0 ? 0 : count / total * Math.log(count / total);
        }
        return entropy;
    }
}
