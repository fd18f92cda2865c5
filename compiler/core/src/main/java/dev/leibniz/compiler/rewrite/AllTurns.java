package dev.leibniz.compiler.rewrite;

import static dev.leibniz.compiler.rewrite.Stacked.ALIKE;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Broadcast;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Concat;
import dev.leibniz.compiler.op.Contract;
import dev.leibniz.compiler.op.Elementwise;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Permute;
import dev.leibniz.compiler.op.Reduce;
import dev.leibniz.compiler.op.Reshape;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.op.ScanResult;
import dev.leibniz.compiler.op.Slice;
import dev.leibniz.compiler.op.Turns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of a loop's turns computed for all turns at once, around the loop: those that no carry changes, as far as operations can have one more axis. */
final class AllTurns {
    private final Turns turns;
    private final int carries;
    private final List<Value> operands;
    private final Builder g;
    private final Map<Value, Optional<Stacked>> known = new HashMap<>();

    /**
     * @param operands the loop's, in the graph around it
     * @param g makes values there
     */
    AllTurns(Scan scan, List<Value> operands, Builder g) {
        this.turns = scan.turns();
        this.carries = scan.carries();
        this.operands = operands;
        this.g = g;
    }

    /** The loop's variable. */
    String variable() {
        return turns.variable();
    }

    /** Finds what of the loop's values can be computed for all turns. */
    void addAll(List<Value> values) {
        values.forEach(value -> known.computeIfAbsent(value, this::compute));
    }

    /** Lets a value of the turns be known, since the loop collects it. */
    void know(Value value, Stacked all) {
        known.put(value, Optional.of(all));
    }

    /** The value in all turns; its operands have been added before. */
    Optional<Stacked> of(Value value) {
        return known.getOrDefault(value, Optional.empty());
    }

    /** Whether the value is the same in all turns, and known. */
    boolean isAlike(Value value) {
        return of(value).filter(Stacked::isAlike).isPresent();
    }

    /** Whether all turns contract with the same tensor, so that the rows of all turns are rows of one product. */
    boolean sharesAnOperand(Contract contract) {
        return contract.operands().stream().anyMatch(this::isAlike);
    }

    private Optional<Stacked> compute(Value value) {
        if (value.op() instanceof Given given) {
            return given.position() < carries
                    ? Optional.empty()
                    : Optional.of(new Stacked(operands.get(given.position()), ALIKE));
        } else if (value.op() instanceof Scan || value.op() instanceof ScanResult) {
            return Optional.empty();
        }
        List<Stacked> parts =
                value.op().operands().stream().flatMap(o -> of(o).stream()).toList();
        if (parts.size() < value.op().operands().size()) {
            return Optional.empty();
        }
        Builder at = g.at(value.origin());
        boolean alike = parts.stream().allMatch(Stacked::isAlike);
        if (value.op().mentions(turns.variable())) {
            return alike && value.op() instanceof Slice slice ? slices(slice, parts.get(0), at) : Optional.empty();
        } else if (alike) {
            return Optional.of(new Stacked(at.add(value.op().withOperands(values(parts))), ALIKE));
        }
        return stacked(value, parts, at);
    }

    private static List<Value> values(List<Stacked> parts) {
        return parts.stream().map(Stacked::value).toList();
    }

    /** The slices of all turns, if each is one position further than the one before. */
    private Optional<Stacked> slices(Slice slice, Stacked of, Builder at) {
        Size first = slice.start().minus(turns.position());
        if (!slice.count().isOne() || slice.step() != 1 || first.mentions(turns.variable())) {
            return Optional.empty();
        }
        int axis = slice.axis();
        Value all = at.slice(of.value(), axis, first, turns.count(), 1);
        return Optional.of(new Stacked(at.reshape(all, all.shape().insert(axis + 1, Size.ONE)), axis));
    }

    // -- operations with one more axis

