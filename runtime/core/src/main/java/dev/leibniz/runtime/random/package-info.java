/**
 * Random numbers that depend on nothing but their coordinates, and the initial values of parameters drawn from them.
 * Takes a seed, a stream and an index; gives the same numbers on every machine and at any thread count.
 * Must not keep state.
 */
@NullMarked
package dev.leibniz.runtime.random;

import org.jspecify.annotations.NullMarked;
