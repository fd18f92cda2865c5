package dev.leibniz.compiler.op;

import dev.leibniz.compiler.kernel.Function;

/** How {@link Compare} compares; with NaN all but {@code NOT_EQUAL} are false. */
public enum Relation {
    EQUAL("==", Function.EQUAL),
    NOT_EQUAL("!=", Function.NOT_EQUAL),
    LESS("<", Function.LESS),
    LESS_EQUAL("<=", Function.LESS_EQUAL),
    GREATER(">", Function.GREATER),
    GREATER_EQUAL(">=", Function.GREATER_EQUAL);

    private final String symbol;
    private final Function function;

    Relation(String symbol, Function function) {
        this.symbol = symbol;
        this.function = function;
    }

    public String symbol() {
        return symbol;
    }

    public Function function() {
        return function;
    }

    public boolean holds(double a, double b) {
        return switch (this) {
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            case LESS -> a < b;
            case LESS_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_EQUAL -> a >= b;
        };
    }
}
