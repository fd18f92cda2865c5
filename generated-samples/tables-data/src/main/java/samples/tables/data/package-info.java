/** Small tables of real measurements that several samples learn from, cut into folds and standardised. */
@NullMarked
package samples.tables.data;

import org.jspecify.annotations.NullMarked;
