/**
 * What emitted code is: buffers, index and scalar expressions, loop nests and contractions, all records.
 * Takes nothing but symbolic sizes; gives the vocabulary in which operations are lowered and which {@code emit} prints.
 * Must not know the graph's operations, nor Java source.
 */
@NullMarked
package dev.leibniz.compiler.kernel;

import org.jspecify.annotations.NullMarked;
