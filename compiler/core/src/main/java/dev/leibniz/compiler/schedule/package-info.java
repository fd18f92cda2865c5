/**
 * From graph to kernels: which values get memory, which loops they share, in which order kernels run, and where temporaries live.
 * Takes rewritten graphs; gives {@link dev.leibniz.compiler.schedule.NetworkCode}, all that {@code emit} needs.
 * Must not know Java source, nor derive or simplify anything.
 */
@NullMarked
package dev.leibniz.compiler.schedule;

import org.jspecify.annotations.NullMarked;
