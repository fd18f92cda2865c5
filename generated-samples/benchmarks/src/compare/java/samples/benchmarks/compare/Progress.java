package samples.benchmarks.compare;

/** What the person who waits may read. */
final class Progress {
    private Progress() {}

    static void say(String text) {
        System.err.println("compare: " + text);
    }
}
