package dev.leibniz.compiler.explain;

import java.util.List;

/** Formulas as MathML Core, which browsers draw by themselves. */
public final class MathMl implements Typesetting {
    private static final Typesetter TYPESETTER = new Typesetter(new MathMl());

    private MathMl() {}

    /** The element {@code math} of a line. */
    public static String of(Equation equation) {
        return "<math displaystyle=\"true\">" + TYPESETTER.equation(equation, "<mo>=</mo>") + "</math>";
    }

    private static String element(String tag, String... children) {
        return "<" + tag + ">" + String.join("", children) + "</" + tag + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public String variable(String name) {
        return element("mi", escaped(name));
    }

    @Override
    public String number(String digits) {
        return element("mn", escaped(digits));
    }

    @Override
    public String words(String text) {
        return element("mtext", escaped(text.replace(' ', '\u00A0')));
    }

    @Override
    public String operator(String sign) {
        return element("mo", escaped(sign));
    }

    @Override
    public String sign(String sign) {
        return "<mo form=\"prefix\">" + escaped(sign) + "</mo>";
    }

    @Override
    public String row(String... parts) {
        return parts.length == 1 ? parts[0] : element("mrow", parts);
    }

    @Override
    public String space() {
        return "<mspace width=\"0.2em\"></mspace>";
    }

    @Override
    public String fraction(String above, String below) {
        return element("mfrac", above, below);
    }

    @Override
    public String root(String of) {
        return element("msqrt", of);
    }

    @Override
    public String superscript(String base, String exponent) {
        return element("msup", base, exponent);
    }

    @Override
    public String subscript(String base, String index) {
        return element("msub", base, index);
    }

    @Override
    public String under(String operator, String below) {
        return element("munder", operator, below);
    }

    @Override
    public String bar(String base) {
        // A border is as wide as what is under it, in every font; an operator above would need one that stretches.
        return "<mrow class=\"bar\">" + base + "</mrow>";
    }

    @Override
    public String transposed(String base) {
        return element("msup", base, element("mo", "⊤"));
    }

    @Override
    public String large(String sign) {
        return "<mo largeop=\"true\" movablelimits=\"false\">" + sign + "</mo>";
    }

    @Override
    public String fenced(String open, String body, String close) {
        return element(
                "mrow",
                "<mo form=\"prefix\" fence=\"true\">" + open + "</mo>",
                body,
                "<mo form=\"postfix\" fence=\"true\">" + close + "</mo>");
    }

    @Override
    public String cases(List<Case> cases) {
        StringBuilder rows = new StringBuilder();
        for (Case each : cases) {
            String condition =
                    each.condition().isEmpty() ? words("otherwise") : element("mrow", words("if "), each.condition());
            rows.append(element("mtr", element("mtd", each.value()), element("mtd", condition)));
        }
        return element("mrow", "<mo form=\"prefix\" fence=\"true\">{</mo>", element("mtable", rows.toString()));
    }
}
