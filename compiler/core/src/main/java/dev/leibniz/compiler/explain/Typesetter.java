package dev.leibniz.compiler.explain;

import dev.leibniz.compiler.op.Notation;
import dev.leibniz.compiler.op.Notation.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets expressions as mathematics: fractions, powers, sums, cases instead of operators and calls. */
final class Typesetter {
    private static final Map<String, String> SIGNS =
            Map.of("-", "−", "<=", "≤", ">=", "≥", "==", "=", "!=", "≠", "&&", "∧", "||", "∨", "!", "¬", "*", "⊙");

    /** Functions that are written as a sign with a range under it. */
    private static final Map<String, String> LARGE = Map.of("sum", "∑", "prod", "∏");

    /** How tightly parts bind, in steps of those of the text, with room between them. */
    private static final int STEP = 10;

    private static final int LOOSE = STEP * Notation.CHOICE;
    /** A sum's sign reaches over a product, but not over a sum. */
    private static final int LARGE_SIGN = STEP * Notation.SUM;

    private static final int PRODUCT = STEP * Notation.PRODUCT;
    /** Factors side by side, which bind more tightly than those with a sign between them. */
    private static final int MATRICES = PRODUCT + STEP / 2;

    private static final int SIGN = STEP * Notation.SIGN;
    private static final int POWER = STEP * Notation.POWER;
    private static final int FRACTION = POWER + STEP / 2;
    private static final int ATOM = STEP * Notation.ATOM;

    private static final Pattern NUMBER = Pattern.compile("(-?\\d+(?:\\.\\d+)?)([eE](-?\\d+))?");
    private static final Pattern NUMBERED = Pattern.compile("(\\p{L}+)(\\d+)");
    private static final Pattern SIZES = Pattern.compile("[\\w +*/()-]*[+*/-][\\w +*/()-]*");
    private static final Pattern PREFIXED = Pattern.compile("(next|at first) (.+)");

    private final Typesetting set;

    Typesetter(Typesetting set) {
        this.set = set;
    }

    /** The line {@code name = expression}, with that sign between the two. */
    String equation(Equation equation, String equals) {
        return set.row(name(equation.name()), equals, whole(equation.expression()));
    }

    /** A name: the cotangent of {@code h.W} is a W with a bar, and {@code h} as its index. */
    private String name(String name) {
        Matcher prefixed = PREFIXED.matcher(name);
        if (prefixed.matches()) {
            return set.row(set.words(prefixed.group(1) + " "), name(prefixed.group(2)));
        }
        boolean isBar = name.endsWith(Derivation.BAR) && name.length() > Derivation.BAR.length();
        String path = isBar ? name.substring(0, name.length() - Derivation.BAR.length()) : name;
        int dot = path.lastIndexOf('.');
        String own = path.substring(dot + 1);
        Matcher numbered = NUMBERED.matcher(own);
        List<String> indices = new ArrayList<>();
        if (numbered.matches()) {
            own = numbered.group(1);
            indices.add(set.number(numbered.group(2)));
        }
        if (dot >= 0) {
            indices.add(set.words((indices.isEmpty() ? "" : " ") + path.substring(0, dot)));
        }
        String base = isBar ? set.bar(set.variable(own)) : set.variable(own);
        return indices.isEmpty() ? base : set.subscript(base, set.row(indices.toArray(String[]::new)));
    }

    /**
     * Markup with how tightly its outermost part binds to the eye, which is not always as tightly as its text does: {@code sum(x)} needs no brackets in text, a
     * sum's sign needs them in a product.
     */
    private record Part(String markup, int strength) {}

    private String whole(Notation notation) {
        return part(notation).markup();
    }

    private String within(Notation notation, int strength) {
        return within(part(notation), strength);
    }

    private String within(Part part, int strength) {
        return part.strength() < strength ? set.fenced("(", part.markup(), ")") : part.markup();
    }

