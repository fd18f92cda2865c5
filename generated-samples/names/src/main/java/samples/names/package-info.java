/** A recurrent network that makes up given names, and the application that trains it. */
@NullMarked
package samples.names;

import org.jspecify.annotations.NullMarked;
