package dev.leibniz.training.data;

import dev.leibniz.runtime.io.Safetensors;
import dev.leibniz.runtime.io.StoredTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How columns of a table become the inputs of a network. Fitted on training data alone, then applied to these and all others, and kept with the
 * model.
 *
 * <pre>{@code
 * Preparation preparation = Preparation.builder()
 *         .input("x").standardised("age", "income").oneHot("city")
 *         .input("y").category("species")
 *         .fit(training);
 * Dataset data = preparation.apply(validation);
 * }</pre>
 */
public final class Preparation {
    private final Map<String, List<Feature>> inputs;

    private Preparation(Map<String, List<Feature>> inputs) {
        this.inputs = inputs;
    }

    /** Which columns go into which input, and how. */
    public static final class Builder {
        private final Map<String, List<Function<Table, Feature>>> inputs = new LinkedHashMap<>();
        private List<Function<Table, Feature>> current = new ArrayList<>();

        private Builder() {}

        /** What follows goes into this input, one column behind the other. */
        public Builder input(String name) {
            current = inputs.computeIfAbsent(name, key -> new ArrayList<>());
            return this;
        }

        /** Columns of numbers as they are. None may be missing. */
        public Builder numbers(String... columns) {
            return add(Feature::number, columns);
        }

        /** Columns of numbers less their mean, divided by their standard deviation. One that is missing is taken for the mean. */
        public Builder standardised(String... columns) {
            return add(Feature::standardised, columns);
        }

        /** Columns that a network is to predict, standardised in the same way, so that {@link Preparation#inUnits} takes predictions back. None may be missing. */
        public Builder target(String... columns) {
            return add(Feature::target, columns);
        }

        /** Columns of categories, each as one element for each category of the training data: 1 for the row's own, 0 for all others, and 0 for all if it is missing or was not seen in training. */
        public Builder oneHot(String... columns) {
            return add(Feature::oneHot, columns);
        }

        /** A column of categories, each by its number in the order of those in the training data, whole numbers by size and others by the alphabet: what an {@code int} input takes. */
        public Builder category(String column) {
            return add(Feature::category, column);
        }

        private Builder add(FeatureKind kind, String... columns) {
            if (inputs.isEmpty()) {
                throw new IllegalStateException("columns before any input(name)");
            }
            for (String column : columns) {
                current.add(table -> kind.fit(table, column));
            }
            return this;
        }

        /**
         * Takes means, deviations and categories from these rows.
         *
         * @throws DataException if a column does not exist or holds something else
         */
        public Preparation fit(Table training) {
            inputs.forEach((name, features) -> {
                if (features.isEmpty()) {
                    throw new DataException("nothing goes into input " + name);
                }
            });
            Map<String, List<Feature>> fitted = new LinkedHashMap<>();
            inputs.forEach((name, features) -> fitted.put(
                    name,
                    features.stream().map(feature -> feature.apply(training)).toList()));
            fitted.forEach((name, features) -> {
                if (features.size() > 1
                        && features.stream().anyMatch(feature -> feature.kind() == Feature.Kind.CATEGORY)) {
                    throw new DataException("a category goes into an input of its own, not into " + name
                            + " with other columns; oneHot does");
                }
            });
            return new Preparation(fitted);
        }
    }

    private interface FeatureKind {
        Feature fit(Table training, String column);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The names of the inputs. */
    public List<String> inputs() {
        return List.copyOf(inputs.keySet());
    }

    /** How many elements of an input a row gives. */
    public int elements(String input) {
        return features(input).stream().mapToInt(Feature::elements).sum();
    }

    /** The categories of an input that is a {@link Builder#category}, in the order of their numbers. */
    public List<String> categories(String input) {
        List<Feature> features = features(input);
        if (features.size() != 1 || features.get(0).kind() != Feature.Kind.CATEGORY) {
            throw new DataException("input " + input + " is no category");
        }
        return features.get(0).categories();
    }

