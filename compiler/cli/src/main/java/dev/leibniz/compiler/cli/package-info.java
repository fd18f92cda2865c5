/**
 * The command line, {@code nnc}. Takes arguments and files, gives exit codes, messages and files; everything in between is
 * the driver's. Must not know how anything is compiled.
 */
@NullMarked
package dev.leibniz.compiler.cli;

import org.jspecify.annotations.NullMarked;
