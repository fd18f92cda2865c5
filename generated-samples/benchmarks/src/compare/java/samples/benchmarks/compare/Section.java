package samples.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a file between two marks. */
final class Section {
    private Section() {}

    /**
     * Writes the file again with another text there.
     *
     * @param name what the marks say
     */
    static void replace(Path file, String name, String text) throws IOException {
        String first = "<!-- " + name + " -->\n";
        String last = "<!-- /" + name + " -->";
        String old = Files.readString(file);
        int begin = old.indexOf(first);
        int end = old.indexOf(last, begin);
        if (begin < 0 || end < 0) {
            throw new IOException(file + " has no lines " + first.strip() + " and " + last);
        }
        Files.writeString(file, old.substring(0, begin + first.length()) + "\n" + text + "\n" + old.substring(end));
    }
}
