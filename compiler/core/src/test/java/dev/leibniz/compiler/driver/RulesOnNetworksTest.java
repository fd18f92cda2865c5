package dev.leibniz.compiler.driver;

import static org.assertj.core.api.Assertions.assertThat;

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
    /** Run only where they are asked for by name. */
    private static final Set<String> UNSAFE = Set.of("FoldMultiplyByZero", "FoldSelfQuotient");

    private static final List<Path> FOLDERS = List.of(
            Path.of("../../generated-samples"),
            Path.of("src/test/resources/yardsticks"),
            Path.of("src/test/resources/reference"),
            Path.of("src/test/resources/networks"));

    @Test
    void everyRuleIsAppliedToSomeNetwork() throws IOException {
        RuleCounts counts = new RuleCounts();
        for (SourceFile source : sources()) {
            Diagnostics diagnostics = new Diagnostics();
            LeibnizCompiler.Programs programs =
                    new LeibnizCompiler.Programs(List.of(Parser.parse(source, diagnostics)), List.of());
            Pipeline.networks(programs, CompileOptions.DEFAULTS, new Watch(new Timings(), counts), diagnostics);
        }
        TreeSet<String> silent = new TreeSet<>(RuleClasses.names());
        silent.removeAll(UNSAFE);
        counts.reports().forEach(report -> report.rules().forEach(rule -> silent.remove(rule.rule())));

        assertThat(silent).isEmpty();
    }

    private static List<SourceFile> sources() throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(RulesOnNetworksTest::isSource).sorted().toList()) {
                    sources.add(new SourceFile(
                            file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8)));
                }
            }
        }
        LibraryEntry.all().forEach(entry -> sources.add(new SourceFile("Net.nn", entry.text())));
        return sources;
    }

    private static boolean isSource(Path file) {
        String path = file.toString();
        return path.endsWith(".nn") && !path.contains("/target/") && !path.contains("/it/");
    }
}
