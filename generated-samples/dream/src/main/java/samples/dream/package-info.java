/** A network that tells digits apart, and the application that has it dream of them. */
@NullMarked
package samples.dream;

import org.jspecify.annotations.NullMarked;
