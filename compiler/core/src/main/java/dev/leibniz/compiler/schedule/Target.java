package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Value;

/**
 * A value that a plan must compute, and where to.
 *
 * @param forward whether it belongs to the forward pass
 */
record Target(Value value, Destination to, boolean forward) {}
