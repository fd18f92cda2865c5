package dev.leibniz.compiler.emit;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Java identifiers made of `.nn` names and paths, no two alike. */
final class JavaNames {
    private static final List<String> OBJECT_METHODS =
            List.of("clone", "equals", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    /** Classes whose members generated code uses: a variable of such a name would hide them. */
    private static final List<String> CLASSES = List.of(
            "Arrays",
            "Checks",
            "Double",
            "Draws",
            "FiniteChecks",
            "Float",
            "FloatVector",
            "Functions",
            "Initialisers",
            "IntVector",
            "Integer",
            "List",
            "Math",
            "Model",
            "ModelFile",
            "Offsets",
            "Parameter",
            "PlainMatMul",
            "Share",
            "Simd",
            "System",
            "VectorFunctions",
            "VectorLanes",
            "VectorMatMul",
            "VectorOperators");

    private final Set<String> taken = new HashSet<>(OBJECT_METHODS);

    JavaNames(String... reserved) {
        taken.addAll(CLASSES);
        taken.addAll(List.of(reserved));
    }

    /** Keeps names from being taken. */
    void reserve(Collection<String> names) {
        taken.addAll(names);
    }

    /** A new identifier as like {@code name} as can be. */
    String take(String name) {
        return take(identifier(name), List.of());
    }

    /** A new identifier to which, with these endings, other new identifiers belong. */
    String take(String wanted, List<String> endings) {
        String found = wanted;
        for (int n = 2; !isFree(found, endings); n++) {
            found = wanted + "_" + n;
        }
        taken.add(found);
        for (String ending : endings) {
            taken.add(found + ending);
        }
        return found;
    }

    /** A new identifier for a property: neither its getter, which is called so, nor its setter is another method. */
    String takeProperty(String name) {
        String wanted = identifier(name);
        String found = wanted;
        for (int n = 2; taken.contains(found) || taken.contains(setter(found)); n++) {
            found = wanted + "_" + n;
        }
        taken.add(found);
        taken.add(setter(found));
        return found;
    }

    static String setter(String property) {
        return "set" + capitalised(property);
    }

    private boolean isFree(String name, List<String> endings) {
        return !taken.contains(name) && endings.stream().noneMatch(ending -> taken.contains(name + ending));
    }

    /** {@code block[0].attention.Wq} becomes {@code block0AttentionWq}; a keyword gets an underscore. */
    static String identifier(String name) {
        StringBuilder text = new StringBuilder();
        boolean upper = false;
        for (int c : name.codePoints().toArray()) {
            if (!Character.isJavaIdentifierPart(c) || Character.isIdentifierIgnorable(c) || c == '$') {
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
        return SourceVersion.isKeyword(result) ? result + "_" : result;
    }

    /** {@code hiddenWeight} and {@code block0.W} as constants: {@code HIDDEN_WEIGHT}, {@code BLOCK0_W}. */
    static String constant(String name) {
        String separated = name.replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("(\\p{Ll})(\\p{Lu})", "$1_$2");
        return identifier(separated.replaceAll("^_+|_+$", "").toUpperCase(Locale.ROOT));
    }

    static String capitalised(String identifier) {
        int end = identifier.offsetByCodePoints(0, 1);
        return identifier.substring(0, end).toUpperCase(Locale.ROOT) + identifier.substring(end);
    }
}
