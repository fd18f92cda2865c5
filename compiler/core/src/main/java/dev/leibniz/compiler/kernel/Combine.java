package dev.leibniz.compiler.kernel;

/** How a reduction joins two partial results, with the value it starts from. */
public enum Combine {
    SUM(Function.ADD, 0),
    PRODUCT(Function.MULTIPLY, 1),
    MAXIMUM(Function.MAXIMUM, Double.NEGATIVE_INFINITY),
    MINIMUM(Function.MINIMUM, Double.POSITIVE_INFINITY);

    private final Function function;
    private final double identity;

    Combine(Function function, double identity) {
        this.function = function;
        this.identity = identity;
    }

    public Function function() {
        return function;
    }

    /** The result of reducing nothing. */
    public double identity() {
        return identity;
    }
}
