package samples.benchmarks;

import dev.leibniz.runtime.Model;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A network that engines are compared by, with a batch for it: random numbers of a fixed seed.
 *
 * @param batch rows of a training step
 * @param classes labels, and ids if inputs are, are below this
 */
public record Yardstick(Model model, int batch, int classes) {
    /** All names, from small networks to large ones. */
    public static final List<String> NAMES =
            List.of("Tiny", "Small", "Mlp", "MlpWide", "LeNet", "ResNet", "Gpt", "Lstm");

    private record Kind(Model.Factory factory, int batch, int classes) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "Tiny", new Kind(new Tiny.Factory(), 16, 3),
            "Small", new Kind(new Small.Factory(), 32, 10),
            "Mlp", new Kind(new Mlp.Factory(), 128, 10),
            "MlpWide", new Kind(new MlpWide.Factory(), 256, 10),
            "LeNet", new Kind(new LeNet.Factory(), 32, 10),
            "ResNet", new Kind(new ResNet.Factory(), 16, 10),
            "Gpt", new Kind(new Gpt.Factory(), 8, 96),
            "Lstm", new Kind(new Lstm.Factory(), 32, 10));

    /** The one of that name, initialised from a fixed seed. */
    public static Yardstick of(String name) {
        Kind kind = KINDS.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("no network is called " + name + ", but " + KINDS.keySet() + " are");
        }
        return new Yardstick(kind.factory.initialise(1), kind.batch, kind.classes);
    }

    /** All inputs of a training step. */
    public Object[] batchInputs() {
        return model.inputs().stream().map(input -> numbers(input, batch)).toArray();
    }

    /** Those that a prediction of one row takes. */
    public Object[] rowInputs() {
        return model.predictionInputs().stream()
                .map(k -> numbers(model.inputs().get(k), 1))
                .toArray();
    }

    /** Room for the outputs of one row. */
    public Object[] rowOutputs() {
        return model.outputs().stream()
                .map(output -> new float[elements(output, 1)])
                .toArray();
    }

    private Object numbers(Model.Tensor input, int rows) {
        int count = elements(input, rows);
        return input.type().equals("int") ? labels(count, classes) : normal(count);
    }

    private static int elements(Model.Tensor tensor, int rows) {
        return tensor.shape().stream()
                .mapToInt(size -> size.equals("N") ? rows : Integer.parseInt(size))
                .reduce(1, Math::multiplyExact);
    }

    /** {@code count} numbers from a standard normal distribution. */
    public static float[] normal(int count) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static int[] labels(int count, int classes) {
        return new SplittableRandom(2).ints(count, 0, classes).toArray();
    }
}
