/**
 * The arithmetic that generated code calls: matrix products and elementwise functions, plain and on SIMD vectors.
 * Takes arrays with offsets and strides, or vectors; gives results in the caller's arrays, allocating nothing.
 * Must not know layers or networks, nor threads: callers split rows and hand over ranges.
 */
@NullMarked
package dev.leibniz.runtime.kernel;

import org.jspecify.annotations.NullMarked;
