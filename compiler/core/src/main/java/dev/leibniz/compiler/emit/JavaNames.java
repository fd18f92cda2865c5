package dev.leibniz.compiler.emit;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Java identifiers made of `.nn` names and paths; no two alike, also not by case alone. */
final class JavaNames {
    private static final Set<String> OBJECT_METHODS = Set.of(
            "clone", "equals", "finalize", "getclass", "hashcode", "notify", "notifyall", "tostring", "wait");

    private final Set<String> taken = new HashSet<>();

    JavaNames(String... reserved) {
        for (String name : reserved) {
            taken.add(name.toLowerCase(Locale.ROOT));
        }
    }

    /** A new identifier as like {@code name} as can be. */
    String take(String name) {
        String wanted = identifier(name);
        String found = wanted;
        for (int n = 2; !isFree(found); n++) {
            found = wanted + "_" + n;
        }
        taken.add(found.toLowerCase(Locale.ROOT));
        return found;
    }

    private boolean isFree(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !taken.contains(lower) && !OBJECT_METHODS.contains(lower) && SourceVersion.isName(name);
    }

    /** {@code block[0].attention.Wq} becomes {@code block0AttentionWq}; a keyword gets an underscore. */
    static String identifier(String name) {
        StringBuilder text = new StringBuilder();
        boolean upper = false;
        for (int c : name.codePoints().toArray()) {
            if (!Character.isJavaIdentifierPart(c) || c == '$') {
                upper = !text.isEmpty();
                continue;
            }
            if (text.isEmpty() && !Character.isJavaIdentifierStart(c)) {
                text.append('_');
            }
            text.appendCodePoint(upper ? Character.toUpperCase(c) : c);
            upper = false;
        }
        String result = text.isEmpty() ? "_value" : text.toString();
        return SourceVersion.isKeyword(result) || result.equals("_") ? result + "_" : result;
    }

    /** {@code hiddenWeight} and {@code block0.W} as constants: {@code HIDDEN_WEIGHT}, {@code BLOCK0_W}. */
    static String constant(String name) {
        String separated = name.replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("(\\p{Ll})(\\p{Lu})", "$1_$2");
        return identifier(separated.replaceAll("^_+|_+$", "").toUpperCase(Locale.ROOT));
    }

    /** With a capital: {@code sgd} becomes {@code Sgd}, {@code my_rule} becomes {@code MyRule}. */
    static String className(String name) {
        String camel = identifier(name.replace('_', '.'));
        return camel.substring(0, 1).toUpperCase(Locale.ROOT) + camel.substring(1);
    }
}
