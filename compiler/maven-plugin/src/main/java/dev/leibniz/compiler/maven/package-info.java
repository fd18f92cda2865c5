/**
 * The Maven goals. Takes a project's folders and parameters, gives source files and messages in Maven's form; everything
 * in between is the driver's. Must not know what a network is.
 */
@NullMarked
package dev.leibniz.compiler.maven;

import org.jspecify.annotations.NullMarked;
