/** A network that is surprised by digits it does not know, and the application that measures how much. */
@NullMarked
package samples.anomaly;

import org.jspecify.annotations.NullMarked;
