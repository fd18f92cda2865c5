package dev.leibniz.runtime.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
    private record Damage(String name, byte[] file, String message) {}

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("network", "Digits \"quoted\" \\ \n ü 😀");
        metadata.put("empty", "");
        List<StoredTensor> tensors = List.of(
                StoredTensor.of("block[0].W", new long[] {2, 3}, new float[] {9, 1, 2, 3, 4, 5, -0f}, 1),
                StoredTensor.of("θ", new long[] {}, new double[] {Math.PI}, 0),
                StoredTensor.of("label", new long[] {2}, new int[] {7, -7}, 0),
                StoredTensor.of("none", new long[] {0, 5}, new float[0], 0),
                new StoredTensor("flag", StoredTensor.Type.BOOL, new long[] {3}, ByteBuffer.wrap(new byte[] {1, 0, 1})),
                StoredTensor.of("last", new long[] {1}, new double[] {Double.NaN}, 0));
        Path file = folder.resolve("a.safetensors");
        Safetensors.write(file, metadata, tensors);
        Safetensors.Contents contents = Safetensors.read(file);
        assertThat(contents.metadata()).containsExactlyEntriesOf(metadata);
        assertThat(contents.tensors().values()).containsExactlyElementsOf(tensors);
        assertThat(contents.tensors().get("block[0].W").toFloats()).containsExactly(1, 2, 3, 4, 5, -0f);
        assertThat(contents.tensors().get("label").toInts()).containsExactly(7, -7);
        assertThat(contents.tensors().get("flag").toDoubles()).containsExactly(1, 0, 1);
    }

    @Test
    void everyTypeIsUnderstood() throws IOException {
        assertThat(floats("F16", 0x3c00, 0xc000, 0x0001, 0x7c00, 0x03ff, 0x7bff))
                .containsExactly(1, -2, 0x1p-24f, Float.POSITIVE_INFINITY, 1023 * 0x1p-24f, 65504);
        assertThat(floats("BF16", 0x3f80, 0xc040)).containsExactly(1, -3);
        assertThat(floats("I16", 0xffff, 5)).containsExactly(-1, 5);
        byte[] bytes = file("{'a':{'dtype':'U8','shape':[2],'data_offsets':[0,2]}}", new byte[] {-1, 3});
        assertThat(read(bytes).tensors().get("a").toInts()).containsExactly(255, 3);
        bytes = file("{'a':{'dtype':'I64','shape':[],'data_offsets':[0,8]}}", new byte[] {0, 0, 0, 0, 0, 0, 0, 1});
        StoredTensor large = read(bytes).tensors().get("a");
        assertThat(large.toDoubles()).containsExactly(0x1p56);
        assertThatThrownBy(large::toInts)
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("a")
                .hasMessageContaining("is no int");
    }

    @Test
    void tensorsOfWideElementsComeFirstSoThatAllAreAligned() throws IOException {
        Path file = folder.resolve("a.safetensors");
        ByteBuffer one = ByteBuffer.wrap(new byte[] {1});
        Safetensors.write(
                file,
                Map.of(),
                List.of(
                        new StoredTensor("b", StoredTensor.Type.BOOL, new long[] {1}, one),
                        StoredTensor.of("d", new long[] {1}, new double[] {1}, 0)));
        byte[] bytes = Files.readAllBytes(file);
        long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        assertThat(header % 8).isZero();
        assertThat(new String(bytes, 8, (int) header, StandardCharsets.UTF_8))
                .contains("\"d\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}");
        assertThat(Safetensors.read(file).tensors().keySet()).containsExactly("b", "d");
    }

    @Test
    void aFailedWriteLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("a.safetensors");
        Files.writeString(file, "old");
        assertThatThrownBy(() -> AtomicFile.replace(file, channel -> {
                    channel.write(ByteBuffer.wrap(new byte[100]));
                    throw new IOException("disk full");
                }))
                .hasMessage(file + ": disk full");
        assertThat(Files.readString(file)).isEqualTo("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFolderThatDoesNotExistIsAnError() {
        Path file = folder.resolve("nowhere").resolve("a.safetensors");
        assertThatThrownBy(() -> Safetensors.write(file, Map.of(), List.of())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(IOException.class);
    }

    @Test
    void twoTensorsOfOneNameAreRefused() {
        StoredTensor tensor = StoredTensor.of("a", new long[] {1}, new float[1], 0);
        assertThatThrownBy(() -> Safetensors.write(folder.resolve("a"), Map.of(), List.of(tensor, tensor)))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("two tensors are called a");
    }

    @TestFactory
    List<DynamicTest> damagedFilesAreRefused() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Damage each : damages()) {
            tests.add(DynamicTest.dynamicTest(
                    each.name,
                    () -> assertThatThrownBy(() -> read(each.file))
                            .isInstanceOf(CheckpointException.class)
                            .hasMessageContaining("x.safetensors")
                            .hasMessageContaining(each.message)));
        }
        return tests;
    }

    @Test
    void noCutAndNoChangedByteGivesAnythingButAnException() throws IOException {
        byte[] good = file(
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'b':{'dtype':'U8','shape':[],'data_offsets':[8,9]}}",
                new byte[9]);
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(CheckpointException.class);
        }
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = good.clone();
            for (int j = 0; j <= random.nextInt(3); j++) {
                changed[random.nextInt(good.length)] = (byte) random.nextInt(256);
            }
            Throwable thrown = catchThrowable(() -> read(changed));
            assertThat(thrown == null || thrown instanceof CheckpointException)
                    .as("%s", thrown)
                    .isTrue();
        }
    }

    @Test
    void messagesAreShortHoweverLongWhatTheyAreAbout() {
        String large = "n".repeat(500_000);
        for (byte[] file : List.of(
                file("{'" + large + "':1}", new byte[0]),
                file("{'" + large + "':1,'" + large + "':1}", new byte[0]),
                file("{'a':{'" + large + "':1}}", new byte[0]),
                file("{'__metadata__':{'" + large + "':1}}", new byte[0]),
                tensor("'" + large + "'", "[2]", "[0,8]"),
                tensor("'F32'", "[" + "3,".repeat(200_000) + "3]", "[0,8]"),
                tensor("'F32'", "[2]", "[" + "0,".repeat(200_000) + "8]"))) {
            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(CheckpointException.class)
                    .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(1100));
        }
    }

    @Test
    void aFolderIsNamed() {
        assertThatThrownBy(() -> Safetensors.read(folder))
                .isInstanceOf(CheckpointException.class)
                .hasMessage(folder + " is a folder, no safetensors file");
    }

    private static List<Damage> damages() {
        String a = "'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}";
        byte[] eight = new byte[8];
        return List.of(
                new Damage("empty", new byte[0], "it has 0 bytes"),
                new Damage("header longer than the file", header(1000, "{}"), "header should have 1000 bytes"),
                new Damage("header of 2^63 bytes", header(Long.MIN_VALUE, "{}"), "no safetensors file"),
                new Damage("header of 100 MB", header(100_000_000, "{}"), "no safetensors file"),
                new Damage("header of no bytes", header(0, ""), "text ends too soon"),
                new Damage(
                        "text",
                        "package t;\nnetwork".getBytes(StandardCharsets.UTF_8),
                        "x.safetensors is no safetensors file: it does not begin with the length of a header"),
                new Damage("not JSON", file("nonsense", eight), "damaged header"),
                new Damage("not an object", file("[1]", eight), "it is not an object"),
                new Damage("not UTF-8", header(2, new byte[] {(byte) 0xc3, 0x28}), "not UTF-8"),
                new Damage("deep JSON", file("[".repeat(100_000), eight), "nested deeper"),
                new Damage("deep objects", file("{'a':".repeat(100_000), eight), "nested deeper"),
                new Damage("text behind the header", file("{" + a + "}}", eight), "text after the end"),
                new Damage("duplicate name", file("{" + a + "," + a + "}", eight), "a second \"a\""),
                new Damage("half a surrogate", file("{'\\ud800':1}", eight), "surrogate"),
                new Damage("data too short", file("{" + a + "}", new byte[7]), "tensor a ends at byte 8"),
                new Damage("data too long", file("{" + a + "}", new byte[9]), "last 1 bytes belong to no tensor"),
                new Damage(
                        "overlap",
                        file("{" + a + ",'b':{'dtype':'U8','shape':[1],'data_offsets':[7,8]}}", eight),
                        "tensor b overlaps"),
                new Damage(
                        "hole",
                        file("{" + a + ",'b':{'dtype':'U8','shape':[1],'data_offsets':[9,10]}}", new byte[10]),
                        "tensor b follows 1 bytes that belong to no tensor"),
                new Damage("wrong byte count", tensor("'F32'", "[3]", "[0,8]"), "F32[3] needs 12"),
                new Damage("negative shape", tensor("'F32'", "[-2]", "[0,8]"), "whole numbers from 0"),
                new Damage("fraction in shape", tensor("'F32'", "[2.0]", "[0,8]"), "whole numbers from 0"),
                new Damage(
                        "overflowing shape", tensor("'F32'", "[4294967296,4294967296]", "[0,8]"), "too many elements"),
                new Damage("overflowing bytes", tensor("'F64'", "[2305843009213693953]", "[0,8]"), "too many elements"),
                new Damage("number beyond 64 bits", tensor("'F32'", "[99999999999999999999]", "[0,8]"), "64 bits"),
                new Damage("offsets backwards", tensor("'F32'", "[2]", "[8,0]"), "data_offsets [8, 0]"),
                new Damage("one offset", tensor("'F32'", "[2]", "[8]"), "data_offsets [8]"),
                new Damage("begin behind the data", tensor("'F32'", "[0]", "[9,9]"), "ends at byte 9"),
                new Damage(
                        "huge shape with a zero", tensor("'F32'", "[9223372036854775807,0]", "[0,8]"), "has 8 bytes"),
                new Damage("unknown field", file("{'a':{'shapes':[]}}", eight), "an unknown field \"shapes\""),
                new Damage("null in shape", tensor("'F32'", "[null]", "[0,8]"), "whole numbers from 0"),
                new Damage("unknown type", tensor("'F8_E4M3'", "[8]", "[0,8]"), "unknown type F8_E4M3"),
                new Damage("type no string", tensor("4", "[2]", "[0,8]"), "has no type"),
                new Damage("no shape", tensor("'F32'", "null", "[0,8]"), "has no shape"),
                new Damage("tensor no object", file("{'a':[]}", new byte[0]), "not described by an object"),
                new Damage("metadata no strings", file("{'__metadata__':{'a':1}}", new byte[0]), "not a string"),
                new Damage("metadata no object", file("{'__metadata__':[]}", new byte[0]), "not an object"));
    }

    private static byte[] tensor(String type, String shape, String offsets) {
        return file("{'a':{'dtype':" + type + ",'shape':" + shape + ",'data_offsets':" + offsets + "}}", new byte[8]);
    }

    private float[] floats(String type, int... bits) throws IOException {
        ByteBuffer data = ByteBuffer.allocate(2 * bits.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int each : bits) {
            data.putShort((short) each);
        }
        String tensor = "{'a':{'dtype':'" + type + "','shape':[" + bits.length + "],'data_offsets':[0,"
                + 2 * bits.length + "]}}";
        return read(file(tensor, data.array())).tensors().get("a").toFloats();
    }

    private Safetensors.Contents read(byte[] bytes) throws IOException {
        Path file = folder.resolve("x.safetensors");
        Files.write(file, bytes);
        return Safetensors.read(file);
    }

    private static byte[] file(String json, byte[] data) {
        byte[] text = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        return file.putLong(text.length).put(text).put(data).array();
    }

    private static byte[] header(long length, String json) {
        return header(length, json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] header(long length, byte[] json) {
        ByteBuffer file = ByteBuffer.allocate(8 + json.length).order(ByteOrder.LITTLE_ENDIAN);
        return file.putLong(length).put(json).array();
    }
}
