/** JMH benchmarks of generated networks. */
@NullMarked
package samples.benchmarks;

import org.jspecify.annotations.NullMarked;
