package dev.leibniz.compiler.kernel;

import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.source.Span;
import java.util.List;

/**
 * What a kernel computes, for people.
 *
 * @param text one line of mathematics, {@code hidden = image @ W + b}
 * @param type that of the result
 * @param origin its place in `.nn` source, or none
 * @param places where the kernel writes the result
 */
public record Formula(String text, TensorType type, Span origin, Finiteness finiteness, List<Place> places) {
    public Formula {
        places = List.copyOf(places);
    }
}
