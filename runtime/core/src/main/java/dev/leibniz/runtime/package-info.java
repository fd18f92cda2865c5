/**
 * What generated models lean on besides arithmetic: threads, checks of what enters, the mark of generated code.
 * Takes arrays and ranges of rows; gives calls in parallel, and exceptions that name the input.
 * Must not know the compiler, nor any particular network.
 */
@NullMarked
package dev.leibniz.runtime;

import org.jspecify.annotations.NullMarked;
