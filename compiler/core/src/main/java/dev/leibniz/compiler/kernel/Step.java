package dev.leibniz.compiler.kernel;

import dev.leibniz.compiler.ir.Size;
import java.util.ArrayList;
import java.util.List;

/** A part of what a plan runs: one kernel, a loop over several, or a point between them. */
public sealed interface Step permits Kernel, Ready, Repeat {
    /** Floating-point operations of one run, as a formula. */
    Size flops();

    /** The kernels of steps in order, those of a loop once. */
    static List<Kernel> kernels(List<Step> steps) {
        List<Kernel> kernels = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Repeat repeat) {
                kernels.addAll(kernels(repeat.body()));
            } else if (step instanceof Kernel kernel) {
                kernels.add(kernel);
            }
        }
        return kernels;
    }
}
