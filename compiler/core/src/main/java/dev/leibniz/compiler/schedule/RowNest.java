package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.kernel.Statement.LoopKind;
import dev.leibniz.compiler.op.ArgExtreme;
import dev.leibniz.compiler.op.Contract;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Pointwise;
import dev.leibniz.compiler.op.Reduce;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The statements for one row of a cluster: as few loops over the inner axis as its reductions allow.
 *
 * <p>A reduction is ready after the loop that reads its operand; what depends on it goes into the next loop. Elements that a later loop needs are loaded if they
 * have memory, and computed again if not.
 */
final class RowNest {
    private final Cluster cluster;
    private final Domain domain;
    private final Access access;
    private final Uses uses;
    private final Map<Value, List<Destination>> stores;
    private final Set<Value> members;
    private final Map<Value, Integer> stages = new HashMap<>();
    private final boolean inPlace;

    /**
     * @param stores the members that have memory, and where; the head of a contraction is among them but written by the contraction itself
     * @param inPlace whether that memory is also read as operands: then everything is stored in the last loop, when nothing old is needed any more
     */
    RowNest(Cluster cluster, Access access, Uses uses, Map<Value, List<Destination>> stores, boolean inPlace) {
        this.cluster = cluster;
        this.domain = cluster.domain();
        this.access = access;
        this.uses = uses;
        this.stores = stores;
        this.members = new HashSet<>(cluster.members());
        this.inPlace = inPlace;
        cluster.members().forEach(member -> stages.put(member, stageOf(member)));
    }

    // -- stages

    /** The loop that computes an element member; for a row member the loop before which it is ready. */
    private int stageOf(Value member) {
        int stage = 0;
        for (Value read : ownReads(member)) {
            stage = Math.max(stage, stages.get(read));
        }
        return isReduction(member) ? stage + 1 : stage;
    }

    private static boolean isReduction(Value member) {
        return member.op() instanceof Reduce || member.op() instanceof ArgExtreme;
    }

    private boolean isElement(Value member) {
        return !isReduction(member) && domain.level(member.shape()).orElseThrow() == Domain.Level.ELEMENT;
    }

    private Set<Value> ownReads(Value member) {
        Set<Value> own = new HashSet<>();
        if (!isHead(member) && !(member.op() instanceof Leaf)) {
            readsOf(member).forEach(use -> {
                if (members.contains(use.value())) {
                    own.add(use.value());
                }
            });
        }
        return own;
    }

    private Set<Uses.Use> readsOf(Value member) {
        List<Index> axes = domain.variables();
        if (member.op() instanceof Pointwise) {
            return uses.ofElement(member, domain.indices(member.shape(), axes));
        }
        Value operand = member.op().operands().get(0);
        return uses.ofReading(operand, domain.indices(operand.shape(), axes));
    }

    /** Elements without memory that a later loop than their own needs, though they are dear to compute. */
    Set<Value> worthStoring() {
        Set<Value> found = new HashSet<>();
        for (Value member : cluster.members()) {
            for (Value read : ownReads(member)) {
                int loop = isReduction(member) ? stages.get(member) - 1 : stages.get(member);
                if (isElement(read) && stages.get(read) < loop && Costs.isExpensive(read)) {
                    found.add(read);
                }
            }
        }
        return found;
    }

    // -- statements

    /** Whether there is anything but elements: then rows cannot be merged with the inner axis. */
    boolean hasRowValues() {
        return cluster.members().stream().anyMatch(member -> !isElement(member));
    }

    /**
     * What is computed for one row.
     *
     * @param axes the index along each axis of the domain, the inner one in the variable {@code inner}
     * @param extent the turns of the inner loop
     * @param locals the variables of the kernel so far
     */
    List<Statement> statements(List<Index> axes, String inner, Size extent, Locals locals) {
        List<Statement> body = new ArrayList<>();
        Locals within = locals.inner();
        int last = lastStage();
        for (int stage = 0; stage <= last; stage++) {
            rowValues(stage, axes, within, body);
            loop(stage, axes, inner, extent, within, body);
        }
        return body;
    }

