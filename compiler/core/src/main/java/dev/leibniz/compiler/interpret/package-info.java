/**
 * Reference evaluation, in double and one operation at a time.
 * Takes a graph and the values of its leaves; gives the values of its roots.
 * Must not know kernels or generated code, which are compared with it.
 */
@NullMarked
package dev.leibniz.compiler.interpret;

import org.jspecify.annotations.NullMarked;
