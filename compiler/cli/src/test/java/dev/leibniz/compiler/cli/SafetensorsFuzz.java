package dev.leibniz.compiler.cli;

import dev.leibniz.runtime.ModelFile;
import dev.leibniz.runtime.io.CheckpointException;
import dev.leibniz.runtime.io.Safetensors;
import dev.leibniz.runtime.io.StoredTensor;
import dev.leibniz.training.data.DataException;
import dev.leibniz.training.data.Dataset;
import dev.leibniz.training.data.Preparation;
import java.io.IOException;
import java.nio.file.Path;

/** Bytes as a safetensors file for all that reads such: tensors, which written are the same again, or what is wrong with the file. */
public final class SafetensorsFuzz {
    private SafetensorsFuzz() {}

    public static void fuzzerInitialize() throws IOException {
        FuzzTarget.SAFETENSORS.warmUp();
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        FuzzFile.read(bytes, file -> {
            refusable(() -> tensors(file));
            refusable(() -> {
                Dataset data = Dataset.read(file);
                data.range(0, Math.min(1, data.rows()));
                data.names().forEach(data::ints);
            });
            refusable(() -> Preparation.load(file).inputs());
            refusable(() -> {
                ModelFile.Reader reader = ModelFile.Reader.open(file);
                reader.decimal("hyper.rate", new float[1], 0);
                reader.numbers("draws", new int[2]);
                reader.number("steps");
                reader.finish();
            });
        });
    }

    private interface Use {
        void run() throws IOException;
    }

    private static void refusable(Use use) throws IOException {
        try {
            use.run();
        } catch (CheckpointException | DataException refused) {
            FuzzMessage.require(refused);
        }
    }

    private static void tensors(Path file) throws IOException {
        Safetensors.Contents contents = Safetensors.read(file);
        for (StoredTensor tensor : contents.tensors().values()) {
            tensor.toDoubles();
            tensor.toFloats();
        }
        Safetensors.write(file, contents.metadata(), contents.tensors().values());
        if (!Safetensors.read(file).equals(contents)) {
            throw new AssertionError("written again it is another: " + contents);
        }
        for (StoredTensor tensor : contents.tensors().values()) {
            tensor.toInts();
        }
    }
}
