/**
 * The language server: what editors ask about `.nn` files, over the Language Server Protocol.
 * Takes texts as they are typed; gives mistakes, types, places and proposals.
 * Must not know how anything is compiled: it asks the driver, and reads syntax trees and facts.
 */
@NullMarked
package dev.leibniz.compiler.lsp;

import org.jspecify.annotations.NullMarked;
