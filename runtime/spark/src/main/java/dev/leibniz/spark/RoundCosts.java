package dev.leibniz.spark;

import java.util.Locale;

/**
 * What rounds have cost, and whether they were worth it.
 *
 * @param rounds how many there were
 * @param partitions how many partitions took part in each
 * @param executors how many processes these were computed by
 * @param totalSeconds all of them together
 * @param roundSeconds a round from its beginning to the updated model; the median, as the next two
 * @param workSeconds what all partitions together computed in it: what one core would take
 * @param longestSeconds what the slowest partition computed
 * @param bytesDown what each executor has to receive in a round: parameters and what else a step needs
 * @param bytesUp what each partition has to give
 * @param measuredDown what all executors received in a round as Spark counts it, compressed, with the code of tasks; the mean, as the next two
 * @param measuredUp what the driver received
 * @param measuredShuffled what executors sent each other
 */
public record RoundCosts(
        long rounds,
        int partitions,
        int executors,
        double totalSeconds,
        double roundSeconds,
        double workSeconds,
        double longestSeconds,
        long bytesDown,
        long bytesUp,
        double measuredDown,
        double measuredUp,
        double measuredShuffled) {
    /** Whether a round is shorter than one core would need for what it computes. */
    public boolean isWorthIt() {
        return roundSeconds < workSeconds;
    }

    /** What a round takes beside the slowest partition's computing. */
    public double overheadSeconds() {
        return Math.max(0, roundSeconds - longestSeconds);
    }

    /** How many times as much each partition would have to compute in a round for it to be worth it; infinite if nothing is computed at the same time. */
    public double timesToPay() {
        return workSeconds > longestSeconds
                ? overheadSeconds() / (workSeconds - longestSeconds)
                : Double.POSITIVE_INFINITY;
    }

    /** The bytes of a round in a sentence. */
    public String bytes() {
        return String.format(
                Locale.ROOT,
                "bytes a round: %,d to each of %d executors, %,d from each of %d partitions",
                bytesDown,
                executors,
                bytesUp,
                partitions);
    }

    /** The time of a round in a sentence, and what would help if it is not worth it. */
    public String verdict() {
        String times = String.format(
                Locale.ROOT,
                "a round takes %.1f ms for %.1f ms of work on one core, of which the slowest partition did %.1f ms",
                1e3 * roundSeconds,
                1e3 * workSeconds,
                1e3 * longestSeconds);
        if (isWorthIt()) {
            return String.format(Locale.ROOT, "%s: %.1f times as fast as that core", times, workSeconds / roundSeconds);
        }
        return times
                + String.format(
                        Locale.ROOT,
                        "; NOT WORTH IT: one core alone is %.1f times as fast. ",
                        roundSeconds / workSeconds)
                + (Double.isInfinite(timesToPay())
                        ? "With one partition nothing is computed at the same time"
                        : String.format(
                                Locale.ROOT,
                                "It pays from batches %.0f times as large, or from as many localSteps",
                                Math.ceil(timesToPay())));
    }
}
