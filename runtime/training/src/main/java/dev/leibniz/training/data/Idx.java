package dev.leibniz.training.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An array from a file in the IDX format, in which MNIST comes: a type, the sizes, and the elements in big-endian order. Files compressed by gzip are
 * read too. (Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits".)
 */
public final class Idx {
    private final int[] shape;
    private final int type;
    private final ByteBuffer elements;

    private Idx(int[] shape, int type, ByteBuffer elements) {
        this.shape = shape;
        this.type = type;
        this.elements = elements;
    }

    /**
     * Reads a file.
     *
     * @throws DataException if it is damaged, in another format, or holds more than half of what memory this JVM may use
     */
    public static Idx read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = open(file)) {
            int magic = integer(in);
            int type = magic >> 8;
            int axes = magic & 0xff;
            if (width(type) == 0 || axes == 0) {
                throw new DataException(String.format("%s is no IDX file: it begins with %08x", name, magic));
            }
            int[] shape = new int[axes];
            long length = width(type);
            for (int i = 0; i < axes; i++) {
                shape[i] = integer(in);
                if (shape[i] < 0 || shape[i] > 0 && length > Integer.MAX_VALUE / shape[i]) {
                    throw new DataException(name + " has more elements than an array holds: "
                            + Arrays.toString(Arrays.copyOf(shape, i + 1)));
                }
                length *= shape[i];
            }
            int most = most(type);
            byte[] bytes = in.readNBytes((int) Math.min(length, most));
            if (bytes.length == most && length > most) {
                throw new DataException(name + " holds " + (length >> 20) + " MiB of elements, too much for a JVM of "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
            }
            if (bytes.length < length || in.read() >= 0) {
                throw new DataException(name + " is damaged: " + Arrays.toString(shape) + " elements are " + length
                        + " bytes, the file has " + (bytes.length < length ? bytes.length : "more"));
            }
            return new Idx(shape, type, ByteBuffer.wrap(bytes));
        } catch (EOFException | ZipException e) {
            throw new DataException(
                    name + " is damaged: " + (e.getMessage() == null ? "it ends early" : e.getMessage()));
        } catch (StackOverflowError manyParts) {
            // The JDK reads what follows the end of one compressed part in a call of its own.
            throw new DataException(name + " is damaged: it consists of too many compressed parts");
        }
    }

    /**
     * How many bytes of elements are read at most: together with the same as floats they take half of the memory this JVM may use. A small file may hold very many,
     * compressed.
     */
    private static int most(int type) {
        long most = Runtime.getRuntime().maxMemory() / 2 / (width(type) + Float.BYTES) * width(type);
        return (int) Math.min(most, Integer.MAX_VALUE - 8);
    }

    private static InputStream open(Path file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(2);
        boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return zipped ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static int integer(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(4);
        if (bytes.length < 4) {
            throw new EOFException();
        }
        return ByteBuffer.wrap(bytes).getInt();
    }

    /** Bytes of an element, 0 for a type that the format does not have. */
    private static int width(int type) {
        return switch (type) {
            case 0x08, 0x09 -> 1;
            case 0x0b -> 2;
            case 0x0c, 0x0d -> 4;
            case 0x0e -> 8;
            default -> 0;
        };
    }

    /** The sizes, the outermost first. */
    public int[] shape() {
        return shape.clone();
    }

    private int length() {
        return elements.capacity() / width(type);
    }

    private double get(int i) {
        return switch (type) {
            case 0x08 -> elements.get(i) & 0xff;
            case 0x09 -> elements.get(i);
            case 0x0b -> elements.getShort(2 * i);
            case 0x0c -> elements.getInt(4 * i);
            case 0x0d -> elements.getFloat(4 * i);
            default -> elements.getDouble(8 * i);
        };
    }

    /** The elements times a factor; 1/255 brings bytes between 0 and 1. */
    public float[] floats(double factor) {
        float[] floats = new float[length()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) (get(i) * factor);
        }
        return floats;
    }

    /**
     * The elements as ints.
     *
     * @throws DataException if the file holds floats
     */
    public int[] ints() {
        if (type >= 0x0d) {
            throw new DataException("the elements of this IDX file are floats");
        }
        int[] ints = new int[length()];
        Arrays.setAll(ints, i -> (int) get(i));
        return ints;
    }
}
