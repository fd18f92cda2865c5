package dev.leibniz.compiler.randomprogram;

import dev.leibniz.compiler.driver.GeneratedFile;
import dev.leibniz.compiler.driver.InMemoryJavac;
import dev.leibniz.compiler.source.CompilationFailed;
import dev.leibniz.compiler.source.CompilerBug;
import dev.leibniz.compiler.source.Severity;
import dev.leibniz.runtime.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Holds programs to it: interpreted before and after rewriting and as generated code they compute the same. Many go through one run of javac. */
final class Checker {
    private static final List<int[]> SIZES = List.of(
            new int[] {3, 2},
            new int[] {1, 1},
            new int[] {2, 5},
            new int[] {5, 1},
            new int[] {1, 3},
            new int[] {4, 4},
            new int[] {9, 2},
            new int[] {3, 17});

    /** How often rules were applied in all programs. */
    final Map<String, Integer> fired = new TreeMap<>();

    private static final class Entry {
        final String text;
        final long seed;
        Optional<Prepared> prepared = Optional.empty();
        Optional<Verdict> verdict = Optional.empty();

        Entry(String text, long seed) {
            this.text = text;
            this.seed = seed;
        }
    }

    /** What comes of each program; its seed chooses values and variants. */
    List<Verdict> check(List<String> texts, List<Long> seeds) {
        List<Entry> entries = new ArrayList<>();
        for (int k = 0; k < texts.size(); k++) {
            entries.add(new Entry(texts.get(k), seeds.get(k)));
        }
        entries.forEach(this::prepare);
        List<Entry> compiled = entries.stream().filter(e -> e.verdict.isEmpty()).toList();
        if (compiled.isEmpty()) {
            return entries.stream().map(entry -> entry.verdict.orElseThrow()).toList();
        }
        try {
            InMemoryJavac.Classes classes = javac(compiled.stream());
            compiled.forEach(entry -> entry.verdict = Optional.of(compare(entry, models(entry, classes))));
        } catch (CompilerBug oneOfThem) {
            compiled.forEach(this::alone);
        }
        return entries.stream().map(entry -> entry.verdict.orElseThrow()).toList();
    }

    Verdict check(String text, long seed) {
        return check(List.of(text), List.of(seed)).get(0);
    }

    private void prepare(Entry entry) {
        try {
            Prepared prepared = Prepared.of(entry.text, entry.seed);
            prepared.fired().forEach((rule, count) -> fired.merge(rule, count, Integer::sum));
            entry.prepared = Optional.of(prepared);
            // Without generated code at first: that costs nothing.
            entry.verdict = Optional.of(compare(entry, Map.of())).filter(Verdict::isFailure);
        } catch (CompilationFailed wrong) {
            String message = wrong.diagnostics().stream()
                    .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                    .map(Object::toString)
                    .findFirst()
                    .orElse("");
            entry.verdict = Optional.of(new Verdict(Verdict.Kind.REFUSED, "refused", message));
        } catch (RuntimeException | StackOverflowError fault) {
            entry.verdict = Optional.of(Verdict.fails(
                    "compiler", fault instanceof RuntimeException e ? e : new CompilerBug("stack overflow", fault)));
        }
    }

    private static InMemoryJavac.Classes javac(Stream<Entry> entries) {
        List<GeneratedFile> files = entries.flatMap(entry -> entry.prepared.orElseThrow().files().stream())
                .toList();
        return InMemoryJavac.ofRuntime().orElseThrow().compile(files);
    }

    private void alone(Entry entry) {
        try {
            entry.verdict = Optional.of(compare(entry, models(entry, javac(Stream.of(entry)))));
        } catch (CompilerBug refused) {
            entry.verdict = Optional.of(Verdict.fails("javac", refused));
        }
    }

    // -- comparison

    private static Map<Prepared.Variant, Model> models(Entry entry, InMemoryJavac.Classes classes) {
        Map<Prepared.Variant, Model> models = new LinkedHashMap<>();
        entry.prepared
                .orElseThrow()
                .networks()
                .forEach((variant, network) ->
                        models.put(variant, classes.initialise(network.className(), Point.DRAWS)));
        return models;
    }

    private static Verdict compare(Entry entry, Map<Prepared.Variant, Model> models) {
        Prepared prepared = entry.prepared.orElseThrow();
        Verdict verdict = Verdict.AGREES;
        for (int k = 0; k < 2; k++) {
            int[] sizes = SIZES.get((int) Math.floorMod(entry.seed + 2L * k + k, (long) SIZES.size()));
            Map<String, Long> named = new LinkedHashMap<>(Map.of("N", (long) sizes[0], "T", (long) sizes[1]));
            try {
                for (boolean training : new boolean[] {false, true}) {
                    Verdict one = new Comparison(prepared, named, entry.seed + k, training).verdict(models);
                    if (one.isFailure()) {
                        return one;
                    }
                    verdict = verdict.kind() == Verdict.Kind.SKIPPED ? verdict : one;
                }
            } catch (RuntimeException fault) {
                return Verdict.fails("run", fault);
            }
        }
        return verdict;
    }
}
