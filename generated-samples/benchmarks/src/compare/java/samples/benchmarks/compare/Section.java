package samples.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a file between two marks. */
final class Section {
    private static final String BEGIN = "<!-- figures -->\n";
    private static final String END = "<!-- /figures -->";

    private Section() {}

    /** Writes the file again with another text there. */
    static void replace(Path file, String text) throws IOException {
        String old = Files.readString(file);
        int begin = old.indexOf(BEGIN);
        int end = old.indexOf(END, begin);
        if (begin < 0 || end < 0) {
            throw new IOException(file + " has no lines " + BEGIN.strip() + " and " + END);
        }
        Files.writeString(file, old.substring(0, begin + BEGIN.length()) + "\n" + text + "\n" + old.substring(end));
    }
}
