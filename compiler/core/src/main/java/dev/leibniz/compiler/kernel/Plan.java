package dev.leibniz.compiler.kernel;

import dev.leibniz.compiler.ir.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one public operation of a network executes: kernels in order, and where their temporaries live.
 *
 * @param forward kernels, and loops over them, up to the outputs, the loss and the metrics
 * @param backward kernels of the gradients, empty in prediction
 * @param slots where each {@code SLOT} buffer starts in the workspace's float or int array, as a formula in the free sizes
 * @param floats elements of the workspace's float array, an upper bound that is monotonic in the free sizes
 * @param ints elements of the workspace's int array
 * @param operations how many kernels it would have without fusion: the operations that compute something, those in a loop once
 * @param least what no placing of the temporaries can do without: the most floats and ints that are in use at the same time
 */
public record Plan(
        List<Step> forward,
        List<Step> backward,
        Map<Buffer, Size> slots,
        Size floats,
        Size ints,
        Least least,
        int operations) {
    /** Elements in use at the same time. */
    public record Least(Size floats, Size ints) {}

    public Plan {
        forward = List.copyOf(forward);
        backward = List.copyOf(backward);
    }

    /** The same plan with points in its backward pass. */
    public Plan withBackward(List<Step> steps) {
        return new Plan(forward, steps, slots, floats, ints, least, operations);
    }

    /** Whether parameters can be updated while the backward pass runs. */
    public boolean sweeps() {
        return backward.stream().anyMatch(Ready.class::isInstance);
    }

    /** All kernels in order, those of a loop once. */
    public List<Kernel> kernels() {
        List<Kernel> all = new ArrayList<>(Step.kernels(forward));
        all.addAll(Step.kernels(backward));
        return all;
    }

    /** Floating-point operations of all steps. */
    public Size flops() {
        return flops(forward).plus(flops(backward));
    }

    /** Those up to the outputs, the loss and the metrics. */
    public Size forwardFlops() {
        return flops(forward);
    }

    private static Size flops(List<Step> steps) {
        return steps.stream().map(Step::flops).reduce(Size.ZERO, Size::plus);
    }

    /** Bytes of the temporaries at their peak. */
    public Size bytes(boolean doublePrecision) {
        return bytes(floats, ints, doublePrecision);
    }

    /** Bytes of the temporaries that are in use at the same time: a lower bound of {@link #bytes}. */
    public Size leastBytes(boolean doublePrecision) {
        return bytes(least.floats(), least.ints(), doublePrecision);
    }

    private static Size bytes(Size floats, Size ints, boolean doublePrecision) {
        return floats.times(doublePrecision ? 8 : 4).plus(ints.times(4));
    }
}
