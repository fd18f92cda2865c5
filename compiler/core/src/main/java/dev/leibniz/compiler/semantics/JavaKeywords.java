package dev.leibniz.compiler.semantics;

import java.util.Set;

/** Words that cannot be names in Java. */
final class JavaKeywords {
    private static final Set<String> WORDS = Set.of(
            "_",
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while");

    private static final Set<String> NO_TYPES = Set.of("permits", "record", "sealed", "var", "yield");

    private JavaKeywords() {}

    static boolean contains(String name) {
        return WORDS.contains(name);
    }

    /** Whether no class can be called so, also because the word means something where a type could stand. */
    static boolean isNoClass(String name) {
        return contains(name) || NO_TYPES.contains(name);
    }
}
