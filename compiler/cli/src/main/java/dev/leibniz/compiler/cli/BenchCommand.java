package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.CompiledNetwork;
import dev.leibniz.compiler.driver.InMemoryJavac;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.Workers;
import dev.leibniz.runtime.kernel.Simd;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how long a network takes. */
@Command(
        name = "bench",
        description = "Measures predictions, gradients and training steps on random inputs. One JSON object a line.",
        mixinStandardHelpOptions = true,
        versionProvider = Nnc.Version.class)
final class BenchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The .nn file.")
    private Path file = Path.of("");

    @Option(names = "--network", paramLabel = "NAME", description = "Which network. Default: all of the file.")
    private @Nullable String network;

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            description = "How long each is measured, after as long to warm up. Default: ${DEFAULT-VALUE}.")
    private double seconds = 2;

    @Option(
            names = "--threads",
            paramLabel = "THREADS",
            description = "How many threads share the work where that gains. Default: ${DEFAULT-VALUE}.")
    private int threads = 1;

    @Option(names = "--plain", description = "Without SIMD, as where the Vector API is missing.")
    private boolean plain;

    @Mixin
    private CompilerArguments arguments = new CompilerArguments();

    private final Console console;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!(seconds > 0 && seconds <= 3600)) {
            throw Failure.usage("usage", "--seconds must be more than 0 and at most 3600, found " + seconds);
        }
        if (threads < 1) {
            throw Failure.usage("usage", "--threads must be at least 1, found " + threads);
        }
        InMemoryJavac javac = InMemoryJavac.ofRuntime().orElseThrow(RunningModel::noCompiler);
        List<CompiledNetwork> networks = new Reports(console)
                .compiler()
                .networks(SourceFiles.read(List.of(file)).request(arguments.options(Simd.available() && !plain)));
        if (network != null) {
            networks = List.of(new NetworkChoice(file, Optional.of(network)).of(networks));
        } else if (networks.isEmpty()) {
            throw Failure.of("no-network", file + " declares no network");
        }
        for (CompiledNetwork each : networks) {
            measure(each, javac.compile(each.files()).initialise(each.className(), 1));
        }
        return 0;
    }

    private void measure(CompiledNetwork compiled, Model model) {
        model.setWorkers(Workers.of(threads));
        NetworkCode code = compiled.code();
        Figures figures = new Figures(arguments.sizes());
        Workload load = Workload.random(code, figures);
        int[] sizes = load.sizes();
        if (!code.outputs().isEmpty()) {
            Object[] inputs = load.inputs(model.predictionInputs());
            Object[] outputs = load.outputs();
            report(compiled, "predict", code.predict(), figures, () -> model.predict(inputs, sizes, outputs));
        }
        if (code.train().isEmpty()) {
            return;
        }
        Plan train = code.train().orElseThrow();
        Object[] inputs = load.inputs();
        Object gradient = load.gradient();
        report(compiled, "forward_backward", train, figures, () -> model.lossAndGradient(inputs, sizes, gradient));
        if (!code.updates().isEmpty()) {
            Model.Training training = model.training(sizes);
            report(compiled, "step", train, figures, () -> training.step(inputs, sizes));
        }
    }

    private void report(CompiledNetwork compiled, String what, Plan plan, Figures figures, Runnable operation) {
        Stopwatch.Result time;
        try {
            time = Stopwatch.measure(operation, seconds);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Failure.of("bad-value", compiled.name() + ": " + e.getMessage());
        } catch (OutOfMemoryError e) {
            throw Failure.of(
                    "out-of-memory",
                    compiled.name() + " with " + figures.assumed(compiled.code().freeSizes()) + " does not fit into "
                            + Figures.number(Runtime.getRuntime().maxMemory()) + " bytes",
                    "choose smaller sizes, or give Java more with JAVA_TOOL_OPTIONS=-Xmx…");
        }
        Size flops = plan.flops();
        console.out()
                .printf(
                        Locale.ROOT,
                        "{\"network\": \"%s\", \"sizes\": {%s}, \"threads\": %d, \"what\": \"%s\", "
                                + "\"micros_median\": %.3f, \"micros_min\": %.3f, \"gflops\": %.3f}%n",
                        compiled.name(),
                        sizes(compiled.code(), figures),
                        threads,
                        what,
                        time.medianMicros(),
                        time.leastMicros(),
                        figures.value(flops) / time.medianMicros() / 1e3);
    }

    private static String sizes(NetworkCode code, Figures figures) {
        return code.freeSizes().stream()
                .map(name -> Map.entry(name, figures.value(Size.symbol(name))))
                .map(size -> "\"" + size.getKey() + "\": " + size.getValue())
                .collect(Collectors.joining(", "));
    }
}
