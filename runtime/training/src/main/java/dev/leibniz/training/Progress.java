package dev.leibniz.training;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Shows how training goes on. */
public interface Progress {
    /** Shows nothing. */
    Progress NONE = new Progress() {};

    /**
     * Some steps of an epoch are done.
     *
     * @param epoch from 0
     * @param done the share of the epoch
     * @param metrics the names of the network's metrics
     * @param means the loss, then the metrics, each the mean of the epoch so far
     * @param rowsPerSecond since training began
     * @param secondsLeft until all epochs are done, at that speed
     */
    default void stepped(
            int epoch,
            int epochs,
            double done,
            List<String> metrics,
            double[] means,
            double rowsPerSecond,
            double secondsLeft) {}

    /** Something that is said once: where training goes on, why it ends. */
    default void note(String text) {}

    /** An epoch is done, the last of the history. */
    default void finished(History history, int epochs, double rowsPerSecond) {}

    /** A measured number as people read it: with four places behind the point, or as a power of ten where that would show too few digits or too many. */
    static String number(double value) {
        double size = Math.abs(value);
        boolean isUsual = size == 0 || size >= 1e-3 && size < 1e6 || !Double.isFinite(value);
        return String.format(Locale.ROOT, isUsual ? "%.4f" : "%.3e", value);
    }

    /** A line that is renewed on a terminal, a line for each epoch otherwise. */
    static Progress toConsole() {
        return to(System.out);
    }

    /** The same by another way to where {@code System.out} leads. */
    static Progress to(PrintStream out) {
        String terminal = System.getenv("TERM");
        int version = Runtime.version().feature();
        // From 22 to 24 there is a console even if output goes into a file.
        boolean isTerminal = System.console() != null && (version < 22 || version > 24);
        return new Lines(out, isTerminal && terminal != null && !terminal.equals("dumb"));
    }

    /** Lines of text. */
    final class Lines implements Progress {
        private static final long RENEWED_NANOS = 100_000_000;

        private final PrintStream out;
        private final boolean isTerminal;
        private long shown;

        /** @param isTerminal whether a line can be renewed */
        public Lines(PrintStream out, boolean isTerminal) {
            this.out = out;
            this.isTerminal = isTerminal;
        }

        @Override
        public void stepped(
                int epoch,
                int epochs,
                double done,
                List<String> metrics,
                double[] means,
                double rowsPerSecond,
                double secondsLeft) {
            if (isTerminal && System.nanoTime() - shown > RENEWED_NANOS) {
                shown = System.nanoTime();
                StringBuilder line = new StringBuilder("\r\u001b[K");
                line.append(String.format(Locale.ROOT, "epoch %d/%d  %3.0f %%", epoch + 1, epochs, 100 * done));
                line.append(History.text("", metrics, means));
                line.append("  ").append(rounded(rowsPerSecond)).append(" rows/s  ");
                out.print(line.append(duration(secondsLeft)).append(" left"));
                out.flush();
            }
        }

        @Override
        public void note(String text) {
            out.println((isTerminal ? "\r\u001b[K" : "") + text);
        }

        @Override
        public void finished(History history, int epochs, double rowsPerSecond) {
            int last = history.epochs().size() - 1;
            StringBuilder line = new StringBuilder(isTerminal ? "\r\u001b[K" : "");
            line.append("epoch ").append(last + 1).append('/').append(epochs).append(history.text(last));
            out.println(line.append("  ").append(rounded(rowsPerSecond)).append(" rows/s"));
        }

        private static String rounded(double number) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }

        private static String duration(double seconds) {
            long whole = Math.round(Math.min(seconds, 1e9));
            return whole >= 3600
                    ? String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
                    : String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
        }
    }
}
