package dev.leibniz.training;

import dev.leibniz.runtime.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What was measured in each epoch.
 *
 * @param metrics the names of the network's metrics
 * @param best the number of the epoch, from 0, whose parameters the model has now
 */
public record History(List<String> metrics, List<Epoch> epochs, int best) {
    /**
     * One epoch.
     *
     * @param training the mean loss over its rows, then the metrics, each batch measured before its step
     * @param validation the same on the validation data after the epoch; NaN without such data
     * @param rate the learning rate of its last step; NaN if the network has no {@code hyper rate}
     */
    public record Epoch(double[] training, double[] validation, double rate) {
        public Epoch {
            training = training.clone();
            validation = validation.clone();
        }

        @Override
        public double[] training() {
            return training.clone();
        }

        @Override
        public double[] validation() {
            return validation.clone();
        }

        @Override
        public String toString() {
            return "training " + Arrays.toString(training) + ", validation " + Arrays.toString(validation) + ", rate "
                    + rate;
        }

        /** The mean loss of its batches. */
        public double loss() {
            return training[0];
        }

        /** The loss on the validation data. */
        public double validationLoss() {
            return validation[0];
        }
    }

    public History {
        metrics = List.copyOf(metrics);
        epochs = List.copyOf(epochs);
    }

    /** The last epoch that was trained. */
    public Epoch last() {
        return epochs.get(epochs.size() - 1);
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("epoch", "rate", "loss"));
        columns.addAll(metrics);
        columns.add("validation_loss");
        metrics.forEach(metric -> columns.add("validation_" + metric));
        return columns;
    }

    private static List<Double> values(Epoch epoch) {
        List<Double> values = new ArrayList<>(List.of(epoch.rate()));
        for (double value : epoch.training()) {
            values.add(value);
        }
        for (double value : epoch.validation()) {
            values.add(value);
        }
        return values;
    }

    /** Writes a line for each epoch, under a line with names: epoch, rate, loss, metrics, and the latter two on validation data. */
    public void writeCsv(Path file) throws IOException {
        StringBuilder text = new StringBuilder(String.join(",", columns())).append('\n');
        for (int i = 0; i < epochs.size(); i++) {
            text.append(i + 1);
            values(epochs.get(i)).forEach(value -> text.append(',').append(value));
            text.append('\n');
        }
        AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a JSON object for each epoch, one a line; {@code null} for what is no number. */
    public void writeJsonLines(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> columns = columns();
        for (int i = 0; i < epochs.size(); i++) {
            text.append(String.format(Locale.ROOT, "{\"epoch\": %d", i + 1));
            List<Double> values = values(epochs.get(i));
            for (int k = 0; k < values.size(); k++) {
                double value = values.get(k);
                text.append(", \"").append(columns.get(k + 1)).append("\": ");
                text.append(Double.isFinite(value) ? String.valueOf(value) : "null");
            }
            text.append("}\n");
        }
        AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
