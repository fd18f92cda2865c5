package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Lifetimes;
import dev.leibniz.compiler.kernel.Step;
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
        List<Arena.Tenant> floats = new ArrayList<>();
        List<Arena.Tenant> ints = new ArrayList<>();
        Lifetimes.of(steps)
                .forEach((buffer, life) -> (buffer.type() == DType.FLOAT ? floats : ints)
                        .add(new Arena.Tenant(buffer, life.first(), life.last())));
        Arena.Plan placedFloats = Arena.place(floats);
        Arena.Plan placedInts = Arena.place(ints);
        Map<Buffer, Size> offsets = new LinkedHashMap<>(placedFloats.offsets());
        offsets.putAll(placedInts.offsets());
        return new MemoryPlan(
                offsets, placedFloats.elements(), placedInts.elements(), Arena.least(floats), Arena.least(ints));
    }
}
