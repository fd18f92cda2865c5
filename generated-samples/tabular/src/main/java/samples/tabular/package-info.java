/** Linear models and networks for four tables of measurements, and the application that compares them. */
@NullMarked
package samples.tabular;

import org.jspecify.annotations.NullMarked;
