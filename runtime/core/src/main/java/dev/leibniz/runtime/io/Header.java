package dev.leibniz.runtime.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file, checked: every tensor has a known type, a shape, and exactly the bytes these need; together they
 * cover the data without overlap or hole.
 *
 * @param tensors in the order of the header
 */
record Header(Map<String, String> metadata, List<Entry> tensors) {
    private static final String METADATA = "__metadata__";

    /** A tensor's place in the data. */
    record Entry(String name, StoredTensor.Type type, long[] shape, long begin, long end) {}

    /**
     * Reads a header.
     *
     * @param file how messages call the file
     * @param dataLength bytes that follow the header in the file
     */
    static Header parse(String file, String json, long dataLength) throws CheckpointException {
        Object root;
        try {
            root = Json.parse(json);
        } catch (Json.Malformed e) {
            throw new CheckpointException(file + " has a damaged header: " + e.getMessage());
        }
        if (!(root instanceof Map<?, ?> members)) {
            throw new CheckpointException(file + " has a damaged header: it is not an object");
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Entry> tensors = new ArrayList<>();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            String name = (String) member.getKey();
            if (name.equals(METADATA)) {
                readMetadata(file, member.getValue(), metadata);
            } else {
                tensors.add(entry(file, name, member.getValue(), dataLength));
            }
        }
        checkCover(file, tensors, dataLength);
        return new Header(metadata, tensors);
    }

    /** The header as JSON, for tensors in the order of their data. */
    String toJson() {
        StringBuilder json = new StringBuilder("{");
        if (!metadata.isEmpty()) {
            json.append(Json.quote(METADATA)).append(":{");
            String separator = "";
            for (Map.Entry<String, String> each : metadata.entrySet()) {
                json.append(separator).append(Json.quote(each.getKey())).append(':');
                json.append(Json.quote(each.getValue()));
                separator = ",";
            }
            json.append(tensors.isEmpty() ? "}" : "},");
        }
        String separator = "";
        for (Entry each : tensors) {
            json.append(separator)
                    .append(Json.quote(each.name))
                    .append(":{\"dtype\":\"")
                    .append(each.type);
            json.append("\",\"shape\":").append(Shapes.text(each.shape).replace(" ", ""));
            json.append(",\"data_offsets\":[")
                    .append(each.begin)
                    .append(',')
                    .append(each.end)
                    .append("]}");
            separator = ",";
        }
        return json.append('}').toString();
    }

    private static void readMetadata(String file, Object value, Map<String, String> metadata)
            throws CheckpointException {
        if (!(value instanceof Map<?, ?> members)) {
            throw new CheckpointException(file + " has a damaged header: " + METADATA + " is not an object");
        }
        for (Map.Entry<?, ?> each : members.entrySet()) {
            if (!(each.getValue() instanceof String text)) {
                throw new CheckpointException(
                        file + " has a damaged header: " + METADATA + " entry " + each.getKey() + " is not a string");
            }
            metadata.put((String) each.getKey(), text);
        }
    }

    private static Entry entry(String file, String name, Object value, long dataLength) throws CheckpointException {
        if (!(value instanceof Map<?, ?> members)) {
            throw damaged(file, name, "is not described by an object");
        }
        for (Object key : members.keySet()) {
            if (!List.of("dtype", "shape", "data_offsets").contains(key)) {
                throw damaged(file, name, "has an unknown field " + Json.quote((String) key));
            }
        }
        StoredTensor.Type type = type(file, name, members.get("dtype"));
        long[] shape = numbers(file, name, "shape", members.get("shape"));
        long[] offsets = numbers(file, name, "data_offsets", members.get("data_offsets"));
        if (offsets.length != 2 || offsets[0] > offsets[1]) {
            throw damaged(file, name, "has data_offsets " + Shapes.text(offsets));
        }
        if (offsets[1] > dataLength) {
            throw damaged(file, name, "ends at byte " + offsets[1] + " of the data, of which there are " + dataLength);
        }
        long bytes = Shapes.bytes(shape, type);
        if (bytes < 0) {
            throw damaged(file, name, "has a shape of too many elements: " + Shapes.text(shape));
        }
        if (bytes != offsets[1] - offsets[0]) {
            throw damaged(
                    file,
                    name,
                    "has " + (offsets[1] - offsets[0]) + " bytes, " + type + Shapes.text(shape) + " needs " + bytes);
        }
        return new Entry(name, type, shape, offsets[0], offsets[1]);
    }

    private static StoredTensor.Type type(String file, String name, Object value) throws CheckpointException {
        for (StoredTensor.Type type : StoredTensor.Type.values()) {
            if (type.name().equals(value)) {
                return type;
            }
        }
        throw damaged(file, name, value instanceof String text ? "has an unknown type " + text : "has no type");
    }

    private static long[] numbers(String file, String name, String field, Object value) throws CheckpointException {
        if (!(value instanceof List<?> elements)) {
            throw damaged(file, name, "has no " + field);
        }
        long[] numbers = new long[elements.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(elements.get(i) instanceof Long number) || number < 0) {
                throw damaged(file, name, "has a " + field + " that is not made of whole numbers from 0");
            }
            numbers[i] = number;
        }
        return numbers;
    }

    private static void checkCover(String file, List<Entry> tensors, long dataLength) throws CheckpointException {
        List<Entry> sorted = new ArrayList<>(tensors);
        sorted.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long end = 0;
        for (Entry each : sorted) {
            if (each.begin < end) {
                throw damaged(file, each.name, "overlaps the tensor before it");
            }
            if (each.begin > end) {
                throw damaged(file, each.name, "follows " + (each.begin - end) + " bytes that belong to no tensor");
            }
            end = each.end;
        }
        if (end < dataLength) {
            throw new CheckpointException(
                    file + " is damaged: its last " + (dataLength - end) + " bytes belong to no tensor");
        }
    }

    private static CheckpointException damaged(String file, String tensor, String what) {
        return new CheckpointException(file + " is damaged: tensor " + shortened(tensor) + " " + what);
    }

    private static String shortened(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "…";
    }
}
