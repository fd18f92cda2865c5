package dev.leibniz.runtime;

import dev.leibniz.runtime.io.CheckpointException;
import dev.leibniz.runtime.io.Safetensors;
import dev.leibniz.runtime.io.StoredTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/**
 * A network's parameters and states in a safetensors file, with what a trainer keeps beside them. Tensors are called by their paths; those that belong to a
 * trainer have a prefix before it that ends in a slash, such as {@code optimizer/velocity/hidden.W}.
 */
public final class ModelFile {
    private ModelFile() {}

    /** Collects what a file will hold. */
    public static final class Writer {
        private final Map<String, String> metadata = new LinkedHashMap<>();
        private final List<StoredTensor> tensors = new ArrayList<>();

        /**
         * Begins a file.
         *
         * @param network the network's name
         * @param hash tells networks apart by what they compute
         */
        public Writer(String network, String hash) {
            metadata.put("network", network);
            metadata.put("hash", hash);
        }

        /** Adds a tensor for each parameter, with the elements that an array of their layout has now. */
        public void add(String prefix, List<Parameter> parameters, float[] array) {
            for (Parameter parameter : parameters) {
                tensors.add(StoredTensor.of(prefix + parameter.path(), shape(parameter), array, parameter.offset()));
            }
        }

        /** The same in double. */
        public void add(String prefix, List<Parameter> parameters, double[] array) {
            for (Parameter parameter : parameters) {
                tensors.add(StoredTensor.of(prefix + parameter.path(), shape(parameter), array, parameter.offset()));
            }
        }

        public void number(String name, long value) {
            metadata.put(name, Long.toString(value));
        }

        public void decimal(String name, double value) {
            metadata.put(name, Double.toString(value));
        }

        public void numbers(String name, int[] values) {
            metadata.put(name, Arrays.stream(values).mapToObj(Integer::toString).collect(Collectors.joining(" ")));
        }

        /** Writes the file whole or not at all. */
        public void write(Path file) throws IOException {
            Safetensors.write(file, metadata, tensors);
        }
    }

    private static long[] shape(Parameter parameter) {
        return parameter.shape().stream().mapToLong(Integer::longValue).toArray();
    }

    /** What a file holds, and what is to be filled with it: everything at last, or nothing if something does not fit. */
    public static final class Reader {
        private final Path file;
        private final Safetensors.Contents contents;
        private final List<Runnable> copies = new ArrayList<>();
        private final Set<String> prefixes = new LinkedHashSet<>();
        private final Set<String> known = new LinkedHashSet<>();

        private Reader(Path file, Safetensors.Contents contents) {
            this.file = file;
            this.contents = contents;
        }

        /** Reads a file; {@link CheckpointException} if it is damaged. */
        public static Reader open(Path file) throws IOException {
            return new Reader(file, Safetensors.read(file));
        }

        /**
         * Has {@link #finish} fill an array of the parameters' layout.
         *
         * @throws CheckpointException if a tensor is missing or has another shape
         */
        public void fill(String prefix, List<Parameter> parameters, float[] array) throws IOException {
            check(prefix, parameters);
            for (Parameter parameter : parameters) {
                float[] values = tensor(prefix, parameter).toFloats();
                copies.add(() -> System.arraycopy(values, 0, array, parameter.offset(), values.length));
            }
        }

        /** The same in double. */
        public void fill(String prefix, List<Parameter> parameters, double[] array) throws IOException {
            check(prefix, parameters);
            for (Parameter parameter : parameters) {
                double[] values = tensor(prefix, parameter).toDoubles();
                copies.add(() -> System.arraycopy(values, 0, array, parameter.offset(), values.length));
            }
        }

        /**
         * Fills all arrays.
         *
         * @throws CheckpointException if the file holds a tensor, called as those that were asked for, that was not asked for
         */
        public void finish() throws IOException {
            for (String name : contents.tensors().keySet()) {
                if (prefixes.contains(name.substring(0, name.lastIndexOf('/') + 1)) && !known.contains(name)) {
                    throw new CheckpointException("tensor " + name + " in " + file.getFileName()
                            + " is no parameter or state of the network");
                }
            }
            copies.forEach(Runnable::run);
        }

        private StoredTensor tensor(String prefix, Parameter parameter) throws CheckpointException {
            String name = prefix + parameter.path();
            StoredTensor tensor = contents.tensors().get(name);
            if (tensor == null) {
                throw new CheckpointException("tensor " + name + " is missing in " + file.getFileName());
            }
            return tensor;
        }

        private void check(String prefix, List<Parameter> parameters) throws CheckpointException {
            prefixes.add(prefix);
            for (Parameter parameter : parameters) {
                StoredTensor tensor = tensor(prefix, parameter);
                known.add(tensor.name());
                if (!tensor.isFloat() || !Arrays.equals(tensor.shape(), shape(parameter))) {
                    throw new CheckpointException("tensor " + tensor.name() + " is " + tensor.type()
                            + Arrays.toString(tensor.shape()) + " in " + file.getFileName() + ", the network needs "
                            + parameter.shape());
                }
            }
        }

        /** @throws CheckpointException if the file does not hold that number */
        public long number(String name) throws IOException {
            try {
                return Long.parseLong(contents.metadata().getOrDefault(name, ""));
            } catch (NumberFormatException e) {
                throw new CheckpointException(file.getFileName() + " does not say the number of " + name);
            }
        }

        /** Has {@link #finish} set an element to a number, if the file holds it. */
        public void decimal(String name, float[] array, int at) throws IOException {
            decimal(name, value -> array[at] = (float) value);
        }

        /** Has {@link #finish} set all elements to numbers, if the file holds them. */
        public void numbers(String name, int[] array) throws IOException {
            String text = contents.metadata().get(name);
            if (text == null) {
                return;
            }
            try {
                int[] values = Arrays.stream(text.split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                if (values.length == array.length) {
                    copies.add(() -> System.arraycopy(values, 0, array, 0, array.length));
                    return;
                }
            } catch (NumberFormatException e) {
                // Refused below.
            }
            throw new CheckpointException(
                    file.getFileName() + " has " + name + " = " + text + ", which are not " + array.length + " ints");
        }

        /** The same in double. */
        public void decimal(String name, double[] array, int at) throws IOException {
            decimal(name, value -> array[at] = value);
        }

        private void decimal(String name, DoubleConsumer element) throws CheckpointException {
            String text = contents.metadata().get(name);
            if (text == null) {
                return;
            }
            try {
                double value = Double.parseDouble(text);
                copies.add(() -> element.accept(value));
            } catch (NumberFormatException e) {
                throw new CheckpointException(
                        file.getFileName() + " has " + name + " = " + text + ", which is no number");
            }
        }
    }
}
