/**
 * Networks as pages for a browser.
 * Takes derivations, plans and generated files; gives one HTML file that needs nothing else.
 * Must not know how any of these came about.
 */
@NullMarked
package dev.leibniz.compiler.page;

import org.jspecify.annotations.NullMarked;
