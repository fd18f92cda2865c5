package samples.benchmarks.compare;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import java.nio.Buffer;
import org.jspecify.annotations.Nullable;

/** From an array to an array, which is the least that a caller of a predictor needs. */
record DjlTranslator(Shape shape, DataType type) implements Translator<Buffer, float[]> {
    @Override
    public NDList processInput(TranslatorContext context, Buffer input) {
        return new NDList(context.getNDManager().create(input.rewind(), shape, type));
    }

    @Override
    public float[] processOutput(TranslatorContext context, NDList outputs) {
        return outputs.singletonOrThrow().toFloatArray();
    }

    /** None: the input is a batch already. */
    @Override
    public @Nullable Batchifier getBatchifier() {
        return null;
    }
}
