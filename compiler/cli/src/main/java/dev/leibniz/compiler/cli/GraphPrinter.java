package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.driver.PassListener;
import dev.leibniz.compiler.driver.PassedGraph;
import dev.leibniz.compiler.source.Spelling;
import java.util.List;

/** Prints graphs as chosen passes leave them, while the compiler runs. */
final class GraphPrinter implements PassListener {
    private static final String ALL = "all";

    private final List<String> passes;
    private final Console console;
    private String separator = "";

    /**
     * @param passes names of passes, or {@code all}
     * @throws Failure if there is no pass of a name
     */
    GraphPrinter(List<String> passes, Console console) {
        this.passes = passes;
        this.console = console;
        passes.forEach(GraphPrinter::require);
    }

    private static void require(String pass) {
        List<String> known = LeibnizCompiler.passes();
        if (!pass.equals(ALL) && !known.contains(pass)) {
            String passes = "the passes are " + String.join(", ", known) + "; " + ALL + " stands for each of them";
            throw Spelling.closest(pass, known)
                    .map(closest -> Failure.usage(
                            "no-such-pass",
                            "there is no pass `" + pass + "`",
                            "did you mean `" + closest + "`?",
                            passes))
                    .orElse(Failure.usage("no-such-pass", "there is no pass `" + pass + "`", passes));
        }
    }

    @Override
    public void passed(PassedGraph graph) {
        if (passes.contains(ALL) || passes.contains(graph.pass())) {
            console.out().print(separator);
            graph.lines().forEach(console.out()::println);
            separator = System.lineSeparator();
        }
    }
}
