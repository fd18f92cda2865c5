/**
 * The syntax of `.nn` files: what was written, as records with spans.
 * Takes source text; gives declarations, statements and expressions.
 * Must not know what names mean or which types fit.
 */
@NullMarked
package dev.leibniz.compiler.syntax;

import org.jspecify.annotations.NullMarked;
