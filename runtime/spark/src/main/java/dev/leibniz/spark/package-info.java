/**
 * Data-parallel training and scoring on Apache Spark: takes any generated network and rows of a cluster; gives trained parameters, a history, checkpoints
 * and columns of predictions. Knows networks by {@link dev.leibniz.runtime.Model} alone.
 */
@NullMarked
package dev.leibniz.spark;

import org.jspecify.annotations.NullMarked;
