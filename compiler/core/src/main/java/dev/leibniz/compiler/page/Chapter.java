package dev.leibniz.compiler.page;

import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.CompiledNetwork;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.driver.RuleReport;
import dev.leibniz.compiler.explain.Derivation;
import java.util.ArrayList;
import java.util.List;

/** What a page tells of one network. */
public record Chapter(CompiledNetwork network, Derivation derivation, RuleReport rules) {

    /**
     * One for each network of a program.
     *
     * @throws dev.leibniz.compiler.source.CompilationFailed if there are errors
     */
    public static List<Chapter> of(LeibnizCompiler compiler, CompileRequest request) {
        List<Derivation> derivations = compiler.explain(request);
        List<RuleReport> reports = compiler.rules(request);
        List<Chapter> chapters = new ArrayList<>();
        for (CompiledNetwork network : compiler.networks(request)) {
            chapters.add(new Chapter(
                    network,
                    derivations.stream()
                            .filter(each -> each.network().equals(network.name()))
                            .findFirst()
                            .orElseThrow(),
                    reports.stream()
                            .filter(each -> each.network().equals(network.name()))
                            .findFirst()
                            .orElseGet(() -> new RuleReport(network.name(), List.of()))));
        }
        return chapters;
    }
}
