package dev.leibniz.compiler.emit;

/**
 * A Java source file.
 *
 * @param path below the source root, with slashes
 */
public record JavaSource(String path, String text) {}
