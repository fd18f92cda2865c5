package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.compiler.source.Diagnostic;
import java.util.List;

/**
 * What a compilation gave.
 *
 * @param files in the order of the networks; empty if there are errors
 * @param networks what each network consists of; empty if there are errors
 * @param timings how long the stages took
 * @param diagnostics all errors and warnings, file by file in the order of their places
 */
public record CompileResult(
        List<GeneratedFile> files, List<NetworkCode> networks, Timings timings, List<Diagnostic> diagnostics) {
    public CompileResult {
        networks = List.copyOf(networks);
        files = List.copyOf(files);
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
