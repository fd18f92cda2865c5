package dev.leibniz.runtime.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files in the safetensors format: the length of the header in 8 bytes, the header as JSON, the tensors' bytes. A damaged file
 * gives a {@link CheckpointException}, never a wrong tensor.
 */
public final class Safetensors {
    private Safetensors() {}

    /**
     * What a file holds.
     *
     * @param tensors by name, in the order of the header
     * @param metadata texts by name, in the order of the header
     */
    public record Contents(Map<String, StoredTensor> tensors, Map<String, String> metadata) {
        public Contents {
            tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
            metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        }
    }

    /**
     * Reads all tensors of a file into memory.
     *
     * @throws CheckpointException if the file is damaged, or holds more than half of what memory this JVM may use
     */
    public static Contents read(Path path) throws IOException {
        try (TensorFile file = TensorFile.open(path)) {
            file.requireMemory();
            Map<String, StoredTensor> tensors = new LinkedHashMap<>();
            for (Header.Entry each : file.header().tensors()) {
                tensors.put(each.name(), file.read(each));
            }
            return new Contents(tensors, file.header().metadata());
        }
    }

    /**
     * Writes a file, or replaces it in one step: whatever happens meanwhile, there is the old file or the new one. In it tensors of wide
     * elements come first, so that all are aligned.
     *
     * @throws CheckpointException if two tensors have one name
     */
    public static void write(Path path, Map<String, String> metadata, Collection<StoredTensor> tensors)
            throws IOException {
        List<StoredTensor> sorted = new ArrayList<>(tensors);
        sorted.sort(Comparator.comparingInt((StoredTensor each) -> -each.type().bytes()));
        Map<String, Header.Entry> places = new HashMap<>();
        long at = 0;
        for (StoredTensor each : sorted) {
            long end = at + each.data().capacity();
            if (places.put(each.name(), new Header.Entry(each.name(), each.type(), each.shape(), at, end)) != null) {
                throw new CheckpointException("cannot write " + path + ": two tensors are called " + each.name());
            }
            at = end;
        }
        List<Header.Entry> entries =
                tensors.stream().map(each -> places.get(each.name())).toList();
        ByteBuffer header = header(new Header(metadata, entries).toJson());
        AtomicFile.replace(path, channel -> {
            write(channel, header);
            for (StoredTensor each : sorted) {
                write(channel, each.data().duplicate().clear());
            }
        });
    }

    /** The header's length and the header, padded with blanks so that the data begins at a multiple of 8. */
    private static ByteBuffer header(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        int padded = (bytes.length + 7) / 8 * 8;
        ByteBuffer header = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(padded).put(bytes);
        while (header.hasRemaining()) {
            header.put((byte) ' ');
        }
        return header.flip();
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
