/**
 * The chain rule: contributions of all paths summed, un-broadcast once. Forward mode, derived from other formulas, is
 * here so that tests can check one with the other: no network needs it.
 * Takes a graph with gradients to expand; gives one without.
 * Must not know the derivative of any operation.
 */
@NullMarked
package dev.leibniz.compiler.autodiff;

import org.jspecify.annotations.NullMarked;
