package dev.leibniz.compiler.source;

import java.util.Arrays;

/**
 * A line of source as a terminal shows it: tabs expanded, wide characters two columns wide, control characters replaced, and of a very long
 * line only the part around the place of interest.
 */
final class DisplayLine {
    private static final int TAB = 4;
    private static final int LONGEST = 160;
    private static final int BEFORE = 60;

    private final StringBuilder text = new StringBuilder();

    /** The display column of each character of the line, and of its end; characters cut off are at the edges. */
    private final int[] columns;

    /** @param focus the offset in the line that has to stay visible */
    DisplayLine(String line, int focus) {
        columns = new int[line.length() + 1];
        int from = line.length() <= LONGEST ? 0 : boundary(line, Math.max(0, focus - BEFORE));
        int to = line.length() <= LONGEST ? line.length() : boundary(line, Math.min(line.length(), from + LONGEST));
        int column = 0;
        if (from > 0) {
            text.append('…');
            column = 1;
        }
        int at = from;
        while (at < to) {
            int character = line.codePointAt(at);
            int next = at + Character.charCount(character);
            Arrays.fill(columns, at, next, column);
            column += append(character, column);
            at = next;
        }
        Arrays.fill(columns, to, columns.length, column);
        if (to < line.length()) {
            text.append('…');
        }
    }

    private int append(int character, int column) {
        if (character == '\t') {
            int width = TAB - column % TAB;
            text.append(" ".repeat(width));
            return width;
        }
        if (Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE) {
            text.append('\uFFFD');
            return 1;
        }
        text.appendCodePoint(character);
        return width(character);
    }

    private static int boundary(String line, int at) {
        return at > 0 && at < line.length() && Character.isLowSurrogate(line.charAt(at)) ? at - 1 : at;
    }

    /** How many columns a character takes: none for combining marks, two for East Asian wide ones and emoji. */
    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = character >= 0x1100 && character <= 0x115F
                || character >= 0x2E80 && character <= 0xA4CF
                || character >= 0xAC00 && character <= 0xD7A3
                || character >= 0xF900 && character <= 0xFAFF
                || character >= 0xFE30 && character <= 0xFE6F
                || character >= 0xFF00 && character <= 0xFF60
                || character >= 0xFFE0 && character <= 0xFFE6
                || character >= 0x1F300 && character <= 0x1FAFF
                || character >= 0x20000 && character <= 0x3FFFD;
        return wide ? 2 : 1;
    }

    /** The column, from 0, at which the character at an offset of the line is shown. */
    int column(int offset) {
        return columns[Math.min(offset, columns.length - 1)];
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
