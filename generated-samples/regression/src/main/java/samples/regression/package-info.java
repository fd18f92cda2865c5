/** Linear and logistic regression as networks, and the application that compares them with their exact solutions. */
@NullMarked
package samples.regression;

import org.jspecify.annotations.NullMarked;