    private Optional<Stacked> stacked(Value value, List<Stacked> parts, Builder at) {
        if (value.op() instanceof Elementwise op) {
            return Optional.of(elementwise(value, op, parts, at));
        } else if (value.op() instanceof Contract contract) {
            return Optional.of(contraction(contract, parts, at));
        } else if (value.op() instanceof Reshape reshape) {
            return Optional.of(reshaped(reshape, parts.get(0), at));
        } else if (value.op() instanceof Permute permute) {
            return Optional.of(permuted(permute, parts.get(0), at));
        } else if (value.op() instanceof Broadcast) {
            Stacked x = parts.get(0).ofRank(value.shape().rank(), at);
            return Optional.of(new Stacked(
                    at.broadcast(x.value(), value.shape().insert(x.axis(), turns.count())), x.axis()));
        } else if (value.op() instanceof Concat concat) {
            return Optional.of(joined(concat, parts, at));
        } else if (value.op() instanceof Slice slice) {
            Stacked x = parts.get(0);
            return Optional.of(new Stacked(
                    at.slice(x.value(), x.axisOf(slice.axis()), slice.start(), slice.count(), slice.step()), x.axis()));
        } else if (value.op() instanceof Reduce reduce) {
            Stacked x = parts.get(0);
            List<Integer> axes = reduce.axes().stream().map(x::axisOf).toList();
            return Optional.of(new Stacked(at.reduce(reduce.combine(), x.value(), axes), x.axis()));
        }
        return Optional.empty();
    }

    private static Stacked elementwise(Value value, Elementwise op, List<Stacked> parts, Builder at) {
        int rank = value.shape().rank();
        int axis = parts.stream()
                .filter(part -> !part.isAlike() && part.rank() == rank)
                .findFirst()
                .map(Stacked::axis)
                .orElse(0);
        List<Value> operands =
                parts.stream().map(part -> part.broadcasting(rank, axis, at)).toList();
        return new Stacked(at.add(op.withOperands(operands)), axis);
    }

    private Stacked joined(Concat concat, List<Stacked> parts, Builder at) {
        int axis = parts.stream()
                .filter(part -> !part.isAlike())
                .findFirst()
                .orElseThrow()
                .axis();
        List<Value> operands = new ArrayList<>();
        for (int k = 0; k < parts.size(); k++) {
            Shape shape = concat.operands().get(k).shape();
            Value part = parts.get(k).broadcasting(shape.rank(), axis, at);
            operands.add(at.broadcast(part, shape.insert(axis, turns.count())));
        }
        return new Stacked(at.concat(operands, concat.axis() < axis ? concat.axis() : concat.axis() + 1), axis);
    }

    private static Stacked permuted(Permute permute, Stacked x, Builder at) {
        List<Integer> order =
                new ArrayList<>(permute.order().stream().map(x::axisOf).toList());
        order.add(x.axis(), x.axis());
        return new Stacked(at.permute(x.value(), order), x.axis());
    }

    /** The turns stay where they are if as many elements are before them in the other shape; else they go first. */
    private Stacked reshaped(Reshape reshape, Stacked x, Builder at) {
        Shape own = reshape.x().shape();
        Size before = own.subShape(0, x.axis()).elements();
        for (int to = 0; to <= reshape.shape().rank(); to++) {
            if (reshape.shape().subShape(0, to).elements().equals(before)) {
                return new Stacked(at.reshape(x.value(), reshape.shape().insert(to, turns.count())), to);
            }
        }
        Value first = x.at(0, at).value();
        return new Stacked(at.reshape(first, reshape.shape().insert(0, turns.count())), 0);
    }

    private static Stacked contraction(Contract contract, List<Stacked> parts, Builder at) {
        List<String> labels = labels(contract, parts);
        int first = 0;
        while (parts.get(first).isAlike()) {
            first++;
        }
        String before = labels.get(first).substring(0, parts.get(first).axis());
        int axis = 0;
        for (int k = 0; k < contract.out().length(); k++) {
            axis = before.indexOf(contract.out().charAt(k)) >= 0 ? k + 1 : axis;
        }
        String out =
                new StringBuilder(contract.out()).insert(axis, turn(contract)).toString();
        return new Stacked(at.contract(values(parts), labels, out), axis);
    }

    /** A contraction whose operands are known in all turns, summed over the turns too. */
    static Value sum(Contract contract, List<Stacked> parts, Builder at) {
        return at.contract(values(parts), labels(contract, parts), contract.out());
    }

    private static List<String> labels(Contract contract, List<Stacked> parts) {
        List<String> labels = new ArrayList<>();
        for (int k = 0; k < parts.size(); k++) {
            String own = contract.labels().get(k);
            labels.add(
                    parts.get(k).isAlike()
                            ? own
                            : new StringBuilder(own)
                                    .insert(parts.get(k).axis(), turn(contract))
                                    .toString());
        }
        return labels;
    }

    /** A label that the contraction does not have. */
    private static char turn(Contract contract) {
        int last = String.join("", contract.labels()).chars().max().orElse('a');
        return (char) (last + 1);
    }
}
