/**
 * The compiler as one call. Takes source files and options, gives generated files and diagnostics; runs the stages in their
 * order and is the only API of the command line, the Maven plugin and tests. Must not know how any stage works.
 */
@NullMarked
package dev.leibniz.compiler.driver;

import org.jspecify.annotations.NullMarked;
