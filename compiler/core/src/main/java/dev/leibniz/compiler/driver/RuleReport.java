package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.explain.TextLines;
import dev.leibniz.compiler.rewrite.Safety;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which rules were applied to the graphs of a network, on their way through the passes.
 *
 * @param rules by pass in the order of passes, then those applied most often first
 */
public record RuleReport(String network, List<Applied> rules) {
    private static final int WIDTH = 118;
    private static final int MOST_LINES = 12;

    /**
     * A rule in a pass.
     *
     * @param times how often it was applied, in all plans together
     * @param places the lines of `.nn` source that its values come from, by file
     * @param example {@code before → after}, the shortest of those whose sides differ
     */
    public record Applied(
            String pass, String rule, Safety safety, int times, Map<String, TreeSet<Integer>> places, String example) {
        String where() {
            List<String> files = new ArrayList<>();
            new TreeMap<>(places).forEach((file, lines) -> {
                List<String> shown =
                        lines.stream().limit(MOST_LINES).map(String::valueOf).toList();
                int hidden = lines.size() - shown.size();
                files.add(file + ":" + String.join(", ", shown) + (hidden > 0 ? " and " + hidden + " more" : ""));
            });
            return String.join("; ", files);
        }
    }

    public RuleReport {
        rules = List.copyOf(rules);
    }

    /** The whole as lines of text. */
    public List<String> text() {
        List<String> text = new ArrayList<>();
        text.add("network " + network + (rules.isEmpty() ? ": no rule was applied" : ""));
        int names = rules.stream().mapToInt(rule -> rule.rule().length()).max().orElse(0);
        int times = rules.stream()
                .mapToInt(rule -> number(rule.times()).length())
                .max()
                .orElse(0);
        String pass = "";
        for (Applied rule : rules) {
            if (!rule.pass().equals(pass)) {
                pass = rule.pass();
                text.add("");
                text.add("  " + pass);
            }
            String safety = rule.safety().name().toLowerCase(Locale.ROOT);
            String head = "    %-" + names + "s  %-6s  %" + times + "s %-5s  ";
            text.addAll(TextLines.wrapped(
                    String.format(
                            head, rule.rule(), safety, number(rule.times()), rule.times() == 1 ? "time" : "times"),
                    rule.where(),
                    WIDTH));
            text.addAll(TextLines.wrapped("      ", rule.example(), WIDTH));
        }
        return text;
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
