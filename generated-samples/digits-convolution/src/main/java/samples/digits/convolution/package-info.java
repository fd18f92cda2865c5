/** A network of convolutions that tells handwritten digits apart, and the application that trains it. */
@NullMarked
package samples.digits.convolution;

import org.jspecify.annotations.NullMarked;
