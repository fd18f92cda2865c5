/**
 * What networks are trained on: takes arrays and files, gives data sets and batches of them. Knows neither models nor the loop
 * that trains them.
 */
@NullMarked
package dev.leibniz.training.data;

import org.jspecify.annotations.NullMarked;
