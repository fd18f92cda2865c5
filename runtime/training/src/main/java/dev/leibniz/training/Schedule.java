package dev.leibniz.training;

/** The learning rate of each step. */
@FunctionalInterface
public interface Schedule {
    /**
     * The rate of a step.
     *
     * @param step its number, from 0
     * @param steps how many there will be, if training is not stopped early
     */
    double rate(long step, long steps);

    /** Always the same. */
    static Schedule constant(double rate) {
        return (step, steps) -> rate;
    }

    /** Multiplied by {@code factor} after each {@code every} steps. */
    static Schedule step(double rate, double factor, long every) {
        if (every < 1) {
            throw new IllegalArgumentException("a rate that changes every " + every + " steps");
        }
        return (step, steps) -> rate * Math.pow(factor, step / every);
    }

    /** From one rate to another, by the same factor each step. */
    static Schedule exponential(double first, double last) {
        if (!(first > 0 && last > 0)) {
            throw new IllegalArgumentException("rates from " + first + " to " + last + ": expected more than 0");
        }
        return (step, steps) -> first * Math.pow(last / first, progress(step, steps));
    }

    /** From a rate to 0 along half a cosine (I. Loshchilov, F. Hutter, "SGDR", 2017). */
    static Schedule cosine(double rate) {
        return cosine(rate, 0);
    }

    /** From one rate to another along half a cosine. */
    static Schedule cosine(double first, double last) {
        return (step, steps) -> last + (first - last) * (1 + Math.cos(Math.PI * progress(step, steps))) / 2;
    }

    /** From near 0 up to a rate and down again along cosines: up for three tenths of all steps, from a 25th, down to a 10,000th of that (L. N. Smith, N. Topin, "Super-convergence", 2018). */
    static Schedule oneCycle(double highest) {
        return (step, steps) -> {
            double progress = progress(step, steps);
            double lowest = highest / 25;
            return progress < 0.3
                    ? highest + (lowest - highest) * (1 + Math.cos(Math.PI * progress / 0.3)) / 2
                    : lowest / 1e4 + (highest - lowest / 1e4) * (1 + Math.cos(Math.PI * (progress - 0.3) / 0.7)) / 2;
        };
    }

    /** This one, behind so many steps in which the rate grows from near 0 to this one's first. */
    default Schedule afterWarmUp(long warmUp) {
        if (warmUp < 0) {
            throw new IllegalArgumentException("a warm-up of " + warmUp + " steps");
        }
        return (step, steps) -> step < warmUp
                ? rate(0, Math.max(1, steps - warmUp)) * (step + 1) / (warmUp + 1)
                : rate(step - warmUp, Math.max(1, steps - warmUp));
    }

    private static double progress(long step, long steps) {
        return steps <= 1 ? 0 : Math.min(1, (double) step / (steps - 1));
    }
}
