package dev.leibniz.compiler.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** HTML or SVG that is being written. Text and attributes are escaped; each element that is opened is closed. */
final class Markup {
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element; attributes are names and values in turns. A value of a decimal number is rounded. */
    Markup open(String tag, Object... attributes) {
        text.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            String written = value instanceof Double number
                    ? String.format(Locale.ROOT, "%.1f", number).replaceAll("\\.0$", "")
                    : value.toString();
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(written))
                    .append('"');
        }
        text.append('>');
        open.push(tag);
        return this;
    }

    Markup close() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    Markup text(String content) {
        text.append(escaped(content));
        return this;
    }

    /** Markup of another hand. */
    Markup raw(String markup) {
        text.append(markup);
        return this;
    }

    /** An element that holds text alone. */
    Markup element(String tag, String content, Object... attributes) {
        return open(tag, attributes).text(content).close();
    }

    private static String escaped(String content) {
        return content.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return text.toString();
    }
}
