package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Ready;
import dev.leibniz.compiler.kernel.Step;
import dev.leibniz.compiler.kernel.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where in a backward pass parameters can be updated: each once nothing reads it any more and its gradient is complete, from the last layer to the first. Parameters
 * that lie side by side go together until they are so many that an update in one go at the end would find their gradients gone from the cache.
 */
final class Sweep {
    /** Elements: with gradients and in floats 512 KB, what a second-level cache holds. */
    private static final long LEAST = 1 << 16;

    private Sweep() {}

    /** The steps of a backward pass with the points between them; none if one update at the end is as good. */
    static List<Step> through(List<Step> backward, List<NetworkCode.ParameterSlot> parameters) {
        List<Part> parts = parts(parameters, lastUses(backward));
        if (parts.size() < 2) {
            return backward;
        }
        parts.sort(Comparator.comparingInt(Part::after));
        List<Step> steps = new ArrayList<>();
        int next = 0;
        for (int at = -1; at < backward.size(); at++) {
            if (at >= 0) {
                steps.add(backward.get(at));
            }
            for (; next < parts.size() && parts.get(next).after == at; next++) {
                steps.add(new Ready(parts.get(next).from, parts.get(next).to));
            }
        }
        return steps;
    }

    /** Parameters that lie side by side, and the step after which they can be updated. */
    private record Part(long from, long to, int after) {
        Part and(Part before) {
            return new Part(before.from, to, Math.max(after, before.after));
        }

        boolean isLarge() {
            return to - from >= LEAST;
        }
    }

    private static List<Part> parts(List<NetworkCode.ParameterSlot> parameters, Map<Buffer, Integer> lastUses) {
        List<Part> parts = new ArrayList<>();
        for (int k = parameters.size() - 1; k >= 0; k--) {
            NetworkCode.ParameterSlot parameter = parameters.get(k);
            int after = Math.max(
                    lastUses.getOrDefault(parameter.value(), -1), lastUses.getOrDefault(parameter.gradient(), -1));
            long elements = parameter.shape().elements().constant();
            Part part = new Part(parameter.offset(), parameter.offset() + elements, after);
            Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
            if (last != null && (!last.isLarge() || last.after == after)) {
                parts.set(parts.size() - 1, last.and(part));
            } else {
                parts.add(part);
            }
        }
        return parts;
    }

    /** The last step that touches a buffer. */
    private static Map<Buffer, Integer> lastUses(List<Step> steps) {
        Map<Buffer, Integer> last = new HashMap<>();
        for (int at = 0; at < steps.size(); at++) {
            for (Kernel kernel : Step.kernels(List.of(steps.get(at)))) {
                for (Buffer buffer : Walk.buffers(kernel.body()).keySet()) {
                    last.put(buffer, at);
                }
            }
        }
        return last;
    }
}
