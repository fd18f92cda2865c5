package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompiledNetwork;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.runtime.NonFiniteException;
import dev.leibniz.runtime.io.FileProblem;
import dev.leibniz.runtime.io.Safetensors;
import dev.leibniz.runtime.io.StoredTensor;
import dev.leibniz.runtime.kernel.Simd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a network once. */
@Command(
        name = "run",
        description = "Compiles a network and runs it forward and backward once on the tensors of a file.",
        mixinStandardHelpOptions = true,
        versionProvider = Nnc.Version.class)
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The .nn file.")
    private Path file = Path.of("");

    @Option(
            names = "--in",
            paramLabel = "IN.safetensors",
            required = true,
            description = "Inputs by name, parameters and states by path; missing ones are initialised.")
    private Path in = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "OUT.safetensors",
            required = true,
            description = "Receives output.NAME, metric.NAME, loss, and grad.NAME of parameters and float inputs.")
    private Path out = Path.of("");

    @Option(names = "--network", paramLabel = "NAME", description = "Which network, if the file has several.")
    private @Nullable String network;

    @Option(names = "--seed", paramLabel = "SEED", description = "For initialising parameters. Default: 0.")
    private long seed;

    @Option(names = "--training", description = "Makes `training` true.")
    private boolean training;

    @Option(
            names = "--steps",
            paramLabel = "K",
            description =
                    "Also trains K steps on the same tensors and writes loss.history, the parameters and the states.")
    private @Nullable Integer steps;

    @Option(
            names = "--debug-nans",
            description =
                    "Stops at the first number that is NaN or infinite, and tells its tensor, index, formula and line.")
    private boolean debugNans;

    @Mixin
    private CompilerArguments arguments = new CompilerArguments();

    private final Console console;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (steps != null && steps < 0) {
            throw Failure.usage("usage", "--steps must be a number from 0 on, found " + steps);
        }
        SourceFiles sources = SourceFiles.read(List.of(file));
        CompileOptions options = arguments.options(Simd.available()).withAllKept(debugNans);
        NetworkChoice choice = new NetworkChoice(file, Optional.ofNullable(network));
        CompiledNetwork observed = choice.of(new Reports(console)
                .compiler()
                .observed(sources.request(training ? options.withTraining(true) : options)));
        RunTensors tensors = RunTensors.bind(observed, in.toString(), read(), arguments.sizes());
        tensors.unused()
                .forEach(name -> new Reports(console)
                        .print(List.of(Diagnostic.warning(
                                "unused-tensor",
                                Span.none(),
                                in + " holds `" + name + "`, which is no input, parameter or state of "
                                        + observed.name()))));
        List<StoredTensor> results = new ArrayList<>();
        try {
            results.addAll(start(observed, tensors).predict());
            if (steps != null) {
                CompiledNetwork trained = choice.of(new LeibnizCompiler().networks(sources.request(options)));
                results.addAll(train(trained, tensors, steps));
            }
        } catch (NonFiniteException e) {
            throw Failure.of("not-finite", e.getMessage());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Failure.of("bad-value", in + ": " + e.getMessage());
        }
        write(results);
        return 0;
    }

    private List<StoredTensor> train(CompiledNetwork trained, RunTensors tensors, int count) {
        if (trained.code().updates().isEmpty()) {
            throw Failure.of("no-rule", trained.name() + " has no loss or no `train` statement, --steps needs both");
        }
        return start(trained, tensors).train(count);
    }

    private RunningModel start(CompiledNetwork compiled, RunTensors tensors) {
        return RunningModel.start(compiled, tensors, seed, debugNans);
    }

    private Map<String, StoredTensor> read() {
        if (!Files.isRegularFile(in)) {
            throw Failure.usage("no-such-file", "there is no file " + in);
        }
        try {
            return Safetensors.read(in).tensors();
        } catch (IOException e) {
            throw Failure.of("bad-tensors", e.getMessage());
        }
    }

    private void write(List<StoredTensor> results) {
        try {
            Safetensors.write(out, Map.of(), results);
        } catch (IOException e) {
            throw Failure.usage("unwritable-file", new FileProblem(e).writing(out));
        }
    }
}
