package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.source.Span;
import java.util.Optional;

/**
 * A tensor that the caller hands in.
 *
 * @param range what its ints may be, checked where data enters
 * @param leaf the value in the network's graph
 * @param doc the doc comment before its declaration
 */
public record Input(String name, TensorType type, Optional<Range> range, Value leaf, Span span, Optional<String> doc) {
    /** {@code low ≤ element < high}. */
    public record Range(Size low, Size high) {}
}
