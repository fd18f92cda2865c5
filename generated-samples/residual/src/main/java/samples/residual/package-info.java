/** Networks of fifty blocks with and without a way around each, and the application that looks at their gradients. */
@NullMarked
package samples.residual;

import org.jspecify.annotations.NullMarked;
