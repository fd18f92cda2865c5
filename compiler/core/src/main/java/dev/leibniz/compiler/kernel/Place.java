package dev.leibniz.compiler.kernel;

/**
 * Where a result lies.
 *
 * @param origin the position of its first element in the buffer
 */
public record Place(Buffer buffer, Index origin) {}
