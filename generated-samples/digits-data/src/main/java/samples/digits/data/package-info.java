/** Handwritten digits: the data set that several samples learn from, and mini-batches of it. */
@NullMarked
package samples.digits.data;

import org.jspecify.annotations.NullMarked;
