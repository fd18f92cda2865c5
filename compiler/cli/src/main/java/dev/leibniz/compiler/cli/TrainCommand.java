package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompiledNetwork;
import dev.leibniz.compiler.explain.Figures;
import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.io.FileProblem;
import dev.leibniz.runtime.kernel.Simd;
import dev.leibniz.training.Fit;
import dev.leibniz.training.History;
import dev.leibniz.training.Progress;
import dev.leibniz.training.Schedule;
import dev.leibniz.training.TrainingException;
import dev.leibniz.training.data.DataException;
import dev.leibniz.training.data.Dataset;
import dev.leibniz.training.data.Preparation;
import dev.leibniz.training.data.Table;
import dev.leibniz.training.page.RunPage;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a network on a table, for those who want nothing but the model. */
@Command(
        name = "train",
        description = {
            "Trains a network on a table, and leaves the model in a folder.",
            "",
            "An input of one element a row takes the column of its name, any other the columns that --input names, or all that are left over. "
                    + "Numbers are standardised, words become one element for each of them, and labels of int inputs count from 0 on in the order of "
                    + "their names. A missing number counts as the mean of its column, but must not be missing from what only the loss takes.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Nnc.Version.class)
final class TrainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The .nn file.")
    private Path file = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DATA.csv",
            required = true,
            description = "The table: commas, UTF-8, names of columns in the first line.")
    private Path data = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where model.safetensors, columns.safetensors, history.csv and run.html go. Default: model.")
    private Path out = Path.of("model");

    @Option(names = "--network", paramLabel = "NAME", description = "Which network, if the file has several.")
    private @Nullable String network;

    @Option(names = "--input", paramLabel = "INPUT=COLUMN,…", description = "The columns of an input; may be repeated.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(names = "--epochs", paramLabel = "COUNT", description = "How often each row is used. Default: 50.")
    private int epochs = 50;

    @Option(names = "--batch", paramLabel = "ROWS", description = "Rows of a step. Default: 32.")
    private int batch = 32;

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            description = "The largest rate, which falls along a cosine; the network needs a hyper rate.")
    private @Nullable Double rate;

    @Option(
            names = "--patience",
            paramLabel = "EPOCHS",
            description = "Ends after so many epochs without a smaller validation loss. Default: 10.")
    private int patience = 10;

    @Option(
            names = "--validation",
            paramLabel = "SHARE",
            description = "The share of rows to choose the best epoch by. Default: 0.15.")
    private double validation = 0.15;

    @Option(
            names = "--test",
            paramLabel = "SHARE",
            description = "The share of rows that the model is measured on at the end. Default: 0.15.")
    private double test = 0.15;

    @Option(names = "--seed", paramLabel = "SEED", description = "What all chance follows from. Default: 0.")
    private long seed;

    @Option(names = "--resume", description = "Goes on where a training with the same options was stopped.")
    private boolean resume;

    @Option(
            names = "--debug-nans",
            description =
                    "Looks at all that each step computes, and stops at the first number that is NaN or infinite; slower.")
    private boolean debugNans;

    @Option(
            names = "--live",
            paramLabel = "PORT",
            arity = "0..1",
            fallbackValue = "0",
            description = "Shows the run in a browser while it goes on.")
    private @Nullable Integer port;

    @Mixin
    private CompilerArguments arguments = new CompilerArguments();

    private final Console console;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        requireOptions();
        CompileOptions options = arguments.options(Simd.available()).withAllKept(debugNans);
        CompiledNetwork compiled = new NetworkChoice(file, Optional.ofNullable(network))
                .of(new Reports(console)
                        .compiler()
                        .networks(SourceFiles.read(List.of(file)).request(options)));
        Model model = RunningModel.model(compiled, seed);
        try {
            train(model);
            return 0;
        } catch (DataException | TrainingException | IllegalArgumentException e) {
            throw Failure.of("training", String.valueOf(e.getMessage()));
        } catch (FileSystemException e) {
            throw Failure.usage("input-output", new FileProblem(e).message());
        } catch (IOException e) {
            throw Failure.usage("input-output", e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private void requireOptions() {
        if (!(validation > 0 && test > 0 && validation + test < 1)) {
            throw Failure.usage(
                    "usage",
                    "--validation and --test must be more than 0 and together less than 1, found " + validation
                            + " and " + test);
        }
        if (!Files.exists(data)) {
            throw Failure.usage("no-such-file", "there is no file " + data);
        }
    }

    private void train(Model model) throws IOException {
        List<Table> parts = table().split(seed, 1 - validation - test, validation, test);
        TableInputs inputs = new TableInputs(model, parts.get(0), columns, arguments.sizes());
        Preparation preparation = inputs.prepare();
        List<Dataset> prepared = parts.stream().map(preparation::apply).toList();
        requireNoCheckpoints();
        inputs.text().forEach(console.out()::println);
        write(out, Files::createDirectories);
        write(out.resolve("columns.safetensors"), preparation::save);
        Fit fit = fit(model, prepared.get(0), prepared.get(1));
        History history = fit.run();
        write(out.resolve("history.csv"), history::writeCsv);
        write(out.resolve("model.safetensors"), model::save);
        Dataset unseen = prepared.get(2);
        console.out().println(results(model, unseen.rows(), fit.measure(unseen)));
        console.out().println("model in " + out);
    }

    private Table table() {
        try {
            return Table.read(data);
        } catch (IOException e) {
            throw Failure.usage("unreadable-file", "cannot read " + data + ": " + new FileProblem(e).reason());
        }
    }

    private void requireNoCheckpoints() {
        if (!resume && Fit.hasCheckpoints(checkpoints())) {
            throw Failure.usage(
                    "not-empty",
                    out + " has the checkpoints of an earlier training",
                    "go on from them with --resume, or choose another folder with --out");
        }
    }

    private interface Writer {
        void write(Path file) throws IOException;
    }

    private static void write(Path file, Writer writer) {
        try {
            writer.write(file);
        } catch (IOException e) {
            throw Failure.usage("unwritable-file", new FileProblem(e).writing(file));
        }
    }

    private Fit fit(Model model, Dataset training, Dataset validated) throws IOException {
        Fit fit = Fit.of(model, training)
                .validation(validated)
                .epochs(epochs)
                .batchSize(batch)
                .seed(seed)
                .progress(Progress.to(console.out()))
                .stopEarly(patience)
                .checkpoints(checkpoints())
                .watch(RunPage.file(out.resolve("run.html")));
        arguments.sizes().forEach((name, value) -> {
            if (model.sizes().contains(name)) {
                if (value > Integer.MAX_VALUE) {
                    throw Failure.usage("usage", "--size " + name + " must be an int, found " + value);
                }
                fit.size(name, value.intValue());
            }
        });
        if (rate != null) {
            fit.rate(Schedule.cosine(rate));
        }
        if (debugNans) {
            fit.debugNans();
        }
        if (resume) {
            fit.resume();
        }
        return port == null ? fit : fit.watch(RunPage.live(port));
    }

    private Path checkpoints() {
        return out.resolve("checkpoints");
    }

    private static String results(Model model, int rows, double[] results) {
        StringBuilder line = new StringBuilder(Figures.number(rows) + " rows not seen: ");
        line.append("loss ").append(Progress.number(results[0]));
        for (int i = 0; i < model.metrics().size(); i++) {
            line.append(", ").append(model.metrics().get(i)).append(' ').append(Progress.number(results[i + 1]));
        }
        return line.toString();
    }
}
