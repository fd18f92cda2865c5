package dev.leibniz.compiler.randomprogram;

import java.util.Iterator;
import java.util.function.Predicate;

/** Makes a program smaller as long as it keeps failing. */
final class Shrinker {
    private static final int MOST_TRIALS = 500;

    private Shrinker() {}

    static RandomProgram shrink(RandomProgram program, Predicate<RandomProgram> fails) {
        RandomProgram smallest = program;
        int trials = 0;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (Iterator<RandomProgram> all = smallest.shrunk().iterator();
                    all.hasNext() && trials < MOST_TRIALS;
                    trials++) {
                RandomProgram candidate = all.next().withoutUnusedSizes();
                if (fails.test(candidate)) {
                    smallest = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }
}
