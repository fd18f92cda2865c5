package dev.leibniz.compiler.kernel;

import dev.leibniz.compiler.ir.Size;

/**
 * A point of a backward pass from which on some parameters are read no more and their gradients are complete: they can be updated in the same sweep.
 *
 * @param from the first element, an offset in the array of parameters
 * @param to behind the last
 */
public record Ready(long from, long to) implements Step {
    @Override
    public Size flops() {
        return Size.ZERO;
    }
}
