/** A network that learns from a CSV file, and the application that trains it. */
@NullMarked
package samples.penguins;

import org.jspecify.annotations.NullMarked;
