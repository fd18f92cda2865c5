package dev.leibniz.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Arrays of parameters and of what belongs to them, as a safetensors file. */
public final class ModelFile {
    private ModelFile() {}

    private record Entry(String name, List<Integer> shape, float[] floats, double[] doubles, int offset) {
        int bytes() {
            int length = 1;
            for (int size : shape) {
                length *= size;
            }
            return length * (doubles == null ? 4 : 8);
        }
    }

    /** Collects what a file will hold; the arrays are read when it is written. */
    public static final class Writer {
        private final Map<String, String> metadata = new LinkedHashMap<>();
        private final List<Entry> entries = new ArrayList<>();

        public Writer(String network, String hash) {
            metadata.put("network", network);
            metadata.put("hash", hash);
        }

        /** Adds a tensor for each parameter, called by the prefix and its path. */
        public void add(String prefix, List<Parameter> parameters, float[] array) {
            for (Parameter p : parameters) {
                entries.add(new Entry(prefix + p.path(), p.shape(), array, null, p.offset()));
            }
        }

        public void add(String prefix, List<Parameter> parameters, double[] array) {
            for (Parameter p : parameters) {
                entries.add(new Entry(prefix + p.path(), p.shape(), null, array, p.offset()));
            }
        }

        public void number(String name, long value) {
            metadata.put(name, Long.toString(value));
        }

        public void decimal(String name, double value) {
            metadata.put(name, Double.toString(value));
        }

        /** Writes everything to a file beside the wanted one, which that replaces at the end. */
        public void write(Path file) throws IOException {
            StringBuilder json = new StringBuilder("{\"__metadata__\":{");
            metadata.forEach((k, v) -> json.append(json.charAt(json.length() - 1) == '{' ? "" : ",")
                    .append('"')
                    .append(k)
                    .append("\":\"")
                    .append(v)
                    .append('"'));
            json.append('}');
            int at = 0;
            for (Entry e : entries) {
                json.append(",\"")
                        .append(e.name)
                        .append("\":{\"dtype\":\"")
                        .append(e.doubles == null ? "F32" : "F64")
                        .append("\",\"shape\":")
                        .append(e.shape.toString().replace(" ", ""))
                        .append(",\"data_offsets\":[")
                        .append(at)
                        .append(',')
                        .append(at + e.bytes())
                        .append("]}");
                at += e.bytes();
            }
            json.append('}');
            while (json.toString().getBytes(StandardCharsets.UTF_8).length % 8 != 0) {
                json.append(' ');
            }
            byte[] header = json.toString().getBytes(StandardCharsets.UTF_8);
            ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + at).order(ByteOrder.LITTLE_ENDIAN);
            bytes.putLong(header.length).put(header);
            for (Entry e : entries) {
                for (int i = 0; i < e.bytes() / (e.doubles == null ? 4 : 8); i++) {
                    if (e.doubles == null) {
                        bytes.putFloat(e.floats[e.offset + i]);
                    } else {
                        bytes.putDouble(e.doubles[e.offset + i]);
                    }
                }
            }
            bytes.flip();
            Path temporary = Files.createTempFile(
                    file.toAbsolutePath().getParent(), file.getFileName().toString(), ".tmp");
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.write(bytes);
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What a file holds. */
    public static final class Reader {
        private static final Pattern ENTRY = Pattern.compile(
                "\"([^\"]+)\":\\{\"dtype\":\"(F32|F64)\",\"shape\":\\[([0-9,]*)],\"data_offsets\":\\[(\\d+),(\\d+)]}");
        private static final Pattern TEXT = Pattern.compile("\"([^\"]+)\":\"([^\"]*)\"");

        private final Path file;
        private final Map<String, String> metadata = new LinkedHashMap<>();
        private final Map<String, double[]> tensors = new LinkedHashMap<>();
        private final Map<String, String> shapes = new LinkedHashMap<>();

        private Reader(Path file) {
            this.file = file;
        }

        public static Reader open(Path file) throws IOException {
            Reader reader = new Reader(file);
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            byte[] header = new byte[Math.toIntExact(bytes.getLong())];
            bytes.get(header);
            String json = new String(header, StandardCharsets.UTF_8);
            Matcher text = TEXT.matcher(json.substring(0, json.indexOf('}')));
            while (text.find()) {
                reader.metadata.put(text.group(1), text.group(2));
            }
            Matcher entry = ENTRY.matcher(json);
            while (entry.find()) {
                int width = entry.group(2).equals("F32") ? 4 : 8;
                int from = Integer.parseInt(entry.group(4));
                double[] values = new double[(Integer.parseInt(entry.group(5)) - from) / width];
                bytes.position(8 + header.length + from);
                for (int i = 0; i < values.length; i++) {
                    values[i] = width == 4 ? bytes.getFloat() : bytes.getDouble();
                }
                reader.tensors.put(entry.group(1), values);
                reader.shapes.put(entry.group(1), "[" + entry.group(3) + "]");
            }
            return reader;
        }

        /** Fills an array with the tensors of all parameters, called by the prefix and their paths. */
        public void fill(String prefix, List<Parameter> parameters, float[] array) throws IOException {
            for (Parameter p : parameters) {
                double[] values = find(prefix, p);
                for (int i = 0; i < values.length; i++) {
                    array[p.offset() + i] = (float) values[i];
                }
            }
        }

        public void fill(String prefix, List<Parameter> parameters, double[] array) throws IOException {
            for (Parameter p : parameters) {
                double[] values = find(prefix, p);
                System.arraycopy(values, 0, array, p.offset(), values.length);
            }
        }

        private double[] find(String prefix, Parameter p) throws IOException {
            String name = prefix + p.path();
            double[] values = tensors.get(name);
            if (values == null) {
                throw new IOException("tensor " + name + " is missing in " + file.getFileName());
            }
            String shape = p.shape().toString().replace(" ", "");
            if (!shape.equals(shapes.get(name))) {
                throw new IOException("tensor " + name + " is " + shapes.get(name) + " in " + file.getFileName()
                        + ", the network needs " + shape);
            }
            return values;
        }

        public long number(String name) throws IOException {
            String value = metadata.get(name);
            if (value == null) {
                throw new IOException("there is no number of " + name + " in " + file.getFileName());
            }
            return Long.parseLong(value);
        }

        /** A number, or another one if the file does not hold it. */
        public double decimal(String name, double otherwise) {
            String value = metadata.get(name);
            return value == null ? otherwise : Double.parseDouble(value);
        }
    }
}
