/** A network that solves a differential equation, and the application that trains and draws it. */
@NullMarked
package samples.physics;

import org.jspecify.annotations.NullMarked;
