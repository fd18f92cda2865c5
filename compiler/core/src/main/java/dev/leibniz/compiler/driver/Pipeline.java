package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.emit.EmittedNetwork;
import dev.leibniz.compiler.emit.Emitter;
import dev.leibniz.compiler.roll.Rolling;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.compiler.semantics.Elaborator;
import dev.leibniz.compiler.semantics.Facts;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.Options;
import dev.leibniz.compiler.source.CompilationFailed;
import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.source.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The stages behind the parser, in their order. */
final class Pipeline {
    private Pipeline() {}

    /** Every network of the sources as kernels. */
    static List<NetworkCode> networks(
            LeibnizCompiler.Programs programs, CompileOptions options, Watch watch, Diagnostics diagnostics) {
        List<Network> predicting = watch.time(
                "elaborate",
                () -> elaborate(programs, options, options.training().orElse(false), diagnostics));
        List<Network> training = watch.time(
                "elaborate",
                () -> elaborate(programs, options, options.training().orElse(true), diagnostics));
        diagnostics.throwIfErrors();
        return IntStream.range(0, predicting.size())
                .mapToObj(k -> {
                    List<Network> rolled =
                            watch.time("roll", () -> Rolling.roll(List.of(predicting.get(k), training.get(k))));
                    return counted(
                            predicting.get(k),
                            () -> NetworkPipeline.compile(
                                    rolled.get(0),
                                    rolled.get(1),
                                    options,
                                    watch.of(predicting.get(k).name())));
                })
                .toList();
    }

    /** Every network with all that can be asked of it as outputs of prediction, see {@link NetworkPipeline#observe}. */
    static List<NetworkCode> observed(
            LeibnizCompiler.Programs programs, CompileOptions options, Diagnostics diagnostics) {
        List<Network> networks = elaborate(programs, options, options.training().orElse(false), diagnostics);
        diagnostics.throwIfErrors();
        return networks.stream()
                .map(network -> counted(
                        network,
                        () -> NetworkPipeline.observe(
                                Rolling.roll(List.of(network)).get(0), options)))
                .toList();
    }

    /** What is made of a network, unless its elements or operations are more than can be counted. */
    private static NetworkCode counted(Network network, Supplier<NetworkCode> stage) {
        try {
            return stage.get();
        } catch (ArithmeticException overflow) {
            throw new CompilationFailed(List.of(Diagnostic.error(
                    "number-too-large",
                    network.span(),
                    "the network `" + network.name() + "` needs more elements or operations than 64 bits can count")));
        }
    }

    /** The classes of networks. */
    static List<GeneratedFile> files(List<NetworkCode> networks, CompileOptions options) {
        return networks.stream()
                .flatMap(code -> files(Emitter.emit(code, options.simd())).stream())
                .toList();
    }

    /** A network with its classes. */
    static CompiledNetwork compiled(String name, NetworkCode code, CompileOptions options) {
        EmittedNetwork emitted = Emitter.emit(code, options.simd());
        return new CompiledNetwork(name, code, files(emitted), emitted.kernels());
    }

    private static List<GeneratedFile> files(EmittedNetwork emitted) {
        return emitted.sources().stream()
                .map(source -> new GeneratedFile(source.path(), source.text()))
                .toList();
    }

    /** The stages that find mistakes, and nothing behind them. */
    static void check(LeibnizCompiler.Programs programs, CompileOptions options, Diagnostics diagnostics) {
        analyse(programs, options, diagnostics, Facts.none());
        diagnostics.throwIfErrors();
    }

    /** The same, with what is found out about places on the way; of programs with mistakes as far as they mean something. */
    static void analyse(
            LeibnizCompiler.Programs programs, CompileOptions options, Diagnostics diagnostics, Facts facts) {
        for (boolean training : List.of(false, true)) {
            elaborate(programs, options, options.training().orElse(training), diagnostics, facts);
        }
    }

    /** The networks of the sources as they are in a training step, in double; only if nothing was reported as an error. */
    static List<Network> trainingNetworks(
            LeibnizCompiler.Programs programs, CompileOptions options, Diagnostics diagnostics) {
        check(programs, options, diagnostics);
        CompileOptions inDouble = options.withPrecision(Precision.DOUBLE);
        return elaborate(programs, inDouble, options.training().orElse(true), diagnostics);
    }

    private static List<Network> elaborate(
            LeibnizCompiler.Programs programs, CompileOptions options, boolean training, Diagnostics diagnostics) {
        return elaborate(programs, options, training, diagnostics, Facts.none());
    }

    private static List<Network> elaborate(
            LeibnizCompiler.Programs programs,
            CompileOptions options,
            boolean training,
            Diagnostics diagnostics,
            Facts facts) {
        Optional<Boolean> doublePrecision = options.precision().map(Precision.DOUBLE::equals);
        List<Network> networks = Elaborator.elaborate(
                programs.sources(),
                programs.libraries(),
                new Options(training, options.sizes(), doublePrecision),
                diagnostics,
                facts);
        warnOfUnknownSizes(networks, options, diagnostics);
        return networks;
    }

    /** A size given from outside that no network has is a mistake there; broken networks may have lost theirs. */
    private static void warnOfUnknownSizes(List<Network> networks, CompileOptions options, Diagnostics diagnostics) {
        if (networks.isEmpty() || diagnostics.hasErrors()) {
            return;
        }
        Set<String> known = new TreeSet<>();
        for (Network network : networks) {
            known.addAll(network.fixedSizes().keySet());
            network.sizes().forEach(size -> known.add(size.name()));
        }
        for (String name : options.sizes().keySet()) {
            if (!known.contains(name)) {
                Diagnostic warning = Diagnostic.warning(
                        "unknown-size",
                        Span.none(),
                        "a value is given for the size `" + name + "`, which no network has");
                diagnostics.report(Spelling.closest(name, known)
                        .map(closest -> warning.help("did you mean `" + closest + "`?"))
                        .orElse(warning));
            }
        }
    }
}
