package samples.penguins;

import dev.leibniz.runtime.Model;
import dev.leibniz.training.Fit;
import dev.leibniz.training.History;
import dev.leibniz.training.Schedule;
import dev.leibniz.training.data.Dataset;
import dev.leibniz.training.data.Preparation;
import dev.leibniz.training.data.Table;
import dev.leibniz.training.page.Curves;
import dev.leibniz.training.page.RunPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Trains {@code Penguins.nn} on a CSV file some of whose fields are missing, and tests it on rows that it has not seen. */
public final class PenguinsApplication {
    private static final long SEED = 1;

    private PenguinsApplication() {}

    /** Rows to learn from, to stop by, and to test on. */
    record Data(Preparation preparation, Dataset training, Dataset validation, Dataset test) {}

    /** Takes a folder for checkpoints, from which it goes on if it was stopped before, and for a page of the run; without one it writes none. */
    public static void main(String[] arguments) throws IOException {
        Data data = data();
        Model model = Penguins.initialise(SEED).asModel();
        Fit fit = fit(model, data);
        if (arguments.length > 0) {
            fit.checkpoints(Path.of(arguments[0])).resume().watch(RunPage.file(Path.of(arguments[0], "run.html")));
        }
        History history = fit.run();
        if (arguments.length > 0) {
            Curves.writePng(history, Path.of(arguments[0], "curves.png"));
        }
        double[] results = fit.measure(data.test());
        System.out.printf(
                Locale.ROOT,
                "%nbest epoch: %d; accuracy on %d penguins not seen: %.2f %%%n",
                history.best() + 1,
                data.test().rows(),
                100 * results[1]);
    }

    static Data data() throws IOException {
        List<Table> parts = Table.read(csv()).split(SEED, 0.6, 0.2, 0.2);
        Preparation preparation = Preparation.builder()
                .input("x")
                .standardised("beak_length_mm", "beak_depth_mm", "flipper_length_mm", "body_mass_g")
                .oneHot("island", "sex")
                .input("species")
                .category("species")
                .fit(parts.get(0));
        return new Data(
                preparation,
                preparation.apply(parts.get(0)),
                preparation.apply(parts.get(1)),
                preparation.apply(parts.get(2)));
    }

    static Fit fit(Model model, Data data) {
        return Fit.of(model, data.training())
                .validation(data.validation())
                .epochs(60)
                .batchSize(16)
                .rate(Schedule.cosine(0.01))
                .stopEarly(20)
                .seed(SEED);
    }

    /** The rows as a file, as which most tables come. */
    private static Path csv() throws IOException {
        Path file = Files.createTempFile("penguins", ".csv");
        file.toFile().deleteOnExit();
        try (InputStream rows = Objects.requireNonNull(PenguinsApplication.class.getResourceAsStream("penguins.csv"))) {
            Files.copy(rows, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
