package dev.leibniz.compiler.cli;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a class file says of others: all of it stands in the constant pool, but for the mark of native methods.
 *
 * @param name with slashes
 * @param texts every constant text: names, descriptors of fields and methods, literals
 * @param members every field and method it refers to, as {@code java/lang/Class.forName}
 * @param natives its own methods without code of Java
 */
record ClassReferences(String name, List<String> texts, List<String> members, List<String> natives) {
    private static final int NATIVE = 0x0100;

    /** A constant as it stands: a text, or a kind with up to two numbers. */
    private record Constant(int tag, String text, int first, int second) {}

    static ClassReferences of(byte[] classFile) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
            in.skipNBytes(8);
            Constant[] pool = pool(in);
            in.skipNBytes(2);
            String name = className(pool, in.readUnsignedShort());
            in.skipNBytes(2);
            in.skipNBytes(2L * in.readUnsignedShort());
            skipFields(in);
            return new ClassReferences(name, texts(pool), members(pool), natives(in, pool));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Constant[] pool(DataInputStream in) throws IOException {
        Constant[] pool = new Constant[in.readUnsignedShort()];
        for (int i = 1; i < pool.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> pool[i] = new Constant(tag, in.readUTF(), 0, 0);
                case 7, 8, 16, 19, 20 -> pool[i] = new Constant(tag, "", in.readUnsignedShort(), 0);
                case 9, 10, 11, 12, 17, 18 ->
                    pool[i] = new Constant(tag, "", in.readUnsignedShort(), in.readUnsignedShort());
                case 15 -> pool[i] = new Constant(tag, "", in.readUnsignedByte(), in.readUnsignedShort());
                case 3, 4 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                default -> throw new IOException("no such constant: " + tag);
            }
        }
        return pool;
    }

    private static String className(Constant[] pool, int index) {
        return pool[pool[index].first].text;
    }

    private static List<String> texts(Constant[] pool) {
        List<String> texts = new ArrayList<>();
        for (Constant constant : pool) {
            if (constant != null && constant.tag == 1) {
                texts.add(constant.text);
            }
        }
        return texts;
    }

    private static List<String> members(Constant[] pool) {
        List<String> members = new ArrayList<>();
        for (Constant constant : pool) {
            if (constant != null && constant.tag >= 9 && constant.tag <= 11) {
                members.add(className(pool, constant.first) + "." + pool[pool[constant.second].first].text);
            }
        }
        return members;
    }

    private static void skipFields(DataInputStream in) throws IOException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.skipNBytes(6);
            skipAttributes(in);
        }
    }

    private static List<String> natives(DataInputStream in, Constant[] pool) throws IOException {
        List<String> natives = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            boolean isNative = (in.readUnsignedShort() & NATIVE) != 0;
            String name = pool[in.readUnsignedShort()].text;
            in.skipNBytes(2);
            skipAttributes(in);
            if (isNative) {
                natives.add(name);
            }
        }
        return natives;
    }

    private static void skipAttributes(DataInputStream in) throws IOException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.skipNBytes(2);
            in.skipNBytes(in.readInt());
        }
    }
}
