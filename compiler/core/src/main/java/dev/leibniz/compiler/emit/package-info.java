/**
 * From kernels to Java source.
 * Takes a network as kernels and memory; gives classes, printed by JavaPoet.
 * Must not know the graph.
 */
@NullMarked
package dev.leibniz.compiler.emit;

import org.jspecify.annotations.NullMarked;
