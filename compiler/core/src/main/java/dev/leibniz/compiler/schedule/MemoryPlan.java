package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Repeat;
import dev.leibniz.compiler.kernel.Step;
import dev.leibniz.compiler.kernel.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where temporaries live: a buffer gets the memory of one that no later kernel reads, if that is large enough whatever the free sizes are; else new memory.
 *
 * @param offsets where each slot starts
 * @param floats elements of the float array
 * @param ints elements of the int array
 */
record MemoryPlan(Map<Buffer, Size> offsets, Size floats, Size ints) {
    private static final class Place {
        private final Size offset;
        private final Size size;
        private int busyUntil;

        Place(Size offset, Size size) {
            this.offset = offset;
            this.size = size;
        }
    }

    private static final class Arena {
        private final List<Place> places = new ArrayList<>();
        private Size end = Size.ZERO;

        /** The smallest free place that fits, else a new one. */
        Place take(Size elements, int from, int until) {
            Optional<Place> free = places.stream()
                    .filter(place -> place.busyUntil < from && place.size.covers(elements))
                    .min((x, y) -> x.size.equals(y.size) ? 0 : y.size.covers(x.size) ? -1 : 1);
            Place place = free.orElseGet(() -> {
                Place added = new Place(end, elements);
                places.add(added);
                end = end.plus(elements);
                return added;
            });
            place.busyUntil = until;
            return place;
        }
    }

    /** Plans the slots that kernels touch, run in this order. */
    static MemoryPlan of(List<Step> steps) {
        Map<Buffer, int[]> live = ranges(Step.kernels(steps));
        extend(steps, 0, live);
        List<Buffer> order = new ArrayList<>(live.keySet());
        order.sort(Comparator.comparingInt(buffer -> live.get(buffer)[0]));
        Arena floats = new Arena();
        Arena ints = new Arena();
        Map<Buffer, Size> offsets = new LinkedHashMap<>();
        order.forEach(buffer -> {
            int[] range = live.get(buffer);
            Arena arena = buffer.type() == DType.FLOAT ? floats : ints;
            offsets.put(buffer, arena.take(buffer.elements(), range[0], range[1]).offset);
        });
        return new MemoryPlan(offsets, floats.end, ints.end);
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
