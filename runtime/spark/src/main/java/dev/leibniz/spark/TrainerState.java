package dev.leibniz.spark;

import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.io.Safetensors;
import dev.leibniz.runtime.io.StoredTensor;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a trainer keeps, as it would write it into a file: parameters, states, what the update rule remembers. */
@SuppressWarnings("serial") // Arrays of numbers can be serialised.
final class TrainerState implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String FILE = "trainer.safetensors";

    private final String[] names;
    private final long[][] shapes;
    private final Object[] tensors;
    private final String[] metadata;

    private TrainerState(String[] names, long[][] shapes, Object[] tensors, String[] metadata) {
        this.names = names;
        this.shapes = shapes;
        this.tensors = tensors;
        this.metadata = metadata;
    }

    /** What is done with a folder of its own. */
    interface FolderTask<T> {
        T apply(Path folder) throws IOException;
    }

    /** Makes a folder on this machine, and deletes it. */
    static <T> T inFolder(FolderTask<T> task) throws IOException {
        Path folder = Files.createTempDirectory("leibniz-spark");
        try {
            return task.apply(folder);
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    static TrainerState of(Model.Training training) throws IOException {
        return inFolder(folder -> {
            training.save(folder.resolve(FILE));
            Safetensors.Contents contents = Safetensors.read(folder.resolve(FILE));
            List<StoredTensor> stored = List.copyOf(contents.tensors().values());
            List<String> metadata = new ArrayList<>();
            contents.metadata().forEach((key, value) -> metadata.addAll(List.of(key, value)));
            return new TrainerState(
                    stored.stream().map(StoredTensor::name).toArray(String[]::new),
                    stored.stream().map(StoredTensor::shape).toArray(long[][]::new),
                    stored.stream().map(TrainerState::elements).toArray(),
                    metadata.toArray(String[]::new));
        });
    }

    private static Object elements(StoredTensor tensor) {
        return tensor.type() == StoredTensor.Type.F64 ? tensor.toDoubles() : tensor.toFloats();
    }

    /** Has a trainer go on from here. */
    void restore(Model.Training training) throws IOException {
        List<StoredTensor> stored = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            stored.add(
                    tensors[i] instanceof float[] floats
                            ? StoredTensor.of(names[i], shapes[i], floats, 0)
                            : StoredTensor.of(names[i], shapes[i], (double[]) tensors[i], 0));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < metadata.length; i += 2) {
            texts.put(metadata[i], metadata[i + 1]);
        }
        inFolder(folder -> {
            Safetensors.write(folder.resolve(FILE), texts, stored);
            training.load(folder.resolve(FILE));
            return folder;
        });
    }

    /** The same tensors with other elements. */
    TrainerState with(Object[] elements, String[] texts) {
        return new TrainerState(names, shapes, elements, texts);
    }

    Object[] tensors() {
        return tensors;
    }

    String[] metadata() {
        return metadata;
    }

    long bytes() {
        long bytes = 0;
        for (Object tensor : tensors) {
            bytes += Numbers.bytes(tensor);
        }
        return bytes;
    }
}
