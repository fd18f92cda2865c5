package dev.leibniz.runtime.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A strict reader of JSON (RFC 8259) into maps in order, lists, strings, longs, doubles, booleans and {@link #NULL}. Refuses duplicate
 * names, lone surrogates, whole numbers beyond 64 bits, and values nested deeper than {@value #DEEPEST}, so that no input costs
 * more than a small multiple of its length.
 */
final class Json {
    /** The value {@code null}. */
    static final Object NULL = new Object();

    private static final int DEEPEST = 16;

    /** What is wrong with a text, and where. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String message, int at) {
            super(message + " at character " + at);
        }
    }

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) throws Malformed {
        Json reader = new Json(text);
        Object value = reader.value(0);
        reader.skipBlanks();
        if (reader.at < text.length()) {
            throw reader.malformed("text after the end");
        }
        return value;
    }

    /** The string as a JSON literal. */
    static String quote(String string) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private Object value(int depth) throws Malformed {
        if (depth > DEEPEST) {
            throw malformed("values nested deeper than " + DEEPEST);
        }
        skipBlanks();
        char c = peek();
        switch (c) {
            case '{':
                return object(depth);
            case '[':
                return array(depth);
            case '"':
                return string();
            case 't':
                return word("true", true);
            case 'f':
                return word("false", false);
            case 'n':
                return word("null", NULL);
            default:
                return number();
        }
    }

    private Map<String, Object> object(int depth) throws Malformed {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        if (skipIf('}')) {
            return members;
        }
        do {
            skipBlanks();
            int start = at;
            String name = string();
            if (!skipIf(':')) {
                throw malformed("no ':'");
            }
            if (members.put(name, value(depth + 1)) != null) {
                throw new Malformed("a second " + quote(name), start);
            }
        } while (skipIf(','));
        if (!skipIf('}')) {
            throw malformed("no ',' or '}'");
        }
        return members;
    }

    private List<Object> array(int depth) throws Malformed {
        List<Object> elements = new ArrayList<>();
        at++;
        if (skipIf(']')) {
            return elements;
        }
        do {
            elements.add(value(depth + 1));
        } while (skipIf(','));
        if (!skipIf(']')) {
            throw malformed("no ',' or ']'");
        }
        return elements;
    }

    private String string() throws Malformed {
        if (peek() != '"') {
            throw malformed("no string");
        }
        at++;
        StringBuilder string = new StringBuilder();
        for (char c = peek(); c != '"'; c = peek()) {
            if (c < ' ') {
                throw malformed("a control character in a string");
            }
            at++;
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        for (int i = 0; i < string.length(); i++) {
            if (Character.isSurrogate((char) string.codePointAt(i)) && string.codePointAt(i) < 0x10000) {
                throw malformed("half a surrogate pair in a string");
            }
            i += Character.charCount(string.codePointAt(i)) - 1;
        }
        return string.toString();
    }

    private char escaped() throws Malformed {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw malformed("an unknown escape in a string");
        };
    }

    private char unicode() throws Malformed {
        int code = 0;
        for (int i = 0; i < 4; i++, at++) {
            char c = peek();
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw malformed("no four hexadecimal digits");
            }
            code = code << 4 | digit;
        }
        return (char) code;
    }

    private Object number() throws Malformed {
        int start = at;
        boolean whole = true;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        boolean zero = at < text.length() && text.charAt(at) == '0';
        int digits = digits();
        if (digits == 0 || zero && digits > 1) {
            throw new Malformed("no value", start);
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            whole = false;
            requireDigits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            whole = false;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            requireDigits();
        }
        String literal = text.substring(start, at);
        try {
            return whole ? (Object) Long.valueOf(literal) : (Object) Double.valueOf(literal);
        } catch (NumberFormatException e) {
            throw new Malformed("a number beyond 64 bits", start);
        }
    }

    private int digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - start;
    }

    private void requireDigits() throws Malformed {
        if (digits() == 0) {
            throw malformed("no digit");
        }
    }

    private Object word(String word, Object value) throws Malformed {
        if (!text.startsWith(word, at)) {
            throw malformed("no value");
        }
        at += word.length();
        return value;
    }

    private boolean skipIf(char c) throws Malformed {
        skipBlanks();
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws Malformed {
        if (at >= text.length()) {
            throw malformed("text ends too soon");
        }
        return text.charAt(at);
    }

    private Malformed malformed(String message) {
        return new Malformed(message, at);
    }
}
