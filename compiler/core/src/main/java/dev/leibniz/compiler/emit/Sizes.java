package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.semantics.GeneratedVariables;
import dev.leibniz.compiler.semantics.UpdateRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Free sizes as int variables: names that nothing else in generated code has, and sizes as expressions of them. */
final class Sizes {
    /** A number that may be beyond what an int holds. */
    private static final Pattern LONG = Pattern.compile("\\b\\d{10,}\\b");

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, String> turns = new LinkedHashMap<>();

    /**
     * @param freeSizes in the order in which methods take them
     * @param loops the variables of loops over kernels
     * @param classes names of classes, which variables must not hide
     */
    Sizes(List<String> freeSizes, List<String> loops, List<String> classes) {
        JavaNames identifiers = new JavaNames();
        identifiers.reserve(GeneratedVariables.OF_CLASSES_AND_KERNELS);
        identifiers.reserve(classes);
        identifiers.reserve(GeneratedVariables.OF_METHODS);
        freeSizes.forEach(size -> names.put(size, identifiers.take(size)));
        identifiers.reserve(List.of(UpdateRule.ELEMENTS));
        loops.forEach(loop -> turns.put(loop, identifiers.take(loop)));
    }

    /** The Java variables of loops over kernels. */
    List<String> turns() {
        return List.copyOf(turns.values());
    }

    /** The Java variable of a loop over kernels. */
    String turn(String loop) {
        return turns.get(loop);
    }

    /** The free sizes as they are called in `.nn`. */
    List<String> free() {
        return List.copyOf(names.keySet());
    }

    /** The Java variable of a free size. */
    String name(String freeSize) {
        return names.get(freeSize);
    }

    /** The variables of those free sizes and loops that are among {@code used}, in order. */
    List<String> names(Collection<String> used) {
        List<String> found = new ArrayList<>();
        names.forEach((size, name) -> {
            if (used.contains(size)) {
                found.add(name);
            }
        });
        turns.forEach((loop, name) -> {
            if (used.contains(loop)) {
                found.add(name);
            }
        });
        return found;
    }

    /** All variables, in order. */
    List<String> names() {
        return List.copyOf(names.values());
    }

    /** A size as an expression; of type int or long as the variables are. */
    CodeBlock of(Size size) {
        return CodeBlock.of("$L", text(size, ""));
    }

    /** A size as an expression that is right where int variables would overflow; a mere variable or small number is an int all the same. */
    CodeBlock exact(Size size) {
        if (isSimple(size)) {
            return of(size);
        }
        return CodeBlock.of("$L", text(size, "(long) "));
    }

    /** Whether it is one variable or a number that an int holds. */
    boolean isSimple(Size size) {
        return size.isConstant()
                ? size.constant() == (int) size.constant()
                : size.symbols().size() == 1
                        && size.equals(Size.symbol(size.symbols().get(0)));
    }

    private String text(Size size, String conversion) {
        Size renamed = size;
        for (String symbol : size.symbols()) {
            String name = conversion + names.getOrDefault(symbol, turns.get(symbol));
            if (!name.equals(symbol)) {
                renamed = renamed.substitute(symbol, Size.symbol(name));
            }
        }
        return LONG.matcher(renamed.toString())
                .replaceAll(number -> Long.parseLong(number.group()) > Integer.MAX_VALUE ? "$0L" : "$0")
                .replace("*", " * ")
                .replace("/", " / ")
                .replace("isqrt(", "(int) Math.sqrt(")
                .replace("max(", "Math.max(");
    }

    /** The same, in parentheses if it is a sum. */
    CodeBlock factor(Size size) {
        CodeBlock text = of(size);
        return isSum(size) ? CodeBlock.of("($L)", text) : text;
    }

    private static boolean isSum(Size size) {
        String text = size.toString();
        return text.contains(" + ") || text.contains(" - ") || text.startsWith("-");
    }
}
