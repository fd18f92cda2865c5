package @package@;

import dev.leibniz.training.Fit;
import dev.leibniz.training.History;
import dev.leibniz.training.Schedule;
import dev.leibniz.training.data.Dataset;
import dev.leibniz.training.data.Preparation;
import dev.leibniz.training.data.Table;
import dev.leibniz.training.page.RunPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Trains the network of {@code Penguins.nn} on {@code data/penguins.csv}. */
public final class App {
    private App() {}

    public static void main(String[] arguments) throws IOException {
        double accuracy = train(Path.of("data", "penguins.csv"), Path.of("target", "model"));
        System.out.printf("accuracy on penguins not seen: %.1f %%%n", 100 * accuracy);
    }

    /** Trains, leaves the model and a page of the run in a folder, and gives the accuracy on rows not seen. */
    static double train(Path csv, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Table> parts = Table.read(csv).split(1, 0.6, 0.2, 0.2);
        Preparation preparation = Preparation.builder()
                .input("x")
                .standardised("beak_length_mm", "beak_depth_mm", "flipper_length_mm", "body_mass_g")
                .oneHot("island", "sex")
                .input("species")
                .category("species")
                .fit(parts.get(0));

        Penguins net = Penguins.initialise(1);
        History history = Fit.of(net.asModel(), preparation.apply(parts.get(0)))
                .validation(preparation.apply(parts.get(1)))
                .epochs(60)
                .batchSize(16)
                .rate(Schedule.cosine(0.01))
                .stopEarly(20)
                .watch(RunPage.file(folder.resolve("run.html")))
                .run();
        history.writeCsv(folder.resolve("history.csv"));
        preparation.save(folder.resolve("columns.safetensors"));
        net.save(folder.resolve("model.safetensors"));

        Dataset unseen = preparation.apply(parts.get(2));
        float[] kinds = net.predict(unseen.floats("x"));
        int right = 0;
        for (int row = 0; row < unseen.rows(); row++) {
            int best = 0;
            for (int kind = 1; kind < 3; kind++) {
                best = kinds[3 * row + kind] > kinds[3 * row + best] ? kind : best;
            }
            right += best == unseen.ints("species")[row] ? 1 : 0;
        }
        return (double) right / unseen.rows();
    }
}
