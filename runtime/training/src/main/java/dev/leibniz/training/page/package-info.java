/**
 * Runs as pages for a browser.
 * Takes what a watcher sees of training; gives one HTML file that needs nothing else, or the same live at a local address.
 * Must not know how training goes on.
 */
@NullMarked
package dev.leibniz.training.page;

import org.jspecify.annotations.NullMarked;
