package dev.leibniz.compiler.op;

/**
 * Mathematics in plain text with its binding strength, so that parentheses stand only where they are needed.
 *
 * @param text the expression in `.nn` syntax
 * @param strength how tightly its outermost operator binds
 */
public record Notation(String text, int strength) {
    public static final int CHOICE = 0;
    public static final int OR = 1;
    public static final int AND = 2;
    public static final int COMPARISON = 3;
    public static final int SUM = 4;
    public static final int PRODUCT = 5;
    public static final int SIGN = 6;
    public static final int POWER = 7;
    public static final int ATOM = 8;

    public static Notation atom(String text) {
        return new Notation(text, ATOM);
    }

    /** {@code name(a, b)}. */
    public static Notation call(String name, Object... arguments) {
        StringBuilder text = new StringBuilder(name).append('(');
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            text.append(i == 0 ? "" : ", ").append(argument instanceof Notation n ? n.text : argument);
        }
        return atom(text.append(')').toString());
    }

    /** {@code left op right} of an operator that groups to the left. */
    public static Notation infix(Notation left, String operator, Notation right, int strength) {
        return new Notation(left.within(strength) + " " + operator + " " + right.within(strength + 1), strength);
    }

    /** The text as an operand of an operator of this strength: in parentheses if it binds less tightly. */
    public String within(int outer) {
        return strength < outer ? "(" + text + ")" : text;
    }
}
