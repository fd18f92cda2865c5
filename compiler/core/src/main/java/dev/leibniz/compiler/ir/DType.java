package dev.leibniz.compiler.ir;

/** What one element of a tensor is. {@code FLOAT} is Java's float, or double in a network of double precision. */
public enum DType {
    FLOAT,
    INT,
    BOOL;

    /** The name in `.nn` source. */
    public String spelling() {
        return switch (this) {
            case FLOAT -> "float";
            case INT -> "int";
            case BOOL -> "bool";
        };
    }
}
