package dev.leibniz.runtime.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files of named tensors in the safetensors format: the length of a JSON header as a little-endian 64-bit number, the header, the elements.
 *
 * <p>Reading is strict: offsets must be in the file, without holes or overlaps, and fit type and shape, so a damaged or hostile file is an error and never a wrong
 * tensor or a lack of memory. Writing is atomic: a crash leaves the old file or the new one.
 */
public final class Safetensors {
    private static final String METADATA = "__metadata__";
    private static final long LONGEST_HEADER = 100_000_000;

    private Safetensors() {}

    /** What a file holds, tensors in the order of the header. */
    public record Contents(Map<String, StoredTensor> tensors, Map<String, String> metadata) {
        public Contents {
            tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
            metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        }
    }

    // -- reading

    /** @throws CheckpointException if the file is damaged */
    public static Contents read(Path file) throws IOException {
        long size = Files.size(file);
        if (size < 8 || size > Integer.MAX_VALUE - 8) {
            throw new CheckpointException(file + " is no safetensors file: it is " + size + " bytes long");
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        long length = bytes.getLong(0);
        if (length < 2 || length > LONGEST_HEADER || length > bytes.capacity() - 8) {
            throw new CheckpointException(
                    file + " is no safetensors file: its header would be " + Long.toUnsignedString(length) + " bytes long");
        }
        try {
            String header = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes.slice(8, (int) length))
                    .toString();
            if (!(JsonReader.read(header) instanceof Map<?, ?> members)) {
                throw new IllegalArgumentException("it is no object");
            }
            return contents(members, bytes.slice(8 + (int) length, bytes.capacity() - 8 - (int) length));
        } catch (CharacterCodingException e) {
            throw new CheckpointException(file + " has a header that is no UTF-8");
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new CheckpointException(file + " has a damaged header: " + e.getMessage());
        }
    }

    private static Contents contents(Map<?, ?> members, ByteBuffer data) {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        TreeMap<Long, Long> ranges = new TreeMap<>();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            String name = (String) member.getKey();
            if (!(member.getValue() instanceof Map<?, ?> fields)) {
                throw new IllegalArgumentException("tensor " + name + " is not described by an object");
            } else if (name.equals(METADATA)) {
                fields.forEach((key, value) -> metadata.put((String) key, String.valueOf(value)));
            } else {
                tensors.put(name, tensor(name, fields, data, ranges));
            }
        }
        long end = 0;
        for (Map.Entry<Long, Long> range : ranges.entrySet()) {
            if (range.getKey() != end) {
                throw new IllegalArgumentException("tensors overlap or leave a hole at byte " + Math.min(end, range.getKey()));
            }
            end = range.getValue();
        }
        if (end != data.capacity()) {
            throw new IllegalArgumentException("tensors end at byte " + end + " of " + data.capacity());
        }
        return new Contents(tensors, metadata);
    }

    private static StoredTensor tensor(String name, Map<?, ?> fields, ByteBuffer data, TreeMap<Long, Long> ranges) {
        StoredTensor.Type type = type(name, fields.get("dtype"));
        List<Long> sizes = numbers(name, "shape", fields.get("shape"));
        List<Long> offsets = numbers(name, "data_offsets", fields.get("data_offsets"));
        if (offsets.size() != 2 || offsets.get(0) > offsets.get(1) || offsets.get(1) > data.capacity()) {
            throw new IllegalArgumentException("tensor " + name + " lies at " + offsets + " of " + data.capacity() + " bytes");
        }
        long bytes = type.bytes();
        for (long size : sizes) {
            bytes = Math.multiplyExact(bytes, size);
        }
        if (bytes != offsets.get(1) - offsets.get(0)) {
            throw new IllegalArgumentException("tensor " + name + " of shape " + sizes + " needs " + bytes + " bytes, has "
                    + (offsets.get(1) - offsets.get(0)));
        }
        if (bytes > 0 && ranges.put(offsets.get(0), offsets.get(1)) != null) {
            throw new IllegalArgumentException("tensor " + name + " overlaps another");
        }
        long[] shape = sizes.stream().mapToLong(Long::longValue).toArray();
        return new StoredTensor(name, type, shape, data.slice(Math.toIntExact(offsets.get(0)), (int) bytes));
    }

    private static StoredTensor.Type type(String name, Object value) {
        for (StoredTensor.Type type : StoredTensor.Type.values()) {
            if (type.name().equals(value)) {
                return type;
            }
        }
        throw new IllegalArgumentException("tensor " + name + " has the unknown type " + value);
    }

    private static List<Long> numbers(String name, String field, Object value) {
        List<Long> numbers = new ArrayList<>();
        if (value instanceof List<?> items) {
            for (Object item : items) {
                if (!(item instanceof Long number) || number < 0) {
                    throw new IllegalArgumentException("tensor " + name + " has " + item + " in its " + field);
                }
                numbers.add(number);
            }
            return numbers;
        }
        throw new IllegalArgumentException("tensor " + name + " has no " + field);
    }

    // -- writing

    /** Writes a file whole or not at all: beside the wanted one first, which it replaces once it is on the disk. */
    public static void write(Path file, Map<String, String> metadata, Collection<StoredTensor> tensors) throws IOException {
        byte[] header = header(metadata, tensors).getBytes(StandardCharsets.UTF_8);
        Path target = file.toAbsolutePath();
        Path temporary = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
                writeAll(channel, length.putLong(0, header.length));
                writeAll(channel, ByteBuffer.wrap(header));
                for (StoredTensor tensor : tensors) {
                    writeAll(channel, tensor.data().duplicate().clear());
                }
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String header(Map<String, String> metadata, Collection<StoredTensor> tensors) {
        List<String> members = new ArrayList<>();
        if (!metadata.isEmpty()) {
            List<String> pairs = new ArrayList<>();
            metadata.forEach((key, value) -> pairs.add(quoted(key) + ":" + quoted(value)));
            members.add(quoted(METADATA) + ":{" + String.join(",", pairs) + "}");
        }
        long at = 0;
        for (StoredTensor tensor : tensors) {
            long end = at + tensor.data().capacity();
            String shape = java.util.Arrays.toString(tensor.shape()).replace(" ", "");
            members.add(quoted(tensor.name()) + ":{\"dtype\":\"" + tensor.type() + "\",\"shape\":" + shape
                    + ",\"data_offsets\":[" + at + "," + end + "]}");
            at = end;
        }
        String json = "{" + String.join(",", members) + "}";
        int bytes = json.getBytes(StandardCharsets.UTF_8).length;
        return json + " ".repeat((8 - bytes % 8) % 8);
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c < ' ' || c == '"' || c == '\\') {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }
}
