package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.explain.Derivation;
import dev.leibniz.compiler.rewrite.Rewriting;
import dev.leibniz.compiler.rewrite.Rule;
import dev.leibniz.compiler.rewrite.Safety;
import dev.leibniz.compiler.roll.Rolling;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.compiler.semantics.Facts;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.StandardLibrary;
import dev.leibniz.compiler.source.CompilationFailed;
import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.syntax.Parser;
import dev.leibniz.compiler.syntax.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The compiler as one call: source files in, Java files and diagnostics out. */
public final class LeibnizCompiler {
    private final Consumer<Diagnostic> warnings;

    public LeibnizCompiler() {
        this(warning -> {});
    }

    /**
     * A compiler whose calls that give something else than diagnostics are heard as well.
     *
     * @param warnings hears what is odd about how the compiler was called, such as a value for a size that no network has
     */
    public LeibnizCompiler(Consumer<Diagnostic> warnings) {
        this.warnings = warnings;
    }

    /** The names of the passes over each graph, in their order. */
    public static List<String> passes() {
        return Passes.names();
    }

    /** The names of all rules. */
    public static List<String> rules() {
        return names(rule -> true);
    }

    /** The names of rules that run unless they are turned off, and can be. */
    public static List<String> optionalRules() {
        return names(rule -> rule.safety() != Safety.UNSAFE && !rule.isNeeded());
    }

    /** The names of rules that run only if they are turned on. */
    public static List<String> unsafeRules() {
        return names(rule -> rule.safety() == Safety.UNSAFE);
    }

    private static List<String> names(Predicate<Rule> wanted) {
        return Rewriting.rules().stream()
                .filter(wanted)
                .map(Rule::name)
                .sorted()
                .toList();
    }

    /** Compiles every network of the sources. A program with errors gives all of them and no file. */
    public CompileResult compile(CompileRequest request) {
        return compile(request, new PassListener() {});
    }

    /** The same, with someone who hears of the passes. */
    public CompileResult compile(CompileRequest request, PassListener listener) {
        Diagnostics diagnostics = new Diagnostics();
        Timings timings = new Timings();
        List<NetworkCode> networks = List.of();
        List<GeneratedFile> files = List.of();
        try {
            Programs programs = timings.time("parse", () -> parse(request, diagnostics));
            List<NetworkCode> codes =
                    Pipeline.networks(programs, request.options(), new Watch(timings, listener), diagnostics);
            List<GeneratedFile> emitted = timings.time("emit", () -> Pipeline.files(codes, request.options()));
            diagnostics.throwIfErrors();
            networks = codes;
            files = emitted;
        } catch (CompilationFailed failure) {
            failure.diagnostics().forEach(diagnostics::report);
        }
        return new CompileResult(files, networks, timings, sorted(diagnostics.all(), request));
    }

    /** All errors and warnings of the sources, without generating anything. */
    public List<Diagnostic> check(CompileRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        try {
            Pipeline.check(parse(request, diagnostics), request.options(), diagnostics);
        } catch (CompilationFailed failure) {
            failure.diagnostics().forEach(diagnostics::report);
        }
        return sorted(diagnostics.all(), request);
    }

    /** All that is known of the sources as they are, errors and warnings too, without generating anything. Mistakes in the text are told before others. */
    public Analysis analyse(CompileRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        Programs programs =
                new Programs(parse(request.sources(), diagnostics), parse(request.libraries(), diagnostics));
        List<Diagnostic> syntax = diagnostics.all();
        boolean isWritten = !diagnostics.hasErrors();
        Facts facts = Facts.about(Set.copyOf(request.sources()));
        Pipeline.analyse(programs, request.options(), diagnostics, facts);
        List<Program> libraries = new ArrayList<>(programs.libraries());
        libraries.addAll(StandardLibrary.programs());
        return new Analysis(
                programs.sources(), libraries, facts, isWritten ? sorted(diagnostics.all(), request) : syntax);
    }

