package dev.leibniz.compiler.source;

/** How bad it is: errors stop the compilation, warnings do not. */
public enum Severity {
    ERROR,
    WARNING
}
