/**
 * From data to a trained model: takes any generated network and a data set, gives trained parameters, a history and checkpoints. Knows
 * networks by {@link dev.leibniz.runtime.Model} alone.
 */
@NullMarked
package dev.leibniz.training;

import org.jspecify.annotations.NullMarked;
