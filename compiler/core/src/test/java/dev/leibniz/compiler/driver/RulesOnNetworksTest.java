package dev.leibniz.compiler.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.leibniz.compiler.rewrite.RuleClasses;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.syntax.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rule that no network needs is no rule: each is applied to a sample, to a layer or loss of the standard library, or to a network that people would write. */
final class RulesOnNetworksTest {
    private static final List<Path> FOLDERS = List.of(
            Path.of("../../generated-samples"),
            Path.of("src/test/resources/yardsticks"),
            Path.of("src/test/resources/reference"),
            Path.of("src/test/resources/networks"));

    @Test
    void everyRuleIsAppliedToSomeNetwork() throws IOException {
        RuleCounts counts = new RuleCounts();
        List<SourceFile> sources = sources(FOLDERS);
        LibraryEntry.all().forEach(entry -> sources.add(new SourceFile("Net.nn", entry.text())));
        for (SourceFile source : sources) {
            compile(source, CompileOptions.DEFAULTS, new Watch(new Timings(), counts));
        }
        TreeSet<String> silent = new TreeSet<>(RuleClasses.names());
        silent.removeAll(LeibnizCompiler.unsafeRules());
        silent.removeAll(applied(counts));

        assertThat(silent).isEmpty();
    }

    /** A rule that something relies on is no option. Networks that it is not applied to are the same without it. */
    @Test
    void networksCompileWithoutAnyOneRule() throws IOException {
        for (SourceFile source : sources(List.of(Path.of("src/test/resources/networks")))) {
            RuleCounts all = new RuleCounts();
            compile(source, CompileOptions.DEFAULTS, new Watch(new Timings(), all));
            Set<String> rules = applied(all);
            rules.retainAll(LeibnizCompiler.optionalRules());
            for (String rule : rules) {
                CompileOptions options = CompileOptions.DEFAULTS.withRules(new RuleChoice(Set.of(rule), Set.of()));
                RuleCounts counts = new RuleCounts();
                assertThatCode(() -> compile(source, options, new Watch(new Timings(), counts)))
                        .as("%s without %s", source.name(), rule)
                        .doesNotThrowAnyException();
                assertThat(applied(counts)).doesNotContain(rule);
            }
        }
    }

    /** Unsafe rules are applied where they are asked for. */
    @Test
    void anUnsafeRuleIsAppliedIfItIsTurnedOn() {
        SourceFile source = new SourceFile("Net.nn", """
                package t;
                network Net { size N; input x: float[N]; output y = x / x + 0 * x; }
                """);
        RuleCounts without = new RuleCounts();
        compile(source, CompileOptions.DEFAULTS, new Watch(new Timings(), without));
        RuleCounts with = new RuleCounts();
        RuleChoice unsafe = new RuleChoice(Set.of(), Set.copyOf(LeibnizCompiler.unsafeRules()));
        compile(source, CompileOptions.DEFAULTS.withRules(unsafe), new Watch(new Timings(), with));

        assertThat(applied(without)).doesNotContainAnyElementsOf(LeibnizCompiler.unsafeRules());
        assertThat(applied(with)).contains("FoldMultiplyByZero", "FoldSelfQuotient");
    }

    private static Set<String> applied(RuleCounts counts) {
        Set<String> applied = new TreeSet<>();
        counts.reports().forEach(report -> report.rules().forEach(rule -> applied.add(rule.rule())));
        return applied;
    }

    private static void compile(SourceFile source, CompileOptions options, Watch watch) {
        Diagnostics diagnostics = new Diagnostics();
        LeibnizCompiler.Programs programs =
                new LeibnizCompiler.Programs(List.of(Parser.parse(source, diagnostics)), List.of());
        Pipeline.files(Pipeline.networks(programs, options, watch, diagnostics), options);
    }

    private static List<SourceFile> sources(List<Path> folders) throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(RulesOnNetworksTest::isSource).sorted().toList()) {
                    sources.add(new SourceFile(
                            file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8)));
                }
            }
        }
        return sources;
    }

    private static boolean isSource(Path file) {
        String path = file.toString();
        return path.endsWith(".nn") && !path.contains("/target/") && !path.contains("/it/");
    }
}
