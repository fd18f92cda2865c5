/**
 * How good predictions are: takes predictions and what they should have been, batch by batch, gives exact measures of all of them together. Knows neither
 * models nor data sets.
 */
@NullMarked
package dev.leibniz.training.metrics;

import org.jspecify.annotations.NullMarked;
