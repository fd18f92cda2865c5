package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.source.Span;
import java.util.Optional;

/**
 * A trained tensor. Its shape has no free size.
 *
 * @param path its name in checkpoints, such as {@code block[0].attention.Wq}; unique in a network
 * @param ordinal its number among all
 * @param leaf the value in the network's graph
 * @param span the {@code param} statement; of a layer's parameter, the one in the layer's source
 */
public record Parameter(
        String path,
        Ordinal ordinal,
        TensorType type,
        Initialiser initialiser,
        Value leaf,
        Span span,
        Optional<String> doc) {}
