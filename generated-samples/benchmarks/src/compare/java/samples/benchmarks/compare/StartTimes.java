package samples.benchmarks.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Milliseconds from the start of a JVM to its end: of one whose main does nothing, and of one that predicts once with {@code Tiny}, both with and without
 * SIMD vectors, in turns.
 */
record StartTimes(Options options, Figures figures) {
    /** A start takes a fraction of a second, so there can be many. */
    private static final int TURNS_A_ROUND = 4;

    void measure(List<Side> ours) throws IOException, InterruptedException {
        for (Side side : ours) {
            Progress.say("starts of " + side.name());
            for (int i = 0; i < TURNS_A_ROUND * options.rounds(); i++) {
                turn(side, i, "plain", List.of());
                turn(side, i, "SIMD", Sides.SIMD);
            }
        }
    }

    private void turn(Side side, int round, String kind, List<String> flags) throws IOException, InterruptedException {
        String java = side.command().get(0);
        double empty = millis(java, flags, EmptyMain.class.getName());
        double first = millis(java, flags, FirstPrediction.class.getName());
        figures.add(new Figures.Key(side.name(), kind, "empty main"), round, empty);
        figures.add(new Figures.Key(side.name(), kind, "first prediction"), round, first);
        figures.add(new Figures.Key(side.name(), kind, "difference"), round, first - empty);
    }

    private static double millis(String java, List<String> flags, String main)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(flags);
        command.addAll(List.of("-classpath", Sides.ourClassPath(), main));
        ProcessBuilder builder = Child.builder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        long begin = System.nanoTime();
        int code = builder.start().waitFor();
        double millis = (System.nanoTime() - begin) / 1e6;
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with code " + code);
        }
        return millis;
    }
}
