package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Repeat;
import dev.leibniz.compiler.kernel.Step;
import dev.leibniz.compiler.kernel.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where temporaries live: in two arrays, in which those that are not needed at the same time share memory.
 *
 * @param offsets where each slot starts
 * @param floats elements of the float array
 * @param ints elements of the int array
 * @param leastFloats the most floats that are needed at the same time
 * @param leastInts the most ints that are needed at the same time
 */
record MemoryPlan(Map<Buffer, Size> offsets, Size floats, Size ints, Size leastFloats, Size leastInts) {
    /** Plans the slots that kernels touch, run in this order. */
    static MemoryPlan of(List<Step> steps) {
        Map<Buffer, int[]> live = ranges(Step.kernels(steps));
        extend(steps, 0, live);
        List<Arena.Tenant> floats = new ArrayList<>();
        List<Arena.Tenant> ints = new ArrayList<>();
        live.forEach((buffer, range) ->
                (buffer.type() == DType.FLOAT ? floats : ints).add(new Arena.Tenant(buffer, range[0], range[1])));
        Arena.Plan placedFloats = Arena.place(floats);
        Arena.Plan placedInts = Arena.place(ints);
        Map<Buffer, Size> offsets = new LinkedHashMap<>(placedFloats.offsets());
        offsets.putAll(placedInts.offsets());
        return new MemoryPlan(
                offsets, placedFloats.elements(), placedInts.elements(), Arena.least(floats), Arena.least(ints));
    }

    /** The first and the last kernel that touch each slot. */
    private static Map<Buffer, int[]> ranges(List<Kernel> kernels) {
        Map<Buffer, int[]> live = new LinkedHashMap<>();
        for (int at = 0; at < kernels.size(); at++) {
            for (Buffer buffer : Walk.buffers(kernels.get(at).body()).keySet()) {
                if (buffer.kind() == Buffer.Kind.SLOT) {
                    int[] range = live.computeIfAbsent(buffer, b -> new int[] {-1, 0});
                    range[0] = range[0] < 0 ? at : range[0];
                    range[1] = at;
                }
            }
        }
        return live;
    }

    /** What a loop touches and something around it, too, lives through all its turns; inner loops come first. */
    private static int extend(List<Step> steps, int from, Map<Buffer, int[]> live) {
        int at = from;
        for (Step step : steps) {
            int first = at;
            at = step instanceof Repeat repeat ? extend(repeat.body(), at, live) : at + 1;
            if (step instanceof Repeat repeat) {
                for (Buffer buffer : ranges(Step.kernels(repeat.body())).keySet()) {
                    int[] range = live.get(buffer);
                    if (range[0] < first || range[1] >= at) {
                        range[0] = Math.min(range[0], first);
                        range[1] = Math.max(range[1], at - 1);
                    }
                }
            }
        }
        return at;
    }
}
