package samples.benchmarks.compare;

/** What a JVM takes to start and to end. */
final class EmptyMain {
    private EmptyMain() {}

    /** Does nothing. */
    public static void main(String[] arguments) {}
}
