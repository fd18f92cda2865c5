package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Finiteness;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Contract;
import dev.leibniz.compiler.op.Elementwise;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Pad;
import dev.leibniz.compiler.op.Reduce;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.op.ScanResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The infinities that values have because the network computes with infinite constants, as masks do, and not because a number has become too large. They go where
 * arithmetic carries them if operands beside them are finite: through a sum, but not through an exponential of −∞ or the maximum of a row.
 */
final class MeantInfinities {
    /** Finite operands that stand for all others: of both signs, and what stands for false. */
    private static final List<Double> FINITE = List.of(-1.0, 0.0, 1.0);

    private record Signs(boolean negative, boolean positive) {
        static final Signs NONE = new Signs(false, false);
        static final Signs BOTH = new Signs(true, true);

        static Signs of(double value) {
            return new Signs(value == Double.NEGATIVE_INFINITY, value == Double.POSITIVE_INFINITY);
        }

        Signs or(Signs other) {
            return new Signs(negative || other.negative, positive || other.positive);
        }

        /** What an operand may be. */
        List<Double> values() {
            List<Double> values = new ArrayList<>(FINITE);
            if (negative) {
                values.add(Double.NEGATIVE_INFINITY);
            }
            if (positive) {
                values.add(Double.POSITIVE_INFINITY);
            }
            return values;
        }
    }

    /** @param results those of the carries after any number of turns, then those of what is collected */
    private record Loop(MeantInfinities turn, List<Signs> results) {}

    /** What a loop begins with; so that loops in loops are looked at once for each. */
    private record Start(Body body, List<Signs> operands) {}

    private final List<Signs> given;
    private final Map<Value, Signs> known = new HashMap<>();
    private final Map<Start, Loop> loops;

    private MeantInfinities(Graph graph, List<Value> wanted, List<Signs> given, Map<Start, Loop> loops) {
        this.given = given;
        this.loops = loops;
        graph.reachable(wanted).forEach(this::signs);
    }

    /** Those of all that is computed for some values. */
    static MeantInfinities of(Graph graph, List<Value> wanted) {
        return new MeantInfinities(graph, wanted, List.of(), new HashMap<>());
    }

    /** Those of what a loop computes in its turns. */
    MeantInfinities turn(Value scan) {
        return loop(scan).turn();
    }

    /** What holds of a value that matters for all elements. */
    Finiteness finiteness(Value value) {
        return signs(value).equals(Signs.NONE) ? Finiteness.FINITE : Finiteness.NUMBER;
    }

    private Signs signs(Value value) {
        Signs before = known.get(value);
        if (before == null) {
            before = value.type().dtype() == DType.FLOAT ? compute(value) : Signs.NONE;
            known.put(value, before);
        }
        return before;
    }

    private Signs compute(Value value) {
        if (value.op() instanceof Constant constant) {
            return Signs.of(constant.value());
        } else if (value.op() instanceof Given outside) {
            return given.get(outside.position());
        } else if (value.op() instanceof Scan) {
            loop(value);
            return Signs.NONE;
        } else if (value.op() instanceof ScanResult result) {
            return loop(result.scan()).results().get(result.number());
        }
        List<Signs> operands = value.op().operands().stream().map(this::signs).toList();
        Signs any = operands.stream().reduce(Signs.NONE, Signs::or);
        if (value.op() instanceof Pad pad) {
            return any.or(Signs.of(pad.value()));
        } else if (any.equals(Signs.NONE)) {
            return any;
        } else if (value.op() instanceof Elementwise function) {
            return through(function::apply, operands, new double[operands.size()], 0);
        } else if (value.op() instanceof Reduce reduce) {
            return through(
                    pair -> reduce.join(pair[0], pair[1]), List.of(operands.get(0), Signs.NONE), new double[2], 0);
        }
        return value.op() instanceof Contract ? Signs.BOTH : any;
    }

    /** The infinities that a function of some operands, of which at least one is infinite, has. */
    private static Signs through(ToDoubleFunction<double[]> function, List<Signs> operands, double[] values, int next) {
        if (next == values.length) {
            boolean isMeant = Arrays.stream(values).anyMatch(Double::isInfinite);
            return isMeant ? Signs.of(function.applyAsDouble(values)) : Signs.NONE;
        }
        Signs all = Signs.NONE;
        for (double value : operands.get(next).values()) {
            values[next] = value;
            all = all.or(through(function, operands, values, next + 1));
        }
        return all;
    }

    private Loop loop(Value value) {
        Scan scan = (Scan) value.op();
        List<Signs> operands = scan.operands().stream().map(this::signs).toList();
        Loop before = loops.get(new Start(scan.body(), operands));
        if (before == null) {
            before = settled(scan, operands);
            loops.put(new Start(scan.body(), operands), before);
        }
        return before;
    }

    /** A loop whose carries begin with what they may become in it. */
    private Loop settled(Scan scan, List<Signs> operands) {
        List<Value> results = scan.body().results();
        List<Signs> into = operands;
        while (true) {
            MeantInfinities turn = new MeantInfinities(scan.body().graph(), results, into, loops);
            List<Signs> after =
                    new ArrayList<>(results.stream().map(turn::signs).toList());
            List<Signs> next = new ArrayList<>(into);
            for (int k = 0; k < scan.carries(); k++) {
                after.set(k, after.get(k).or(into.get(k)));
                next.set(k, after.get(k));
            }
            if (next.equals(into)) {
                return new Loop(turn, after);
            }
            into = next;
        }
    }
}
