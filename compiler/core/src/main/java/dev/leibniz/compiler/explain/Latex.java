package dev.leibniz.compiler.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Formulas as LaTeX, for {@code amsmath}. */
public final class Latex implements Typesetting {
    private static final Typesetter TYPESETTER = new Typesetter(new Latex());

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("−", "-"),
            Map.entry("≤", "\\le"),
            Map.entry("≥", "\\ge"),
            Map.entry("≠", "\\ne"),
            Map.entry("∧", "\\land"),
            Map.entry("∨", "\\lor"),
            Map.entry("¬", "\\lnot "),
            Map.entry("⊙", "\\odot"),
            Map.entry("·", "\\cdot"),
            Map.entry("∑", "\\sum"),
            Map.entry("∏", "\\prod"));

    /** Letters that a font of LaTeX lacks outside of mathematics. */
    private static final String GREEK = "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩ";

    private static final String[] GREEK_NAMES =
            ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho"
                            + " sigma tau upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega")
                    .split(" ");

    private Latex() {}

    /** A document of derivations, for any LaTeX that reads UTF-8. */
    public static List<String> document(List<Derivation> derivations) {
        List<String> lines = new ArrayList<>(List.of(
                "\\documentclass{article}",
                "\\usepackage[a4paper,landscape,margin=15mm]{geometry}",
                "\\usepackage{amsmath,amssymb}",
                "\\allowdisplaybreaks",
                "\\begin{document}"));
        for (Derivation derivation : derivations) {
            lines.add("");
            lines.add("\\section*{Network " + escaped(derivation.network()) + "}");
            align(lines, derivation.forward().stream().map(Latex::of).toList());
            if (!derivation.backward().isEmpty()) {
                lines.add("Derivatives of the loss: a bar marks that by what is under it, of the same shape.");
                align(lines, derivation.backward().stream().map(Latex::step).toList());
            }
        }
        lines.add("");
        lines.add("\\end{document}");
        return lines;
    }

    private static void align(List<String> lines, List<String> rows) {
        if (!rows.isEmpty()) {
            lines.add("\\begin{align*}");
            for (int i = 0; i < rows.size(); i++) {
                lines.add("  " + rows.get(i) + (i < rows.size() - 1 ? " \\\\" : ""));
            }
            lines.add("\\end{align*}");
        }
    }

    private static String of(Equation equation) {
        return "\\quad ".repeat(equation.depth()) + TYPESETTER.equation(equation, " &= ");
    }

    private static String step(Derivation.Step step) {
        String through =
                step.through().isEmpty() ? "" : " && \\text{\\footnotesize through " + escaped(step.through()) + "}";
        return of(step.equation()) + through;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\textbackslash ")
                .replaceAll("([_#%&${}])", "\\\\$1")
                .replace("^", "\\textasciicircum ");
    }

    private static String written(String sign) {
        return SIGNS.getOrDefault(sign, sign);
    }

    @Override
    public String variable(String name) {
        StringBuilder letters = new StringBuilder();
        for (char letter : name.toCharArray()) {
            int greek = GREEK.indexOf(letter);
            if (greek < 0 && letter > '~') {
                return words(name);
            }
            letters.append(greek < 0 ? escaped(String.valueOf(letter)) : "\\" + GREEK_NAMES[greek] + " ");
        }
        return name.length() == 1 ? letters.toString().strip() : "\\mathit{" + letters + "}";
    }

    @Override
    public String number(String digits) {
        return digits.replace('−', '-').replace("∞", "\\infty");
    }

    @Override
    public String words(String text) {
        return "\\text{" + escaped(text) + "}";
    }

    @Override
    public String operator(String sign) {
        return " " + written(sign) + " ";
    }

    @Override
    public String sign(String sign) {
        return written(sign);
    }

    @Override
    public String row(String... parts) {
        return String.join("", parts);
    }

    @Override
    public String space() {
        return "\\,";
    }

    @Override
    public String fraction(String above, String below) {
        return "\\frac{" + above + "}{" + below + "}";
    }

    @Override
    public String root(String of) {
        return "\\sqrt{" + of + "}";
    }

    @Override
    public String superscript(String base, String exponent) {
        return "{" + base + "}^{" + exponent + "}";
    }

    @Override
    public String subscript(String base, String index) {
        return "{" + base + "}_{" + index + "}";
    }

    @Override
    public String under(String operator, String below) {
        return operator + "_{" + below + "}";
    }

    @Override
    public String bar(String base) {
        return "\\overline{" + base + "}";
    }

    @Override
    public String transposed(String base) {
        return "{" + base + "}^{\\top}";
    }

    @Override
    public String large(String sign) {
        return written(sign) + " ";
    }

    @Override
    public String fenced(String open, String body, String close) {
        return "\\left" + open + body + "\\right" + close;
    }

    @Override
    public String cases(List<Case> cases) {
        StringBuilder rows = new StringBuilder();
        for (Case each : cases) {
            String condition = each.condition().isEmpty() ? words("otherwise") : words("if ") + each.condition();
            rows.append(rows.length() == 0 ? "" : " \\\\ ")
                    .append(each.value())
                    .append(" & ")
                    .append(condition);
        }
        return "\\begin{cases}" + rows + "\\end{cases}";
    }
}