    private int lastStage() {
        return stages.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private int storingStage(Value member) {
        return inPlace ? lastStage() : stages.get(member);
    }

    private void rowValues(int stage, List<Index> axes, Locals locals, List<Statement> body) {
        for (Value member : cluster.members()) {
            if (stages.get(member) != stage || isElement(member)) {
                continue;
            }
            List<Index> at = domain.indices(member.shape(), axes);
            if (!isReduction(member)) {
                Scalar value = access.element(member, at, locals);
                body.add(new Statement.Define(locals.hold(member, at, rowVariables(axes)), value));
            }
            Scalar result = locals.find(member, at).orElseThrow();
            for (Destination to : stores.getOrDefault(member, List.of())) {
                body.add(to.store(Index.flat(at, member.shape().strides()), result));
            }
        }
    }

    private void loop(int stage, List<Index> axes, String inner, Size extent, Locals locals, List<Statement> body) {
        List<Value> sinks = new ArrayList<>();
        List<Value> sums = new ArrayList<>();
        for (Value member : cluster.members()) {
            if (isElement(member) && storingStage(member) == stage && stores.containsKey(member) && !isHead(member)) {
                sinks.add(member);
            } else if (member.op() instanceof Reduce && stages.get(member) == stage + 1) {
                sums.add(member);
            } else if (member.op() instanceof ArgExtreme extreme && stages.get(member) == stage + 1) {
                argLoop(extreme, member, stage, axes, inner, extent, locals, body);
            }
        }
        if (sinks.isEmpty() && sums.isEmpty()) {
            return;
        }
        Locals within = locals.inner();
        List<Statement> turn = new ArrayList<>(definitions(stage, sinks, sums, axes, inner, within));
        for (Value sum : sums) {
            Reduce reduce = (Reduce) sum.op();
            Scalar.Local local = locals.hold(sum, domain.indices(sum.shape(), axes), rowVariables(axes));
            body.add(new Statement.Accumulator(local, reduce.combine()));
            Scalar value = access.read(reduce.x(), domain.indices(reduce.x().shape(), axes), within);
            turn.add(new Statement.Accumulate(local, reduce.combine(), value));
        }
        if (domain.rank() == 0) {
            body.addAll(turn);
        } else {
            body.add(new Statement.Loop(inner, extent, LoopKind.LANES, turn));
        }
    }

    private void argLoop(
            ArgExtreme extreme,
            Value member,
            int stage,
            List<Index> axes,
            String inner,
            Size extent,
            Locals locals,
            List<Statement> body) {
        Scalar.Local best = locals.fresh(extreme.x(), rowVariables(axes));
        Scalar.Local position = locals.hold(member, domain.indices(member.shape(), axes), rowVariables(axes));
        body.add(new Statement.ArgStart(best, position, extreme.largest()));
        Locals within = locals.inner();
        List<Statement> turn = new ArrayList<>(definitions(stage, List.of(), List.of(member), axes, inner, within));
        Scalar value = access.read(extreme.x(), domain.indices(extreme.x().shape(), axes), within);
        Index at = axes.isEmpty() ? Index.ZERO : axes.get(axes.size() - 1);
        turn.add(new Statement.ArgAccumulate(best, position, extreme.largest(), value, at));
        body.add(new Statement.Loop(inner, extent, LoopKind.SERIAL, turn));
    }

    /** The elements that a loop needs, in order, then the sinks stored: after all loads, since memory may be shared with an operand. */
    private List<Statement> definitions(
            int stage, List<Value> sinks, List<Value> readers, List<Index> axes, String inner, Locals within) {
        List<Statement> statements = new ArrayList<>();
        List<Statement> stored = new ArrayList<>();
        List<String> variant = new ArrayList<>(rowVariables(axes));
        variant.add(inner);
        for (Value member : needed(stage, sinks, readers)) {
            List<Index> at = domain.indices(member.shape(), axes);
            boolean computed = !isLoaded(member, stage);
            Scalar value = computed ? access.element(member, at, within) : access.read(member, at, within);
            Scalar.Local local = within.hold(member, at, variant);
            statements.add(new Statement.Define(local, value));
            if (sinks.contains(member)) {
                Index flat = Index.flat(at, member.shape().strides());
                stores.get(member).forEach(to -> stored.add(to.store(flat, local)));
            }
        }
        statements.addAll(stored);
        return statements;
    }

    private List<Value> needed(int stage, List<Value> sinks, List<Value> readers) {
        PriorityQueue<Value> open = new PriorityQueue<>(Comparator.comparingInt(value -> -value.id()));
        Set<Value> seen = new HashSet<>(sinks);
        open.addAll(sinks);
        readers.forEach(reader -> addElements(reader, seen, open));
        List<Value> needed = new ArrayList<>();
        while (!open.isEmpty()) {
            Value member = open.poll();
            needed.add(0, member);
            if (!isLoaded(member, stage)) {
                addElements(member, seen, open);
            }
        }
        return needed;
    }

    private void addElements(Value reader, Set<Value> seen, PriorityQueue<Value> open) {
        for (Value read : ownReads(reader)) {
            if (isElement(read) && seen.add(read)) {
                open.add(read);
            }
        }
    }

    private boolean isLoaded(Value member, int stage) {
        return isHead(member)
                || member.op() instanceof Leaf
                || (!inPlace && stores.containsKey(member) && stages.get(member) < stage && isReadable(member));
    }

    /** Memory that is added into does not hold the value itself. */
    private boolean isReadable(Value member) {
        return stores.get(member).stream().anyMatch(Destination::isWhole);
    }

    private boolean isHead(Value member) {
        return member.op() instanceof Contract;
    }

    private List<String> rowVariables(List<Index> axes) {
        List<String> variables = new ArrayList<>();
        axes.subList(0, domain.rowRank()).forEach(axis -> variables.addAll(axis.loopVariables()));
        return variables;
    }
}
