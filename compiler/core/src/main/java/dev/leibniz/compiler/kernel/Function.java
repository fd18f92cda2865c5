package dev.leibniz.compiler.kernel;

/** What a scalar expression can apply: one machine or library function of one or two scalars. Comparisons and logic give bool. */
public enum Function {
    NEGATE(1),
    EXP(1),
    LOG(1),
    LOG1P(1),
    EXPM1(1),
    SQRT(1),
    ABS(1),
    SIGN(1),
    FLOOR(1),
    ROUND(1),
    SIN(1),
    COS(1),
    TANH(1),
    SIGMOID(1),
    ERF(1),
    NOT(1),
    ADD(2),
    SUBTRACT(2),
    MULTIPLY(2),
    DIVIDE(2),
    POWER(2),
    MINIMUM(2),
    MAXIMUM(2),
    EQUAL(2),
    NOT_EQUAL(2),
    LESS(2),
    LESS_EQUAL(2),
    GREATER(2),
    GREATER_EQUAL(2),
    AND(2),
    OR(2);

    private final int arity;

    Function(int arity) {
        this.arity = arity;
    }

    public int arity() {
        return arity;
    }

    /** Whether the result is a bool. */
    public boolean isPredicate() {
        return this == NOT || ordinal() >= EQUAL.ordinal();
    }

    /** Whether one evaluation costs about as much as ten additions or more. */
    public boolean isExpensive() {
        return switch (this) {
            case EXP, LOG, LOG1P, EXPM1, SIN, COS, TANH, SIGMOID, ERF, POWER -> true;
            default -> false;
        };
    }
}
