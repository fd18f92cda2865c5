package samples.benchmarks.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The lines that children print for their parent; {@code peer.py} prints the same. */
final class Report {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Report() {}

    /** One figure: of what network or matrix, of which kind, how much. */
    static void figure(Task task, String what, double value) {
        System.out.println("figure\t" + task.subject() + "\t" + what + "\t" + value);
    }

    /** Which engine this is, with its version. */
    static void about(String text) {
        System.out.println("about\t" + text.strip().replaceAll("\\s+", " "));
    }

    /** The memory that this process occupies now, in KiB; nothing where the system does not tell. */
    static void resident(Task task) {
        if (!Files.isReadable(STATUS)) {
            return;
        }
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith("VmRSS:")) {
                    figure(task, "resident", Double.parseDouble(line.replaceAll("[^0-9]", "")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
