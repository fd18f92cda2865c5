package dev.leibniz.training;

import dev.leibniz.runtime.Model;
import dev.leibniz.training.data.Batches;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A training that goes on, for those who watch it. */
public final class Run {
    private final Model model;
    private final ModelData training;
    private final @Nullable ModelData validation;
    private final int epochs;
    private final Progress progress;

    Run(Model model, ModelData training, @Nullable ModelData validation, int epochs, Progress progress) {
        this.model = model;
        this.training = training;
        this.validation = validation;
        this.epochs = epochs;
        this.progress = progress;
    }

    /** Takes the batches of some data. */
    @FunctionalInterface
    public interface BatchConsumer {
        /**
         * One batch.
         *
         * @param inputs all inputs of the model, in its order; the same arrays each time
         * @param sizes its free sizes
         * @param rows how many rows it has
         */
        void accept(Object[] inputs, int[] sizes, int rows);
    }

    public Model model() {
        return model;
    }

    /** How many epochs there are to be, if training is not stopped early. */
    public int epochs() {
        return epochs;
    }

    /** Says something once, where progress is shown. */
    public void note(String text) {
        progress.note(text);
    }

    /** Whether there are validation data. */
    public boolean isValidated() {
        return validation != null;
    }

    /** The batches of the validation data, of the training data if there are none, in their order. */
    public void unseen(BatchConsumer consumer) {
        ModelData data = validation == null ? training : validation;
        for (Iterator<Batches.Batch> batches = data.batches().inOrder(); batches.hasNext(); ) {
            Batches.Batch batch = batches.next();
            consumer.accept(batch.arrays(), data.sizes(batch.rows()), batch.rows());
        }
    }

    /** The gradient of the loss of the first rows of the training data, as many as a batch has, in the parameters' layout. */
    public Object gradient() {
        Object gradient = FitState.like(model.parameters());
        Batches.Batch first = training.batches().inOrder().next();
        model.lossAndGradient(first.arrays(), training.sizes(first.rows()), gradient);
        return gradient;
    }
}
