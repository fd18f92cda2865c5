package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.leibniz.compiler.ir.Size;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Free sizes as int variables: names that nothing else in generated code has, and sizes as expressions of them. */
final class Sizes {
    private static final String[] RESERVED = {
        "from", "to", "scratch", "scratchAt", "FLOATS", "INTS", "KERNELS", "PARAMETER_COUNT", "ALL"
    };

    private final Map<String, String> names = new LinkedHashMap<>();

    /** @param freeSizes in the order in which methods take them */
    Sizes(List<String> freeSizes) {
        JavaNames identifiers = new JavaNames(RESERVED);
        identifiers.reserve(NetworkNames.VARIABLES);
        freeSizes.forEach(size -> names.put(size, identifiers.take(size)));
    }

    /** The free sizes as they are called in `.nn`. */
    List<String> free() {
        return List.copyOf(names.keySet());
    }

    /** The Java variable of a free size. */
    String name(String freeSize) {
        return names.get(freeSize);
    }

    /** The variables of those free sizes that are among {@code used}, in order. */
    List<String> names(Collection<String> used) {
        return names.keySet().stream().filter(used::contains).map(names::get).toList();
    }

    /** All variables, in order. */
    List<String> names() {
        return List.copyOf(names.values());
    }

    /** A size as an expression; of type int or long as the variables are. */
    CodeBlock of(Size size) {
        Size renamed = size;
        for (String symbol : size.symbols()) {
            String name = names.get(symbol);
            if (!name.equals(symbol)) {
                renamed = renamed.substitute(symbol, Size.symbol(name));
            }
        }
        return CodeBlock.of("$L", renamed.toString().replace("*", " * ").replace("/", " / "));
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