    /** What a network says of an input that is one column of numbers, standardised or not, in the units of the column. */
    public double[] inUnits(String input, float[] values) {
        List<Feature> features = features(input);
        if (features.size() != 1 || features.get(0).elements() != 1) {
            throw new DataException("input " + input + " is not one column");
        }
        double[] inUnits = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            inUnits[i] =
                    values[i] * features.get(0).deviation() + features.get(0).mean();
        }
        return inUnits;
    }

    private List<Feature> features(String input) {
        List<Feature> features = inputs.get(input);
        if (features == null) {
            throw new DataException("nothing is prepared for an input " + input + ", but for " + inputs());
        }
        return features;
    }

    /** The rows of a table as inputs; those that a table has no columns for, such as the labels of rows to predict, are left out. */
    public Dataset apply(Table table) {
        Dataset data = Dataset.of(table.rows());
        for (Map.Entry<String, List<Feature>> input : inputs.entrySet()) {
            List<Feature> features = input.getValue();
            if (features.stream().noneMatch(feature -> table.columns().contains(feature.column()))) {
                continue;
            }
            double[] elements = elements(table, features);
            boolean isCategory = features.size() == 1 && features.get(0).kind() == Feature.Kind.CATEGORY;
            Dataset more = data.with(input.getKey(), elements);
            data = isCategory ? data.with(input.getKey(), more.ints(input.getKey())) : more;
        }
        return data;
    }

    private static double[] elements(Table table, List<Feature> features) {
        int width = features.stream().mapToInt(Feature::elements).sum();
        double[] elements = new double[Dataset.length(table.rows(), width)];
        for (int row = 0; row < table.rows(); row++) {
            int at = row * width;
            for (Feature feature : features) {
                feature.write(table, row, elements, at);
                at += feature.elements();
            }
        }
        return elements;
    }

    /** Writes a safetensors file, from which {@link #load} makes the same preparation. */
    public void save(Path file) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        List<StoredTensor> tensors = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, List<Feature>> input : inputs.entrySet()) {
            for (Feature feature : input.getValue()) {
                String prefix = "feature" + number + ".";
                metadata.put(prefix + "input", input.getKey());
                metadata.put(prefix + "kind", feature.kind().name());
                metadata.put(prefix + "column", feature.column());
                for (int i = 0; i < feature.categories().size(); i++) {
                    metadata.put(prefix + "category" + i, feature.categories().get(i));
                }
                double[] scale = {feature.mean(), feature.deviation()};
                tensors.add(StoredTensor.of(prefix + "scale", new long[] {2}, scale, 0));
                number++;
            }
        }
        Safetensors.write(file, metadata, tensors);
    }

    /**
     * Reads what {@link #save} has written.
     *
     * @throws DataException if the file holds something else
     */
    public static Preparation load(Path file) throws IOException {
        Safetensors.Contents contents = Safetensors.read(file);
        Map<String, String> metadata = contents.metadata();
        Map<String, List<Feature>> inputs = new LinkedHashMap<>();
        for (int number = 0; metadata.containsKey("feature" + number + ".input"); number++) {
            String prefix = "feature" + number + ".";
            List<String> categories = new ArrayList<>();
            while (metadata.containsKey(prefix + "category" + categories.size())) {
                categories.add(metadata.get(prefix + "category" + categories.size()));
            }
            StoredTensor scale = contents.tensors().get(prefix + "scale");
            String column = metadata.get(prefix + "column");
            if (scale == null || scale.length() != 2 || column == null) {
                throw new DataException(file + " is no preparation: feature " + number + " is incomplete");
            }
            Feature feature = new Feature(
                    Feature.Kind.of(file, metadata.get(prefix + "kind")),
                    column,
                    scale.get(0),
                    scale.get(1),
                    categories);
            inputs.computeIfAbsent(metadata.get(prefix + "input"), key -> new ArrayList<>())
                    .add(feature);
        }
        if (inputs.isEmpty()) {
            throw new DataException(file + " is no preparation: it names no input");
        }
        return new Preparation(inputs);
    }
}
