package dev.leibniz.compiler.explain;

import dev.leibniz.compiler.ir.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers and formulas for people: digits in groups of three, and what free sizes are taken to be where a formula says too little. */
public record Figures(Map<String, Long> sizes) {
    private static final long TYPICAL = 64;

    /** {@code , max(b, c))}, where the arguments have no parentheses within parentheses. */
    private static final Pattern INNER_MAXIMUM = Pattern.compile(", max\\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\)\\)");

    /** Figures for one size more, or for another value of it. */
    public Figures with(String name, long value) {
        Map<String, Long> more = new LinkedHashMap<>(sizes);
        more.put(name, value);
        return new Figures(more);
    }

    public static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** The formula as it is, {@code 9,673*N + 2}; of more than two, {@code max(a, b, c)}. */
    public static String formula(Size size) {
        String formula = size.toString();
        for (String nested = ""; !nested.equals(formula); ) {
            nested = formula;
            formula = INNER_MAXIMUM.matcher(formula).replaceAll(", $1)");
        }
        StringBuilder text = new StringBuilder();
        for (String part : formula.split("(?<=\\W)|(?=\\W)")) {
            text.append(part.matches("\\d+") ? number(Long.parseLong(part)) : part);
        }
        return text.toString();
    }

    /** What the formula is with the sizes given, or typical ones. */
    public long value(Size size) {
        return size.evaluate(name -> sizes.getOrDefault(name, TYPICAL));
    }

    /** {@code 1.04}: how many times as large the one is. */
    public String ratio(Size size, Size of) {
        return String.format(Locale.ROOT, "%.2f", (double) value(size) / value(of));
    }

    /** The sizes that are taken for the free ones: {@code N = 64, T = 64}. */
    public String assumed(List<String> freeSizes) {
        return String.join(
                ", ",
                freeSizes.stream()
                        .map(name -> name + " = " + number(sizes.getOrDefault(name, TYPICAL)))
                        .toList());
    }
}
