package dev.leibniz.compiler.op;

import java.util.ArrayList;
import java.util.List;

/**
 * An expression as mathematics: its text with its binding strength, so that parentheses stand only where they are needed, and how it is made up, for those who set it
 * otherwise.
 *
 * @param text the expression in `.nn` syntax
 * @param strength how tightly its outermost operator binds
 */
public record Notation(String text, int strength, Form form) {
    public static final int CHOICE = 0;
    public static final int OR = 1;
    public static final int AND = 2;
    public static final int COMPARISON = 3;
    public static final int SUM = 4;
    public static final int PRODUCT = 5;
    public static final int SIGN = 6;
    public static final int POWER = 7;
    public static final int ATOM = 8;

    /** The outermost part of an expression, with its operands. */
    public sealed interface Form {
        /** A name, a number, or text that nothing is known about. */
        record Atom() implements Form {}

        /** {@code name(a, b)}. */
        record Call(String name, List<Notation> arguments) implements Form {}

        /** {@code name = value}, an argument. */
        record Named(String name, Notation value) implements Form {}

        /** {@code [a, b]}. */
        record Items(List<Notation> items) implements Form {}

        /** {@code left op right}. */
        record Infix(Notation left, String operator, Notation right) implements Form {}

        /** {@code op x}. */
        record Prefix(String operator, Notation operand) implements Form {}

        /** {@code base^exponent}. */
        record Raised(Notation base, Notation exponent) implements Form {}

        /** {@code condition ? yes : no}. */
        record Choice(Notation condition, Notation yes, Notation no) implements Form {}

        /** {@code x[i, j]}. */
        record Index(Notation of, List<Notation> subscripts) implements Form {}

        /** {@code x'}. */
        record Transposed(Notation of) implements Form {}
    }

    public static Notation atom(String text) {
        return new Notation(text, ATOM, new Form.Atom());
    }

    /** Text whose outermost operator binds so tightly. */
    public static Notation text(String text, int strength) {
        return new Notation(text, strength, new Form.Atom());
    }

    /** {@code name(a, b)}; what is no notation stands as its text. */
    public static Notation call(String name, Object... arguments) {
        List<Notation> parts = notations(arguments);
        return new Notation(name + "(" + joined(parts) + ")", ATOM, new Form.Call(name, parts));
    }

    /** {@code name = value}, as an argument. */
    public static Notation named(String name, Object value) {
        Notation notation = notation(value);
        return new Notation(name + " = " + notation.text, CHOICE, new Form.Named(name, notation));
    }

    /** {@code [a, b]}. */
    public static Notation items(List<Notation> items) {
        return new Notation("[" + joined(items) + "]", ATOM, new Form.Items(List.copyOf(items)));
    }

    /** {@code left op right} of an operator that groups to the left. */
    public static Notation infix(Notation left, String operator, Notation right, int strength) {
        String text = left.within(strength) + " " + operator + " " + right.within(strength + 1);
        return new Notation(text, strength, new Form.Infix(left, operator, right));
    }

    /** {@code op x}. */
    public static Notation prefix(String operator, Notation operand) {
        return new Notation(operator + operand.within(SIGN), SIGN, new Form.Prefix(operator, operand));
    }

    /** {@code base^exponent}, which groups to the right. */
    public static Notation raised(Notation base, Notation exponent) {
        return new Notation(base.within(ATOM) + "^" + exponent.within(POWER), POWER, new Form.Raised(base, exponent));
    }

    /** {@code condition ? yes : no}. */
    public static Notation choice(Notation condition, Notation yes, Notation no) {
        String text = condition.within(OR) + " ? " + yes.within(OR) + " : " + no.within(CHOICE);
        return new Notation(text, CHOICE, new Form.Choice(condition, yes, no));
    }

    /** {@code x[i, j]}. */
    public static Notation index(Notation of, Object... subscripts) {
        List<Notation> parts = notations(subscripts);
        return new Notation(of.within(ATOM) + "[" + joined(parts) + "]", ATOM, new Form.Index(of, parts));
    }

    /** {@code x'}. */
    public static Notation transposed(Notation of) {
        return new Notation(of.within(ATOM) + "'", ATOM, new Form.Transposed(of));
    }

    private static List<Notation> notations(Object... parts) {
        List<Notation> notations = new ArrayList<>();
        for (Object part : parts) {
            notations.add(notation(part));
        }
        return List.copyOf(notations);
    }

    private static Notation notation(Object part) {
        return part instanceof Notation notation ? notation : atom(part.toString());
    }

    private static String joined(List<Notation> parts) {
        return String.join(", ", parts.stream().map(Notation::text).toList());
    }

    /** The text as an operand of an operator of this strength: in parentheses if it binds less tightly. */
    public String within(int outer) {
        return strength < outer ? "(" + text + ")" : text;
    }
}
