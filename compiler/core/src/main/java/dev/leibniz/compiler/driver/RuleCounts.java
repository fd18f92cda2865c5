package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.explain.Replacement;
import dev.leibniz.compiler.rewrite.Firing;
import dev.leibniz.compiler.rewrite.Rule;
import dev.leibniz.compiler.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts which rules are applied to the graphs of networks. */
final class RuleCounts implements PassListener {
    /** The best example is looked for among this many. */
    private static final int EXAMPLES = 50;

    private record Key(String pass, String rule) {}

    /** What is known of a rule in a pass so far. */
    private static final class Count {
        private final Rule rule;
        private final Map<String, TreeSet<Integer>> places = new TreeMap<>();
        private int times;
        private Optional<Replacement> example = Optional.empty();

        private Count(Rule rule) {
            this.rule = rule;
        }

        private void add(Firing firing) {
            times++;
            Span origin = firing.before().origin();
            if (!origin.isNone()) {
                places.computeIfAbsent(origin.file().name(), file -> new TreeSet<>())
                        .add(origin.line());
            }
            if (times <= EXAMPLES) {
                Replacement next = Replacement.of(firing.graph(), firing.before(), firing.after());
                boolean better = example.map(next::isBetterThan).orElse(true);
                example = better ? Optional.of(next) : example;
            }
        }
    }

    private final Map<String, Map<Key, Count>> networks = new LinkedHashMap<>();

    @Override
    public void passed(PassedGraph graph) {
        networks.computeIfAbsent(graph.network(), name -> new LinkedHashMap<>());
    }

    @Override
    public void fired(String network, String plan, Firing firing) {
        networks.computeIfAbsent(network, name -> new LinkedHashMap<>())
                .computeIfAbsent(new Key(firing.phase(), firing.rule().name()), key -> new Count(firing.rule()))
                .add(firing);
    }

    /** A report for each network that has been through the passes, in their order. */
    List<RuleReport> reports() {
        List<String> passes = Passes.names();
        List<RuleReport> reports = new ArrayList<>();
        networks.forEach((network, counts) -> {
            List<RuleReport.Applied> rules = new ArrayList<>();
            counts.forEach((key, count) -> rules.add(new RuleReport.Applied(
                    key.pass(),
                    key.rule(),
                    count.rule.safety(),
                    count.times,
                    count.places,
                    count.example.map(Replacement::text).orElse(""))));
            rules.sort(Comparator.<RuleReport.Applied>comparingInt(rule -> passes.indexOf(rule.pass()))
                    .thenComparing(RuleReport.Applied::times, Comparator.reverseOrder())
                    .thenComparing(RuleReport.Applied::rule));
            reports.add(new RuleReport(network, rules));
        });
        return reports;
    }
}
