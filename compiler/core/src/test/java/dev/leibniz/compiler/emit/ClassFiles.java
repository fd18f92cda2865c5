package dev.leibniz.compiler.emit;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads from a class file how long its methods are. */
final class ClassFiles {
    private ClassFiles() {}

    /** Bytes of the longest method's code. */
    static int longestMethod(byte[] classFile) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
            in.skipBytes(8);
            int count = in.readUnsignedShort();
            String[] texts = new String[count];
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                if (tag == 1) {
                    texts[i] = in.readUTF();
                } else {
                    in.skipBytes(lengthOf(tag));
                    i += tag == 5 || tag == 6 ? 1 : 0;
                }
            }
            in.skipBytes(6);
            in.skipBytes(2 * in.readUnsignedShort());
            members(in, texts);
            return members(in, texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lengthOf(int tag) {
        return switch (tag) {
            case 5, 6 -> 8;
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            default -> 4;
        };
    }

    private static int members(DataInputStream in, String[] texts) throws IOException {
        int longest = 0;
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.skipBytes(6);
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                String name = texts[in.readUnsignedShort()];
                byte[] content = in.readNBytes(in.readInt());
                if (name.equals("Code")) {
                    longest = Math.max(longest, new DataInputStream(new ByteArrayInputStream(content, 4, 4)).readInt());
                }
            }
        }
        return longest;
    }
}
