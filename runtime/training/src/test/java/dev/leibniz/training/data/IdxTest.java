package dev.leibniz.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
    @TempDir
    Path folder;

    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("images-idx3-ubyte"), bytes);
    }

    private static byte[] images() throws IOException {
        return bytes(out -> {
            out.writeInt(0x0803);
            out.writeInt(2);
            out.writeInt(1);
            out.writeInt(3);
            out.write(new byte[] {0, 127, -128, -1, 1, 51});
        });
    }

    @Test
    void bytesAreUnsigned() throws IOException {
        Idx images = Idx.read(file(images()));
        assertThat(images.shape()).containsExactly(2, 1, 3);
        assertThat(images.ints()).containsExactly(0, 127, 128, 255, 1, 51);
        assertThat(images.floats(1 / 255.0)[5]).isEqualTo(0.2f);
    }

    @Test
    void compressedFilesAreReadToo() throws IOException {
        Path file = folder.resolve("images.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(images());
        }
        assertThat(Idx.read(file).ints()).containsExactly(0, 127, 128, 255, 1, 51);
        byte[] half = Files.readAllBytes(file);
        assertThatThrownBy(() -> Idx.read(file(java.util.Arrays.copyOf(half, half.length - 12))))
                .isInstanceOf(DataException.class);
    }

    @Test
    void filesOfVeryManyCompressedPartsAreRefused() throws IOException {
        byte[] part = compressed(new byte[0]);
        byte[] parts = new byte[60_000 * part.length];
        for (int at = 0; at < parts.length; at += part.length) {
            System.arraycopy(part, 0, parts, at, part.length);
        }
        assertThatThrownBy(() -> Idx.read(file(parts)))
                .hasMessage("images-idx3-ubyte is damaged: it consists of too many compressed parts");
        byte[] two = java.util.Arrays.copyOf(part, part.length + compressed(images()).length);
        System.arraycopy(compressed(images()), 0, two, part.length, two.length - part.length);
        assertThat(Idx.read(file(two)).ints()).hasSize(6);
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        }
        return compressed.toByteArray();
    }

    @Test
    void sizesThatMultiplyToNothingAreNoElements() throws IOException {
        Idx none = Idx.read(file(bytes(out -> {
            out.writeInt(0x0803);
            out.writeInt(0);
            out.writeInt(Integer.MAX_VALUE);
            out.writeInt(Integer.MAX_VALUE);
        })));
        assertThat(none.floats(1)).isEmpty();
        assertThatThrownBy(() -> Idx.read(file(bytes(out -> {
                    out.writeInt(0x0801);
                    out.writeInt(-1);
                }))))
                .hasMessageContaining("more elements than an array holds");
    }

    @Test
    void otherTypesAreBigEndian() throws IOException {
        assertThat(Idx.read(file(bytes(out -> {
                            out.writeInt(0x0c01);
                            out.writeInt(2);
                            out.writeInt(-7);
                            out.writeInt(70000);
                        })))
                        .ints())
                .containsExactly(-7, 70000);
        Idx doubles = Idx.read(file(bytes(out -> {
            out.writeInt(0x0e01);
            out.writeInt(1);
            out.writeDouble(0.1);
        })));
        assertThat(doubles.floats(1)).containsExactly(0.1f);
        assertThatThrownBy(doubles::ints).hasMessage("the elements of this IDX file are floats");
    }

    @Test
    void damagedFilesAreNeverRead() throws IOException {
        byte[] whole = images();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Idx.read(file(part))).isInstanceOf(DataException.class);
        }
        assertThatThrownBy(() -> Idx.read(file(java.util.Arrays.copyOf(whole, whole.length + 1))))
                .hasMessageContaining("the file has more");
        assertThatThrownBy(() -> Idx.read(file("hello world".getBytes())))
                .hasMessage("images-idx3-ubyte is no IDX file: it begins with 68656c6c");
        assertThatThrownBy(() -> Idx.read(file(bytes(out -> {
                    out.writeInt(0x0802);
                    out.writeInt(Integer.MAX_VALUE);
                    out.writeInt(Integer.MAX_VALUE);
                }))))
                .hasMessageContaining("more elements than an array holds");
        assertThatThrownBy(() -> Idx.read(file(bytes(out -> {
                    out.writeInt(0x0801);
                    out.writeInt(Integer.MAX_VALUE);
                }))))
                .hasMessageContaining("the file has 0");
    }
}
