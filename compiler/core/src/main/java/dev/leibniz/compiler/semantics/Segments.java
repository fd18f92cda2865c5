package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Copier;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.op.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A loop whose turns are computed again for its derivative, in segments that are computed again too. Of T turns, ⌊T/⌊√T⌋⌋ segments of ⌊√T⌋ turns keep the carries
 * as each begins, and while the derivative goes through one, its turns keep theirs; fewer than √T turns are left over and run after the segments. So memory grows with
 * √T (Chen et al., "Training deep nets with sublinear memory cost", 2016).
 */
final class Segments {
    private final Body body;
    private final Turns turns;
    private final List<Value> outside;
    private final Builder g;

    private Segments(Body body, Turns turns, List<Value> operands, Builder g) {
        this.body = body;
        this.turns = turns;
        this.outside = operands.subList(body.carries(), operands.size());
        this.g = g;
    }

    /** Whether a loop with this body wants less kept than all its turns begin with: something in it is computed again. */
    static boolean areWanted(Body body) {
        return body.graph().reachable(body.results()).stream()
                .anyMatch(
                        value -> value.op() instanceof Scan scan && scan.turns().recomputed());
    }

    /**
     * The results of the loop: the last values of its carries, then what is collected.
     *
     * @param operands the initial values of the carries, then what every turn reads from outside
     * @param g makes values around the loop
     */
    static List<Value> results(Body body, Turns turns, List<Value> operands, Builder g) {
        return new Segments(body, turns, operands, g).results(operands.subList(0, body.carries()));
    }

    private List<Value> results(List<Value> initial) {
        Size length = turns.count().squareRoot();
        Size segments = turns.count().floorDividedBy(length);
        Size segmented = segments.times(length);
        Size rest = turns.count().minus(segmented);
        Turns left = turns.part(turns.low().plus(segmented), rest);

        // The turns left over have the highest numbers: a loop backwards begins with them.
        List<List<Value>> parts = new ArrayList<>();
        List<Value> carried = initial;
        for (boolean whole : turns.backwards() ? new boolean[] {false, true} : new boolean[] {true, false}) {
            if (!whole && rest.equals(Size.ZERO)) {
                continue;
            }
            List<Value> part = whole ? segments(carried, segments, length) : loop(body, left, carried, outside, g);
            parts.add(turns.backwards() ? 0 : parts.size(), part);
            carried = part.subList(0, body.carries());
        }
        List<Value> results = new ArrayList<>(carried);
        for (int k = body.carries(); k < body.results().size(); k++) {
            int number = k;
            results.add(g.concat(parts.stream().map(part -> part.get(number)).toList(), 0));
        }
        return results;
    }

    private static List<Value> loop(Body body, Turns turns, List<Value> carried, List<Value> outside, Builder g) {
        List<Value> operands = new ArrayList<>(carried);
        operands.addAll(outside);
        Value loop = g.scan(copy(body), turns, operands);
        return IntStream.range(0, body.results().size())
                .mapToObj(k -> g.result(loop, k))
                .toList();
    }

    /** A body of its own, since derivatives add to bodies. */
    private static Body copy(Body body) {
        Graph graph = new Graph();
        return new Body(graph, body.carries(), new Copier(body.graph(), graph).copy(body.results()));
    }

    /** The turns of all segments; what they collect has the turns as its first axis. */
    private List<Value> segments(List<Value> carried, Size segments, Size length) {
        Turns outer = new Turns(turns.variable() + "#segment", Size.ZERO, segments, turns.backwards(), false);
        Turns inner = turns.part(turns.low().plus(outer.size().times(length)), length);
        Turns once = new Turns(turns.variable() + "#checkpoint", Size.ZERO, Size.ONE, false, true);

        Builder segment = new Builder(new Graph(), g.origin());
        List<Value> computed =
                loop(body, inner, given(carried, segment, 0), given(outside, segment, carried.size()), segment);
        Body again = new Body(segment.graph(), 0, computed);

        Builder around = new Builder(new Graph(), g.origin());
        List<Value> entering = new ArrayList<>(given(carried, around, 0));
        entering.addAll(given(outside, around, carried.size()));
        Value checkpoint = around.scan(again, once, entering);
        List<Value> next = IntStream.range(0, computed.size())
                .mapToObj(k -> around.ofTurn(around.result(checkpoint, k), once))
                .toList();
        Body ofSegment = new Body(around.graph(), carried.size(), next);

        List<Value> results = new ArrayList<>(loop(ofSegment, outer, carried, outside, g));
        for (int k = carried.size(); k < results.size(); k++) {
            List<Size> sizes = new ArrayList<>(results.get(k)
                    .shape()
                    .sizes()
                    .subList(1, results.get(k).shape().rank()));
            sizes.set(0, segments.times(length));
            results.set(k, g.reshape(results.get(k), new Shape(sizes)));
        }
        return results;
    }

    /** Stand-ins for values from around a body. */
    private static List<Value> given(List<Value> values, Builder within, int first) {
        return IntStream.range(0, values.size())
                .mapToObj(k -> within.add(new Given(0, first + k, values.get(k).type())))
                .toList();
    }
}
