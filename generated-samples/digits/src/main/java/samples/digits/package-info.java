/**
 * Tells handwritten digits apart: a network of two layers, trained and used by a small application.
 */
@NullMarked
package samples.digits;

import org.jspecify.annotations.NullMarked;