    /**
     * Compares the gradients of every network that has a loss with central differences.
     *
     * @param freeSizes values of free sizes, by name; those not given are 3, 4, …
     * @throws CompilationFailed if there are errors
     */
    public List<GradientReport> checkGradients(CompileRequest request, Map<String, Long> freeSizes, long seed) {
        Diagnostics diagnostics = new Diagnostics();
        List<GradientReport> reports = new ArrayList<>();
        List<Network> networks = Pipeline.trainingNetworks(parse(request, diagnostics), request.options(), diagnostics);
        warn(diagnostics);
        for (Network turns : networks) {
            Network network = Rolling.roll(List.of(turns)).get(0);
            network.loss()
                    .ifPresent(loss -> reports.add(
                            new GradientChecker(network, loss, GradientChecker.MOST_IN_ALL).check(freeSizes, seed)));
        }
        return reports;
    }

    /**
     * Every network for callers that run it at once: as applications use it.
     *
     * @throws CompilationFailed if there are errors
     */
    public List<CompiledNetwork> networks(CompileRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        List<NetworkCode> codes =
                Pipeline.networks(parse(request, diagnostics), request.options(), Watch.silent(), diagnostics);
        warn(diagnostics);
        return codes.stream()
                .map(code -> Pipeline.compiled(code.name(), code, request.options()))
                .toList();
    }

    /**
     * Every network with all that can be asked of it as outputs of prediction: {@code output.NAME}, {@code metric.NAME}, {@code loss}, and {@code grad.NAME} for
     * every float input; its gradients are those of the same pass. Its class is called as the network with {@code Observed} behind.
     *
     * @throws CompilationFailed if there are errors
     */
    public List<CompiledNetwork> observed(CompileRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        List<NetworkCode> codes = Pipeline.observed(parse(request, diagnostics), request.options(), diagnostics);
        warn(diagnostics);
        return codes.stream()
                .map(code -> Pipeline.compiled(
                        code.name().substring(0, code.name().length() - NetworkPipeline.OBSERVED.length()),
                        code,
                        request.options()))
                .toList();
    }

    /**
     * How every network's derivatives come about.
     *
     * @throws CompilationFailed if there are errors
     */
    public List<Derivation> explain(CompileRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        List<Network> networks = Pipeline.trainingNetworks(parse(request, diagnostics), request.options(), diagnostics);
        warn(diagnostics);
        return networks.stream().map(Explainer::explain).toList();
    }

    /**
     * Which rules rewrite the graphs of every network.
     *
     * @throws CompilationFailed if there are errors
     */
    public List<RuleReport> rules(CompileRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        RuleCounts counts = new RuleCounts();
        Watch watch = new Watch(new Timings(), counts);
        Pipeline.networks(parse(request, diagnostics), request.options(), watch, diagnostics);
        warn(diagnostics);
        return counts.reports();
    }

    /** What is said of no place in a file is about the options; the rest `check` tells. */
    private void warn(Diagnostics diagnostics) {
        diagnostics.all().stream()
                .filter(diagnostic -> diagnostic.span().isNone())
                .forEach(warnings);
    }

    private static Programs parse(CompileRequest request, Diagnostics diagnostics) {
        Programs programs =
                new Programs(parse(request.sources(), diagnostics), parse(request.libraries(), diagnostics));
        diagnostics.throwIfErrors();
        return programs;
    }

    private static List<Program> parse(List<SourceFile> files, Diagnostics diagnostics) {
        return files.stream().map(file -> Parser.parse(file, diagnostics)).toList();
    }

    /** File by file as they were given, in a file by place. */
    private static List<Diagnostic> sorted(List<Diagnostic> diagnostics, CompileRequest request) {
        List<SourceFile> order = new ArrayList<>(request.sources());
        order.addAll(request.libraries());
        return diagnostics.stream()
                .sorted(Comparator.<Diagnostic>comparingInt(
                                diagnostic -> order.indexOf(diagnostic.span().file()))
                        .thenComparingInt(diagnostic -> diagnostic.span().start()))
                .toList();
    }

    /** The parsed sources, and the parsed files that they may import. */
    record Programs(List<Program> sources, List<Program> libraries) {}
}
