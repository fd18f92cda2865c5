package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Buffer;

/**
 * A value that a plan must compute, and where to.
 *
 * @param adds whether it is added to what is there, as gradients are
 * @param forward whether it belongs to the forward pass
 */
record Target(Value value, Buffer buffer, boolean adds, boolean forward) {}
