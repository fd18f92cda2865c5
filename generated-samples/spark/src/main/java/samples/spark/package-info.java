/** A classifier trained on Apache Spark, beside the same on one machine. */
@NullMarked
package samples.spark;

import org.jspecify.annotations.NullMarked;
