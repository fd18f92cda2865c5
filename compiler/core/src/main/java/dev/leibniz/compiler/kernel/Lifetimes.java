package dev.leibniz.compiler.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From when to when the temporaries of a plan hold something, counted in its kernels. */
public final class Lifetimes {
    /**
     * A lifetime.
     *
     * @param first the number of the first kernel that touches it, from 0
     * @param last that of the last one
     */
    public record Lifetime(int first, int last) {}

    private final Map<Buffer, int[]> live;

    private Lifetimes(List<Kernel> kernels) {
        this.live = ranges(kernels);
    }

    /** Those of the slots that kernels touch, run in this order. */
    public static Map<Buffer, Lifetime> of(List<Step> steps) {
        Lifetimes lifetimes = new Lifetimes(Step.kernels(steps));
        lifetimes.extend(steps, 0);
        Map<Buffer, Lifetime> found = new LinkedHashMap<>();
        lifetimes.live.forEach((buffer, range) -> found.put(buffer, new Lifetime(range[0], range[1])));
        return found;
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
    private int extend(List<Step> steps, int from) {
        int at = from;
        for (Step step : steps) {
            int first = at;
            if (step instanceof Repeat repeat) {
                at = extend(repeat.body(), at);
                for (Buffer buffer : ranges(Step.kernels(repeat.body())).keySet()) {
                    int[] range = live.get(buffer);
                    if (range[0] < first || range[1] >= at) {
                        range[0] = Math.min(range[0], first);
                        range[1] = Math.max(range[1], at - 1);
                    }
                }
            } else if (step instanceof Kernel) {
                at++;
            }
        }
        return at;
    }
}
