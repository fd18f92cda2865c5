package samples.benchmarks.compare;

/**
 * What a child is asked to measure, as its command line says it.
 *
 * @param kind {@code probe}, {@code step}, {@code predict} or {@code product}
 * @param subject the name of a network, or the rows and columns of matrices
 * @param threads how many it may use
 * @param seconds the length of a measurement
 */
record Task(String kind, String subject, int threads, double seconds) {
    static Task of(String[] arguments) {
        return new Task(arguments[0], arguments[1], Integer.parseInt(arguments[2]), Double.parseDouble(arguments[3]));
    }

    String[] arguments() {
        return new String[] {kind, subject, Integer.toString(threads), Double.toString(seconds)};
    }

    int size() {
        return Integer.parseInt(subject);
    }
}
