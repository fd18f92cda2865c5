package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the safetensors files among the test resources: one line of plain JSON, then F64 and I32 data. */
final class StoredTensors {
    private static final Pattern ENTRY = Pattern.compile(
            "\"([^\"]+)\":\\{\"dtype\":\"(F64|I32)\",\"shape\":\\[([0-9,]*)],\"data_offsets\":\\[(\\d+),(\\d+)]}");

    private StoredTensors() {}

    static Map<String, Tensor> read(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int header = Math.toIntExact(bytes.getLong());
        byte[] json = new byte[header];
        bytes.get(json);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Matcher entry = ENTRY.matcher(new String(json, StandardCharsets.UTF_8));
        while (entry.find()) {
            int[] shape = entry.group(3).isEmpty()
                    ? new int[0]
                    : Pattern.compile(",")
                            .splitAsStream(entry.group(3))
                            .mapToInt(Integer::parseInt)
                            .toArray();
            double[] data = new double[Tensor.elements(shape)];
            bytes.position(8 + header + Integer.parseInt(entry.group(4)));
            for (int i = 0; i < data.length; i++) {
                data[i] = entry.group(2).equals("F64") ? bytes.getDouble() : bytes.getInt();
            }
            tensors.put(entry.group(1), new Tensor(shape, data));
        }
        return tensors;
    }
}
