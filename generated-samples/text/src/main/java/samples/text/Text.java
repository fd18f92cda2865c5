package samples.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A text as the network sees it: a number a character, 0 for the line break. */
record Text(int[] numbers) {
    /** The text of {@code text.LICENSE.txt}, a paragraph a line. */
    static Text load() {
        try (InputStream in = Text.class.getResourceAsStream("text.txt")) {
            String lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return new Text(Arrays.stream(lines.split("\n\\s*\n"))
                    .map(paragraph -> String.join(" ", List.of(paragraph.strip().split("\\s+"))))
                    .collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Text(String characters) {
        this(characters
                .chars()
                .map(character -> character == '\n' ? 0 : character - ' ' + 1)
                .toArray());
    }

    int length() {
        return numbers.length;
    }

    Text part(int from, int to) {
        return new Text(Arrays.copyOfRange(numbers, from, to));
    }

    @Override
    public String toString() {
        StringBuilder characters = new StringBuilder();
        for (int number : numbers) {
            characters.append(number == 0 ? '\n' : (char) (number - 1 + ' '));
        }
        return characters.toString();
    }
}
