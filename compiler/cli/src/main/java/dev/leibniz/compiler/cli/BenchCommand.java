package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.CompiledNetwork;
import dev.leibniz.compiler.driver.InMemoryJavac;
import dev.leibniz.compiler.explain.Figures;
import dev.leibniz.compiler.ir.Size;
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
import java.util.function.Supplier;
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
    private static final double SECONDS = 2;
    private static final double SECONDS_OF_KERNELS = 5;

    @Parameters(paramLabel = "FILE", description = "The .nn file.")
    private Path file = Path.of("");

    @Option(names = "--network", paramLabel = "NAME", description = "Which network. Default: all of the file.")
    private @Nullable String network;

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            description = "How long each is measured, after as long to warm up. Default: 2, with --kernels 5.")
    private @Nullable Double seconds;

    @Option(
            names = "--threads",
            paramLabel = "THREADS",
            description = "How many threads share the work where that gains. Default: ${DEFAULT-VALUE}.")
    private int threads = 1;

    @Option(
            names = "--plain",
            description = "Without SIMD, as where the Vector API is missing. Networks in double never use it.")
    private boolean plain;

    @Option(
            names = "--kernels",
            description = {
                "A table of where the time of a training step goes instead, or of a prediction if there is no loss: "
                        + "calls of each kernel, share of the time, FLOPs and bytes a second, and these as a share of "
                        + "what one thread of this machine can do (arithmetic in registers, memory that no cache "
                        + "holds, both measured before), times the number of threads; beyond 100 %% data come from "
                        + "caches.",
                "Times are shares of samples, some hundred a second and thread, of Java's flight recorder; rates of "
                        + "kernels with fewer than 20 samples are left out."
            })
    private boolean kernels;

    @Mixin
    private CompilerArguments arguments = new CompilerArguments();

    private final Console console;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!(seconds() > 0 && seconds() <= 3600)) {
            throw Failure.usage("usage", "--seconds must be more than 0 and at most 3600, found " + seconds());
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
        Optional<Machine> machine = kernels ? Optional.of(Machine.measure()) : Optional.empty();
        for (CompiledNetwork each : networks) {
            if (kernels && each != networks.get(0)) {
                console.out().println();
            }
            Model model = javac.compile(each.files()).initialise(each.className(), 1);
            machine.ifPresentOrElse(limits -> profile(each, model, limits), () -> measure(each, model));
        }
        return 0;
    }

    private double seconds() {
        return seconds != null ? seconds : kernels ? SECONDS_OF_KERNELS : SECONDS;
    }

    private void measure(CompiledNetwork compiled, Model model) {
        model.setWorkers(Workers.of(threads));
        Figures figures = new Figures(arguments.sizes());
        for (Task task : Task.of(compiled.code(), model, Workload.random(compiled.code(), figures))) {
            Stopwatch.Result time = guarded(
                    compiled, figures, () -> Stopwatch.measure(task.start().get(), seconds()));
            report(compiled, task, figures, time);
        }
    }

    /** The most comprehensive task, kernel by kernel. */
    private void profile(CompiledNetwork compiled, Model model, Machine machine) {
        model.setWorkers(Workers.of(threads));
        Figures figures = new Figures(arguments.sizes());
        List<Task> tasks = Task.of(compiled.code(), model, Workload.random(compiled.code(), figures));
        if (!tasks.isEmpty()) {
            Task last = tasks.get(tasks.size() - 1);
            guarded(compiled, figures, () -> KernelTable.of(compiled, last, figures, threads, seconds(), machine))
                    .forEach(console.out()::println);
        }
    }

    private static <T> T guarded(CompiledNetwork compiled, Figures figures, Supplier<T> measurement) {
        try {
            return measurement.get();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Failure.of("bad-value", compiled.name() + ": " + e.getMessage());
        } catch (OutOfMemoryError e) {
            throw Failure.of(
                    "out-of-memory",
                    compiled.name() + " with " + figures.assumed(compiled.code().freeSizes()) + " does not fit into "
                            + Figures.number(Runtime.getRuntime().maxMemory()) + " bytes",
                    "choose smaller sizes, or give Java more with JAVA_TOOL_OPTIONS=-Xmx…");
        }
    }

    private void report(CompiledNetwork compiled, Task task, Figures figures, Stopwatch.Result time) {
        Size flops = task.plan().flops();
        console.out()
                .printf(
                        Locale.ROOT,
                        "{\"network\": \"%s\", \"sizes\": {%s}, \"threads\": %d, \"what\": \"%s\", "
                                + "\"micros_median\": %.3f, \"micros_min\": %.3f, \"gflops\": %.3f}%n",
                        compiled.name(),
                        sizes(compiled.code(), figures),
                        threads,
                        task.what(),
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