    private Part part(Notation notation) {
        Form form = notation.form();
        if (form instanceof Form.Call call) {
            return call(call);
        } else if (form instanceof Form.Named named) {
            return new Part(set.row(set.words(named.name()), set.operator("="), whole(named.value())), LOOSE);
        } else if (form instanceof Form.Items items) {
            return new Part(set.fenced("[", list(items.items()), "]"), ATOM);
        } else if (form instanceof Form.Infix infix) {
            return infix(infix, STEP * notation.strength());
        } else if (form instanceof Form.Prefix prefix) {
            return new Part(set.row(set.sign(sign(prefix.operator())), within(prefix.operand(), SIGN)), SIGN);
        } else if (form instanceof Form.Raised raised) {
            return new Part(set.superscript(within(raised.base(), ATOM), whole(raised.exponent())), POWER);
        } else if (form instanceof Form.Choice) {
            return new Part(set.cases(cases(notation)), LOOSE);
        } else if (form instanceof Form.Index index) {
            String subscripts = set.fenced("[", list(index.subscripts()), "]");
            return new Part(set.row(within(index.of(), ATOM), subscripts), ATOM);
        } else if (form instanceof Form.Transposed transposed) {
            return new Part(set.transposed(within(transposed.of(), ATOM)), ATOM);
        }
        return atom(notation);
    }

