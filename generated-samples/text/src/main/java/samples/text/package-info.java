/** A small transformer that writes like the text it has read, and the application that trains it. */
@NullMarked
package samples.text;

import org.jspecify.annotations.NullMarked;
