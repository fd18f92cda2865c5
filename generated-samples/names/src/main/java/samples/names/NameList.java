package samples.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Given names in lower case, and how the network sees them. */
record NameList(List<String> names) {
    static final String CHARACTERS = "\nabcdefghijklmnopqrstuvwxyz-";

    /** The number of the mark that stands before and behind a name. */
    static final int MARK = 0;

    NameList {
        names = List.copyOf(names);
    }

    /** All names, shuffled; those {@code names.LICENSE.txt} tells of. */
    static NameList load(long seed) {
        try (InputStream in = NameList.class.getResourceAsStream("names.txt")) {
            List<String> names = new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .toLowerCase(Locale.ROOT)
                    .lines()
                    .toList());
            Collections.shuffle(names, new Random(seed));
            return new NameList(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int count() {
        return names.size();
    }

    NameList part(int from, int to) {
        return new NameList(names.subList(from, Math.min(to, names.size())));
    }

    static int number(char character) {
        return CHARACTERS.indexOf(character);
    }

    static char character(int number) {
        return CHARACTERS.charAt(number);
    }

    /** The names as rows of numbers, as long as the longest of them and a mark. */
    Batch batch() {
        int longest = names.stream().mapToInt(String::length).max().orElse(0) + 1;
        Batch batch = new Batch(
                names.size(),
                longest,
                new int[names.size() * longest],
                new int[names.size() * longest],
                new int[names.size()]);
        for (int row = 0; row < names.size(); row++) {
            String name = names.get(row);
            for (int i = 0; i < name.length(); i++) {
                batch.after()[row * longest + i] = number(name.charAt(i));
                batch.before()[row * longest + i + 1] = number(name.charAt(i));
            }
            batch.lengths()[row] = name.length() + 1;
        }
        return batch;
    }

    /** What the network takes: before and after are rows of {@code width} numbers, of which the first {@code length} count. */
    record Batch(int rows, int width, int[] before, int[] after, int[] lengths) {}
}
