package dev.leibniz.compiler.explain;

import java.util.ArrayList;
import java.util.List;

/** Text that does not fit one line. */
public final class TextLines {
    /** Text is not squeezed into columns narrower than this. */
    private static final int NARROWEST = 40;

    private TextLines() {}

    /** The head and the text, broken at spaces where a line would be wider; further lines begin below the text, a little to the right. */
    public static List<String> wrapped(String head, String text, int width) {
        int indent = Math.min(head.length(), width - NARROWEST) + 2;
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(head);
        boolean begun = false;
        for (String word : text.split(" ")) {
            boolean fits = line.length() + 1 + word.length() <= width;
            if (begun && !fits) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(indent));
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
