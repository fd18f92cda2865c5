package dev.leibniz.compiler.emit;

import dev.leibniz.compiler.kernel.Formula;
import dev.leibniz.compiler.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text that comes from `.nn` files inside Java comments. */
final class Docs {
    private Docs() {}

    /** Text for a doc comment, which neither ends it nor is taken for a Unicode escape. */
    static String text(String text) {
        return text.replace("\\", "&#92;").replace("*/", "*&#47;");
    }

    /** What a declaration's own comment says, behind what is said of it without a full stop. */
    static String after(Optional<String> comment) {
        return comment.map(String::strip)
                .map(text -> text.endsWith(".") ? text.substring(0, text.length() - 1) : text)
                .map(text -> ": " + text(text))
                .orElse("");
    }

    /** Text that a doc comment shows as it stands, such as a formula. */
    static String code(String text) {
        String balanced = text.replace('{', '(').replace('}', ')');
        return "{@code " + balanced.replace("\\", "/").replace("*/", "* /") + "}";
    }

    /** What a kernel computes with its places in the `.nn` files, a line each. */
    static List<String> formulas(Kernel kernel) {
        List<String> lines = new ArrayList<>();
        for (Formula formula : kernel.formulas()) {
            String place = formula.origin().isNone() ? "" : "   (" + formula.origin() + ")";
            lines.add((formula.text() + place).replace("\\", "/"));
        }
        return lines;
    }
}
