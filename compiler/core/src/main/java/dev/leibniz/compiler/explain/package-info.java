/**
 * Explaining: values and derivations as text.
 * Takes graphs; gives mathematics in `.nn` syntax for people to read.
 * Must not know rules, nor how values are scheduled.
 */
@NullMarked
package dev.leibniz.compiler.explain;

import org.jspecify.annotations.NullMarked;
