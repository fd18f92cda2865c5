package dev.leibniz.compiler.driver;

/**
 * A Java source file.
 *
 * @param path relative to a source root, with forward slashes: {@code samples/digits/Digits.java}
 */
public record GeneratedFile(String path, String text) {
    /** The qualified name of its class. */
    public String className() {
        return path.substring(0, path.length() - ".java".length()).replace('/', '.');
    }
}
