/**
 * Rewriting: named rules in phases, run to a fixed point.
 * Takes a graph and its roots; gives an equal graph that is stabler, smaller or nearer to code.
 * Must not know the program text, nor how values are scheduled.
 */
@NullMarked
package dev.leibniz.compiler.rewrite;

import org.jspecify.annotations.NullMarked;
