package dev.leibniz.runtime.io;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Values as JSON that may stand in a script: maps in their order, lists, arrays of numbers, strings, numbers, booleans. What is no number is {@code null}. */
public final class JsonText {
    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    /** The text of a value. */
    public static String of(Object value) {
        JsonText json = new JsonText();
        json.value(value);
        return json.text.toString();
    }

    private void value(Object value) {
        if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                text.append(separator);
                string(entry.getKey().toString());
                text.append(": ");
                value(entry.getValue());
                separator = ", ";
            }
            text.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            String separator = "";
            text.append('[');
            for (Object element : list) {
                text.append(separator);
                value(element);
                separator = ", ";
            }
            text.append(']');
        } else if (value instanceof long[] longs) {
            text.append(Arrays.toString(longs));
        } else if (value instanceof double[] doubles) {
            value(Arrays.stream(doubles).boxed().toList());
        } else if (value instanceof Double number) {
            text.append(Double.isFinite(number) ? number.toString() : "null");
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            string(value.toString());
        }
    }

    /** A quoted string without {@code <}, so that none ends a script. */
    private void string(String content) {
        text.append(Json.quote(content).replace("<", "\\u003c"));
    }
}
