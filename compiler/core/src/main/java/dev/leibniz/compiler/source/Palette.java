package dev.leibniz.compiler.source;

/** The colours of rendered diagnostics: ANSI escapes, or none. */
record Palette(boolean colours) {
    private static final String RESET = "\u001B[0m";
    private static final String BOLD = "\u001B[1m";
    private static final String RED = "\u001B[1;31m";
    private static final String YELLOW = "\u001B[1;33m";
    private static final String BLUE = "\u001B[1;34m";

    String severity(Severity severity, String text) {
        return paint(severity == Severity.ERROR ? RED : YELLOW, text);
    }

    String bold(String text) {
        return paint(BOLD, text);
    }

    /** Line numbers, bars and arrows. */
    String frame(String text) {
        return paint(BLUE, text);
    }

    /** Carets and underlines with their texts. */
    String marks(Marks.Row row) {
        StringBuilder painted = new StringBuilder();
        int from = 0;
        while (from < row.text().length()) {
            char style = row.styles().charAt(from);
            int to = from;
            while (to < row.text().length() && row.styles().charAt(to) == style) {
                to++;
            }
            String part = row.text().substring(from, to);
            painted.append(style == Marks.PLAIN ? part : paint(style == Marks.PRIMARY ? RED : BLUE, part));
            from = to;
        }
        return painted.toString();
    }

    private String paint(String colour, String text) {
        return colours ? colour + text + RESET : text;
    }
}
