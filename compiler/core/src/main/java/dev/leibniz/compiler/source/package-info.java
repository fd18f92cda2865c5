/**
 * Source text and what is said about it: files, spans, diagnostics and their rendering.
 * Takes text; gives positions in it, and problems as data and as print.
 * Must not know the language.
 */
@NullMarked
package dev.leibniz.compiler.source;

import org.jspecify.annotations.NullMarked;
