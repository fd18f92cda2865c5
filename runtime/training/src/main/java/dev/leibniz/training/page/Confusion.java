package dev.leibniz.training.page;

import dev.leibniz.runtime.Model;
import dev.leibniz.training.Run;
import dev.leibniz.training.metrics.ClassificationMetrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which output of a network scores the classes of which label: the first int input of one number a row that prediction does not take, and the float output of
 * several numbers a row that has as many as there are classes.
 */
record Confusion(int label, int output, int classes) {
    private static final int MOST_CLASSES = 40;

    static Optional<Confusion> of(Run run) {
        Model model = run.model();
        for (int i = 0; i < model.inputs().size(); i++) {
            Model.Tensor input = model.inputs().get(i);
            if (input.type().equals("int")
                    && input.shape().size() == 1
                    && !model.predictionInputs().contains(i)) {
                return ofLabel(i, input, model, largest(run, i));
            }
        }
        return Optional.empty();
    }

    /** The largest of the labels. */
    private static int largest(Run run, int label) {
        int[] largest = {-1};
        run.unseen((inputs, sizes, rows) -> {
            int[] labels = (int[]) inputs[label];
            for (int row = 0; row < rows; row++) {
                largest[0] = Math.max(largest[0], labels[row]);
            }
        });
        return largest[0];
    }

    /** Of several outputs, the one with the fewest classes that has all that labels name. */
    private static Optional<Confusion> ofLabel(int label, Model.Tensor input, Model model, int largest) {
        Optional<Confusion> found = Optional.empty();
        for (int i = 0; i < model.outputs().size(); i++) {
            Model.Tensor output = model.outputs().get(i);
            List<String> shape = output.shape();
            if (output.type().equals("float")
                    && shape.size() == 2
                    && shape.get(0).equals(input.shape().get(0))
                    && shape.get(1).matches("\\d{1,3}")) {
                int classes = Integer.parseInt(shape.get(1));
                boolean isBetter = found.isEmpty() || classes < found.get().classes;
                if (classes > Math.max(1, largest) && classes <= MOST_CLASSES && isBetter) {
                    found = Optional.of(new Confusion(label, i, classes));
                }
            }
        }
        return found;
    }

    /** What is predicted of the data that are not trained on; empty if there are other labels than classes. */
    Optional<Map<String, Object>> measure(Run run) {
        Model model = run.model();
        ClassificationMetrics metrics = new ClassificationMetrics(classes);
        try {
            run.unseen((inputs, sizes, rows) -> add(model, inputs, sizes, rows, metrics));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        Map<String, Object> measured = new LinkedHashMap<>();
        measured.put("label", model.inputs().get(label).name());
        measured.put("output", model.outputs().get(output).name());
        measured.put("counts", List.of((Object[]) metrics.confusion()));
        measured.put("accuracy", metrics.accuracy());
        measured.put("macroF1", metrics.macroF1());
        return Optional.of(measured);
    }

    private void add(Model model, Object[] inputs, int[] sizes, int rows, ClassificationMetrics metrics) {
        Object[] given = model.predictionInputs().stream().map(i -> inputs[i]).toArray();
        Object[] outputs = new Object[model.outputs().size()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = array(model, i, sizes);
        }
        model.predict(given, sizes, outputs);
        if (outputs[output] instanceof float[] floats) {
            metrics.add(floats, (int[]) inputs[label], rows);
        } else {
            metrics.add((double[]) outputs[output], (int[]) inputs[label], rows);
        }
    }

    private static Object array(Model model, int output, int[] sizes) {
        int elements = 1;
        for (int size : model.outputShape(output, sizes)) {
            elements *= size;
        }
        if (!model.outputs().get(output).type().equals("float")) {
            return new int[elements];
        }
        return model.isDouble() ? new double[elements] : new float[elements];
    }
}
