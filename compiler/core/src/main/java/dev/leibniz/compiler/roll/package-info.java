/**
 * Turns of a {@code for} that compute the same, each with parameters of its own, become one loop at run time over stacked parameters: code and compile time no
 * longer grow with the number of layers.
 */
@NullMarked
package dev.leibniz.compiler.roll;

import org.jspecify.annotations.NullMarked;
