/**
 * Measures generated networks and other engines in turns and writes a table of both. The classes whose name ends in {@code Child} run in processes of
 * their own and print figures; {@code Compare} starts these and knows nothing of engines but their command lines.
 */
@NullMarked
package samples.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
