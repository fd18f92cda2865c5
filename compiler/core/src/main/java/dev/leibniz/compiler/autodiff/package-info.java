/**
 * The chain rule: contributions of all paths summed, un-broadcast once; and its forward-mode counterpart.
 * Takes a graph with gradients to expand; gives one without.
 * Must not know the derivative of any operation.
 */
@NullMarked
package dev.leibniz.compiler.autodiff;

import org.jspecify.annotations.NullMarked;
