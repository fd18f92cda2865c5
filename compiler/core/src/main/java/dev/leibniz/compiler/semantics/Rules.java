package dev.leibniz.compiler.semantics;

/**
 * What the rules of expressions need from each other, one for each graph being built.
 *
 * @param training the value of {@code training}
 */
record Rules(
        Reporter reporter,
        Arithmetic arithmetic,
        Operators operators,
        Contractions contractions,
        Subscripts subscripts,
        Requirements requirements,
        DrawNumbers draws,
        Checkpoints checkpoints,
        OptimizerLimits limits,
        boolean training) {
    /** The most axes that a tensor may have. */
    static final int MOST_AXES = 16;

    static Rules ofNetwork(Reporter reporter, Requirements requirements, DrawNumbers draws, boolean training) {
        return with(reporter, requirements, draws, OptimizerLimits.none(reporter), training);
    }

    static Rules ofOptimizer(Reporter reporter, boolean training) {
        return with(reporter, new Requirements(), DrawNumbers.none(), OptimizerLimits.ofOptimizer(reporter), training);
    }

    private static Rules with(
            Reporter reporter, Requirements requirements, DrawNumbers draws, OptimizerLimits limits, boolean training) {
        Arithmetic arithmetic = new Arithmetic(reporter);
        return new Rules(
                reporter,
                arithmetic,
                new Operators(reporter, arithmetic),
                new Contractions(reporter),
                new Subscripts(reporter, requirements),
                requirements,
                draws,
                new Checkpoints(),
                limits,
                training);
    }
}
