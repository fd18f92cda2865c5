package samples.penguins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leibniz.runtime.io.Safetensors;
import dev.leibniz.runtime.io.StoredTensor;
import dev.leibniz.training.Fit;
import dev.leibniz.training.Progress;
import dev.leibniz.training.TrainingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings that are to go on from a state in which something cannot be: each is refused, in words that say what. */
final class DamagedCheckpointTest {
    @TempDir
    private Path folder;

    private Fit fit() throws IOException {
        return PenguinsApplication.fit(Penguins.initialise(1).asModel(), PenguinsApplication.data())
                .progress(Progress.NONE)
                .epochs(2)
                .averageParameters(0.5)
                .stopEarly(9)
                .checkpoints(folder, 10, 3);
    }

    /** Trains, writes the state anew as {@code change} leaves it, and goes on. */
    private void goOnWith(BiConsumer<Map<String, String>, Map<String, StoredTensor>> change) throws IOException {
        assertThatThrownBy(() -> fit().progress(StepProgress.failingAt(23)).run())
                .hasMessage("stopped");
        Path state = folder.resolve("fit.safetensors");
        Safetensors.Contents contents = Safetensors.read(state);
        Map<String, String> metadata = new HashMap<>(contents.metadata());
        Map<String, StoredTensor> tensors = new LinkedHashMap<>(contents.tensors());
        change.accept(metadata, tensors);
        Safetensors.write(state, metadata, List.copyOf(tensors.values()));
        fit().resume().run();
    }

    @ParameterizedTest
    @CsvSource({
        "batch, 13, a whole number from 0 to 12",
        "batch, -1, a whole number from 0 to 12",
        "batch, 99999999999, a whole number from 0 to 12",
        "batch, 8, step",
        "step, 1000000000000000000, 20",
        "rowsOfEpoch, many, 112",
        "rowsOfEpoch, -12, 112",
        "best, 1, 0",
        "best, -1, 0"
    })
    void aCheckpointWithANumberThatCannotBeIsRefused(String name, String number, String expected) {
        String message = expected.equals("step")
                ? "in fit.safetensors step is 20, must be 21"
                : "in fit.safetensors " + name + " is " + number + ", must be " + expected;
        assertThatThrownBy(() -> goOnWith((metadata, tensors) -> metadata.put(name, number)))
                .isInstanceOf(TrainingException.class)
                .hasMessage("cannot go on from " + folder + ": " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "sums, 0, the sum of losses is NaN",
        "values, 0, the rate is NaN",
        "values, 1, the best value is NaN",
        "epochs, 0, the loss of epoch 1 is NaN",
        "bestParameters, 7, bestParameters has an element that is not finite",
        "average, 0, average has an element that is not finite"
    })
    void aCheckpointWithAnElementThatCannotBeIsRefused(String name, int element, String message) {
        assertThatThrownBy(() -> goOnWith((metadata, tensors) -> {
                    double[] values = tensors.get(name).toDoubles();
                    values[element] = Double.NaN;
                    tensors.put(name, StoredTensor.of(name, new long[] {values.length}, values, 0));
                }))
                .isInstanceOf(TrainingException.class)
                .hasMessage("cannot go on from " + folder + ": in fit.safetensors " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "sums, sums has 1 elements; must have 2",
        "values, values has 1 elements; must have 2",
        "epochs, epochs has 4 elements; must have 5 for each epoch",
        "bestParameters, bestParameters has 210 elements; must have 211",
        "average, average has 210 elements; must have 211"
    })
    void aCheckpointWithATensorOfAnotherLengthIsRefused(String name, String message) {
        assertThatThrownBy(() -> goOnWith((metadata, tensors) -> {
                    double[] values = tensors.get(name).toDoubles();
                    tensors.put(name, StoredTensor.of(name, new long[] {values.length - 1}, values, 0));
                }))
                .isInstanceOf(TrainingException.class)
                .hasMessage("cannot go on from " + folder + ": in fit.safetensors " + message.replace(';', ','));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sums", "values", "epochs", "bestParameters", "bestStates", "average"})
    void aCheckpointWithoutATensorIsRefused(String name) {
        assertThatThrownBy(() -> goOnWith((metadata, tensors) -> tensors.remove(name)))
                .isInstanceOf(TrainingException.class)
                .hasMessage("cannot go on from " + folder + ": in fit.safetensors there is no " + name);
    }

    @Test
    void aCheckpointThatNobodyDamagedIsTaken() throws IOException {
        goOnWith((metadata, tensors) -> {});

        assertThat(Fit.hasCheckpoints(folder)).isTrue();
        assertThat(Fit.hasCheckpoints(folder.resolve("none"))).isFalse();
    }
}
