/**
 * The operations, one file each: typing, evaluation, derivative rules, lowering and notation of one operation side by side.
 * Takes the graph and the kernel vocabulary; gives what can stand in a graph, and a builder for it.
 * Must not know how gradients are summed, rules are applied or loops are fused.
 */
@NullMarked
package dev.leibniz.compiler.op;

import org.jspecify.annotations.NullMarked;
