/**
 * From text to syntax tree.
 * Takes a source file; gives records with spans, and reports what is no sentence of the language.
 * Must not know what names mean, nor which operations exist.
 */
@NullMarked
package dev.leibniz.compiler.syntax;

import org.jspecify.annotations.NullMarked;
