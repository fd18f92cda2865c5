package dev.leibniz.compiler.emit;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Committed expected output, reviewed like code. {@code mvn -pl compiler/core -am test -Dgoldens=update} writes it anew.
 */
public final class Goldens {
    private static final Path FOLDER = Path.of("src/test/goldens");
    private static final String COMMAND = "mvn -pl compiler/core -am test -Dgoldens=update";
    private static final int MOST_LINES = 40;

    private Goldens() {}

    /** Fails with a difference if the golden file at {@code path} does not hold {@code text}. */
    public static void verify(String path, String text) {
        Path file = FOLDER.resolve(path);
        try {
            if ("update".equals(System.getProperty("goldens"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
                return;
            }
            String expected = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
            if (!expected.equals(text)) {
                fail("%s is not as reviewed:%n%s%nIf it should be so: %s", path, difference(expected, text), COMMAND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of what stands between {@code <!-- section -->} and {@code <!-- /section -->} in a file that has more in it. */
    public static void verifySection(String path, String section, String text) {
        Path file = FOLDER.resolve(path);
        try {
            String whole = Files.readString(file, StandardCharsets.UTF_8);
            String begin = "<!-- " + section + " -->\n";
            int from = whole.indexOf(begin) + begin.length();
            int to = whole.indexOf("<!-- /" + section + " -->");
            if (from < begin.length() || to < from) {
                fail("%s has no section %s", path, section);
            }
            if ("update".equals(System.getProperty("goldens"))) {
                Files.writeString(file, whole.substring(0, from) + text + whole.substring(to));
                return;
            }
            String expected = whole.substring(from, to);
            if (!expected.equals(text)) {
                fail("%s is not as reviewed:%n%s%nIf it should be so: %s", path, difference(expected, text), COMMAND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines between the common start and the common end of both texts. */
    private static String difference(String expected, String actual) {
        List<String> old = expected.lines().toList();
        List<String> now = actual.lines().toList();
        int start = 0;
        while (start < Math.min(old.size(), now.size()) && old.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(old.size(), now.size()) - start
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        List<String> lines = new ArrayList<>(List.of("@@ line " + (start + 1) + " @@"));
        old.subList(start, old.size() - end).forEach(line -> lines.add("- " + line));
        now.subList(start, now.size() - end).forEach(line -> lines.add("+ " + line));
        int shown = Math.min(MOST_LINES, lines.size());
        return String.join("\n", lines.subList(0, shown)) + (shown < lines.size() ? "\n…" : "");
    }
}
