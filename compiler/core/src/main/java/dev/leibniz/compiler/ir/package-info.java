/**
 * The expression graph: values, operations as data, tensor types and symbolic sizes.
 * Takes spans for the origin of values; gives an interned, immutable SSA graph.
 * Must not know which operations exist, nor derivatives, kernels or Java.
 */
@NullMarked
package dev.leibniz.compiler.ir;

import org.jspecify.annotations.NullMarked;
