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
            return "training " + Arrays.toString(training)
                    + (Double.isNaN(validation[0]) ? "" : ", validation " + Arrays.toString(validation))
                    + (Double.isNaN(rate) ? "" : ", rate " + rate);
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

    /** A line for each epoch, as training shows them: numbered from 1, without what was not measured. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < epochs.size(); i++) {
            text.append(i == 0 ? "" : "\n").append("epoch ").append(i + 1).append(text(i));
            text.append(i == best ? "  (best)" : "");
        }
        return text.toString();
    }

    /** What was measured in an epoch, as {@code   loss 0.5000  accuracy 0.9000}. */
    String text(int number) {
        Epoch epoch = epochs.get(number);
        StringBuilder text = new StringBuilder(text("", metrics, epoch.training()));
        if (!Double.isNaN(epoch.validationLoss())) {
            text.append(text("validation ", metrics, epoch.validation()));
        }
        if (!Double.isNaN(epoch.rate())) {
            text.append("  rate ").append(rate(epoch.rate()));
        }
        return text.toString();
    }

    /** The loss and the metrics, each behind its name. */
    static String text(String prefix, List<String> metrics, double... values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append("  ").append(i == 0 ? prefix + "loss" : metrics.get(i - 1));
            text.append(' ').append(Progress.number(values[i]));
        }
        return text.toString();
    }

    private static String rate(double rate) {
        return rate == 0 ? "0" : String.format(Locale.ROOT, "%.3g", rate);
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
