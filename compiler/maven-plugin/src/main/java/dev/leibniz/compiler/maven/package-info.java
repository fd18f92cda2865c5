/**
 * The Maven goals. Takes a project's folders and parameters, gives source files, pages and messages in Maven's form; everything
 * in between is the driver's. Must not know what a network is made of.
 */
@NullMarked
package dev.leibniz.compiler.maven;

import org.jspecify.annotations.NullMarked;
