package dev.leibniz.compiler.emit;

import dev.leibniz.runtime.Model;
import java.io.IOException;
import java.nio.file.Path;

/** Two models of one network, the second of which takes over in the middle of the training of the first. */
final class Resumption {
    private static final int[] SIZES = {6};

    private Resumption() {}

    /** Trains the first for some steps and saves it on the way; the second loads that and takes the steps that followed. */
    static void train(Model first, Model second, Path folder) throws IOException {
        Object[] inputs = Batch.of(first, SIZES).inputs();
        Path file = folder.resolve("net.safetensors");
        Model.Training training = first.training(SIZES);
        steps(training, inputs);
        training.save(file);
        steps(training, inputs);

        Model.Training resumed = second.training(SIZES);
        resumed.load(file);
        steps(resumed, inputs);
    }

    private static void steps(Model.Training training, Object[] inputs) {
        training.step(inputs, SIZES);
        training.step(inputs, SIZES);
    }
}
