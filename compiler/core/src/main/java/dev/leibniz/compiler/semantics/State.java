package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.source.Span;
import java.util.Optional;

/**
 * A tensor that is kept between training steps but not trained.
 *
 * @param path its name in checkpoints; unique among parameters and states
 * @param ordinal its number among all
 * @param initial what it holds at first
 * @param leaf what it holds when a step begins, in the network's graph
 * @param next what it holds after a training step, if that changes it
 */
public record State(
        String path,
        Ordinal ordinal,
        TensorType type,
        Initialiser initial,
        Value leaf,
        Optional<Value> next,
        Span span,
        Optional<String> doc) {}
