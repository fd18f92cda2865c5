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

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE]-?\\d+)?");
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

    private String whole(Notation notation) {
        return within(notation, Notation.CHOICE);
    }

    private String within(Notation notation, int strength) {
        String body = form(notation);
        return notation.isLooserThan(strength) ? set.fenced("(", body, ")") : body;
    }

    private String form(Notation notation) {
        Form form = notation.form();
        if (form instanceof Form.Call call) {
            return call(call);
        } else if (form instanceof Form.Named named) {
            return set.row(set.words(named.name()), set.operator("="), whole(named.value()));
        } else if (form instanceof Form.Items items) {
            return set.fenced("[", list(items.items()), "]");
        } else if (form instanceof Form.Infix infix) {
            return infix(infix, notation.strength());
        } else if (form instanceof Form.Prefix prefix) {
            return set.row(set.sign(sign(prefix.operator())), within(prefix.operand(), Notation.SIGN));
        } else if (form instanceof Form.Raised raised) {
            return set.superscript(within(raised.base(), Notation.ATOM), whole(raised.exponent()));
        } else if (form instanceof Form.Choice) {
            return set.cases(cases(notation));
        } else if (form instanceof Form.Index index) {
            return set.subscript(within(index.of(), Notation.ATOM), list(index.subscripts()));
        } else if (form instanceof Form.Transposed transposed) {
            return set.transposed(within(transposed.of(), Notation.ATOM));
        }
        return atom(notation.text());
    }

    private String atom(String text) {
        if (NUMBER.matcher(text).matches()) {
            return set.number(text.replace('-', '−'));
        } else if (text.equals("Infinity") || text.equals("-Infinity")) {
            return set.number(text.replace("-", "−").replace("Infinity", "∞"));
        }
        if (text.matches("[\\p{L}_][\\p{L}\\d_.\\[\\]]*")) {
            return name(text);
        }
        return SIZES.matcher(text).matches() ? sizes(text) : set.words(text);
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

    private String infix(Form.Infix infix, int strength) {
        if (infix.operator().equals("/")) {
            return set.fraction(whole(infix.left()), whole(infix.right()));
        }
        String left = within(infix.left(), strength);
        String right = within(infix.right(), strength + 1);
        if (infix.operator().equals("@")) {
            return set.row(left, set.space(), right);
        }
        boolean isScaled = infix.operator().equals("*") && (isNumber(infix.left()) || isNumber(infix.right()));
        return set.row(left, set.operator(isScaled ? "·" : sign(infix.operator())), right);
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

    private String call(Form.Call call) {
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
                    return set.superscript(set.variable("e"), whole(x));
                case "sqrt":
                    return set.root(whole(x));
                case "abs":
                    return set.fenced("|", whole(x), "|");
                case "sigmoid":
                    return set.row(set.variable("σ"), set.fenced("(", whole(x), ")"));
                default:
                    break;
            }
        }
        if (call.name().equals("einsum")) {
            return contraction(call);
        }
        if (call.name().equals("reshape") && plain.get(1).text().equals("[]")) {
            return within(plain.get(0), Notation.PRODUCT);
        }
        if (LARGE.containsKey(call.name())) {
            return reduction(LARGE.get(call.name()), plain.get(0), named);
        }
        return set.row(function(call.name(), named), set.fenced("(", list(plain), ")"));
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

    private String reduction(String sign, Notation x, Map<String, Notation> named) {
        String operator = set.large(sign);
        return set.row(named.isEmpty() ? operator : set.under(operator, options(named)), within(x, Notation.PRODUCT));
    }

    /** A product summed over the labels that the result has not: each operand with its labels as an index. */
    private String contraction(Form.Call call) {
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
            String factor = within(call.arguments().get(k + 1), Notation.ATOM);
            parts.add(
                    labels[k].isEmpty()
                            ? factor
                            : set.subscript(set.fenced("(", factor, ")"), set.variable(labels[k])));
        }
        String all = set.row(parts.toArray(String[]::new));
        return sides[1].isEmpty() ? all : set.subscript(set.fenced("(", all, ")"), set.variable(sides[1]));
    }
}
