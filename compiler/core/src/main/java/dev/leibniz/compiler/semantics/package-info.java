/**
 * The meaning of programs: names, instances of layers, sizes and shapes, all mistakes against the language's rules.
 * Takes the AST; gives networks: typed expression graphs with what surrounds them.
 * Must not know how graphs are differentiated, rewritten, scheduled or printed.
 */
@NullMarked
package dev.leibniz.compiler.semantics;

import org.jspecify.annotations.NullMarked;