    private Part atom(Notation notation) {
        String text = notation.text();
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            return number(number);
        } else if (text.equals("Infinity") || text.equals("-Infinity")) {
            String sign = text.replace("-", "−").replace("Infinity", "∞");
            return new Part(set.number(sign), text.startsWith("-") ? SIGN : ATOM);
        } else if (text.matches("[\\p{L}_][\\p{L}\\d_.\\[\\]]*")) {
            return new Part(name(text), ATOM);
        }
        return new Part(SIZES.matcher(text).matches() ? sizes(text) : set.words(text), STEP * notation.strength());
    }

    /** {@code 1.5E-8} is 1.5·10⁻⁸. */
    private Part number(Matcher number) {
        String mantissa = number.group(1).replace('-', '−');
        int strength = mantissa.startsWith("−") ? SIGN : ATOM;
        if (number.group(3) == null) {
            return new Part(set.number(mantissa), strength);
        }
        String power =
                set.superscript(set.number("10"), set.number(number.group(3).replace('-', '−')));
        return mantissa.matches("1(\\.0)?")
                ? new Part(power, POWER)
                : new Part(set.row(set.number(mantissa), set.operator("·"), power), Math.min(PRODUCT, strength));
    }

    /** Arithmetic of sizes: {@code 2*N + 1}. */
    private String sizes(String text) {
        List<String> parts = new ArrayList<>();
        for (String word : text.replace(" ", "").split("(?<=\\W)|(?=\\W)")) {
            if (word.matches("\\d+")) {
                parts.add(set.number(word));
            } else if (word.equals("*")) {
                parts.add(set.space());
            } else {
                parts.add(word.matches("\\w+") ? name(word) : set.operator(sign(word)));
            }
        }
        return set.row(parts.toArray(String[]::new));
    }

    private static String sign(String operator) {
        return SIGNS.getOrDefault(operator, operator);
    }

    private Part infix(Form.Infix infix, int strength) {
        if (infix.operator().equals("/")) {
            return new Part(set.fraction(whole(infix.left()), whole(infix.right())), FRACTION);
        }
        boolean isMatrices = infix.operator().equals("@");
        int own = isMatrices ? MATRICES : strength;
        String left = within(infix.left(), own);
        Part second = part(infix.right());
        // A sign behind an operator stands in brackets.
        String right = within(second, second.strength() == SIGN ? ATOM : own + 1);
        if (isMatrices) {
            return new Part(set.row(left, set.space(), right), own);
        }
        boolean isScaled = infix.operator().equals("*") && (isNumber(infix.left()) || isNumber(infix.right()));
        return new Part(set.row(left, set.operator(isScaled ? "·" : sign(infix.operator())), right), own);
    }

    private static boolean isNumber(Notation notation) {
        return NUMBER.matcher(notation.text()).matches();
    }

    private List<Typesetting.Case> cases(Notation notation) {
        List<Typesetting.Case> cases = new ArrayList<>();
        Notation rest = notation;
        while (rest.form() instanceof Form.Choice choice) {
            cases.add(new Typesetting.Case(whole(choice.yes()), whole(choice.condition())));
            rest = choice.no();
        }
        cases.add(new Typesetting.Case(whole(rest), ""));
        return cases;
    }

    private String list(List<Notation> items) {
        List<String> parts = new ArrayList<>();
        for (Notation item : items) {
            if (!parts.isEmpty()) {
                parts.add(set.words(", "));
            }
            parts.add(whole(item));
        }
        return set.row(parts.toArray(String[]::new));
    }

    // -- functions

    private Part call(Form.Call call) {
        Map<String, Notation> named = new LinkedHashMap<>();
        List<Notation> plain = new ArrayList<>();
        for (Notation argument : call.arguments()) {
            if (argument.form() instanceof Form.Named each) {
                named.put(each.name(), each.value());
            } else {
                plain.add(argument);
            }
        }
        if (plain.size() == 1 && named.isEmpty()) {
            Notation x = plain.get(0);
            switch (call.name()) {
                case "exp":
                    return new Part(set.superscript(set.variable("e"), whole(x)), POWER);
                case "sqrt":
                    return new Part(set.root(whole(x)), ATOM);
                case "abs":
                    return new Part(set.fenced("|", whole(x), "|"), ATOM);
                case "sigmoid":
                    return new Part(set.row(set.variable("σ"), set.fenced("(", whole(x), ")")), ATOM);
                default:
                    break;
            }
        }
        if (call.name().equals("einsum")) {
            return contraction(call);
        } else if (call.name().equals("reshape") && plain.get(1).text().equals("[]")) {
            return part(plain.get(0));
        } else if (LARGE.containsKey(call.name())) {
            return reduction(LARGE.get(call.name()), plain.get(0), named);
        }
        return new Part(set.row(function(call.name(), named), set.fenced("(", list(plain), ")")), ATOM);
    }

    /** A function, with its axis as an index. */
    private String function(String name, Map<String, Notation> named) {
        String words = set.words(name);
        return named.isEmpty() ? words : set.subscript(words, options(named));
    }

    private String options(Map<String, Notation> named) {
        List<String> parts = new ArrayList<>();
        named.forEach((name, value) -> {
            parts.add(set.words((parts.isEmpty() ? "" : ", ") + name + " "));
            parts.add(whole(value));
        });
        return set.row(parts.toArray(String[]::new));
    }

    private Part reduction(String sign, Notation x, Map<String, Notation> named) {
        String operator = set.large(sign);
        return new Part(
                set.row(named.isEmpty() ? operator : set.under(operator, options(named)), within(x, PRODUCT)),
                LARGE_SIGN);
    }

    /** A product summed over the labels that the result has not: each operand with its labels as an index. */
    private Part contraction(Form.Call call) {
        String[] sides = call.arguments().get(0).text().replace("\"", "").split("->", -1);
        String[] labels = sides[0].split(",", -1);
        String summed = sides[0].chars()
                .filter(c -> c != ',' && sides[1].indexOf(c) < 0)
                .distinct()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        List<String> parts = new ArrayList<>();
        if (!summed.isEmpty()) {
            parts.add(set.under(set.large("∑"), set.variable(summed)));
        }
        for (int k = 0; k < labels.length; k++) {
            if (k > 0) {
                parts.add(set.space());
            }
            Notation factor = call.arguments().get(k + 1);
            parts.add(
                    labels[k].isEmpty()
                            ? within(factor, ATOM)
                            : set.subscript(set.fenced("(", whole(factor), ")"), set.variable(labels[k])));
        }
        String all = set.row(parts.toArray(String[]::new));
        return sides[1].isEmpty()
                ? new Part(all, summed.isEmpty() ? MATRICES : LARGE_SIGN)
                : new Part(set.subscript(set.fenced("(", all, ")"), set.variable(sides[1])), ATOM);
    }
}
