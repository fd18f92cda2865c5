package dev.leibniz.compiler.emit;

import dev.leibniz.runtime.Model;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Arrays of one call, random and the same for the same model. */
record Batch(int[] sizes, Object[] inputs) {
    static Batch of(Model model, int... sizes) {
        Random random = new Random(3);
        List<Object> arrays = new ArrayList<>();
        for (Model.Tensor input : model.inputs()) {
            int length = 1;
            for (String size : input.shape()) {
                int free = model.sizes().indexOf(size);
                length *= free < 0 ? Integer.parseInt(size) : sizes[free];
            }
            Object array = input.type().equals("float")
                    ? (model.isDouble() ? new double[length] : new float[length])
                    : new int[length];
            for (int i = 0; i < length; i++) {
                if (array instanceof int[] ints) {
                    ints[i] = random.nextInt(10);
                } else {
                    Array.set(
                            array,
                            i,
                            array instanceof float[] ? (Object) (float) random.nextGaussian() : random.nextGaussian());
                }
            }
            arrays.add(array);
        }
        return new Batch(sizes, arrays.toArray());
    }

    Object[] predicting(Model model) {
        return model.predictionInputs().stream().map(k -> inputs[k]).toArray();
    }

    /** Arrays that receive the model's outputs for these sizes. */
    Object[] outputs(Model model) {
        Object[] outputs = new Object[model.outputs().size()];
        for (int k = 0; k < outputs.length; k++) {
            int length = Arrays.stream(model.outputShape(k, sizes)).reduce(1, (a, b) -> a * b);
            outputs[k] = !model.outputs().get(k).type().equals("float")
                    ? new int[length]
                    : model.isDouble() ? new double[length] : new float[length];
        }
        return outputs;
    }
}
