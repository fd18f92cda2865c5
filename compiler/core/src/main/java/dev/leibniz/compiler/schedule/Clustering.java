package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.op.ArgExtreme;
import dev.leibniz.compiler.op.Contract;
import dev.leibniz.compiler.op.CumulativeSum;
import dev.leibniz.compiler.op.Draw;
import dev.leibniz.compiler.op.OverlapAdd;
import dev.leibniz.compiler.op.Pad;
import dev.leibniz.compiler.op.Pointwise;
import dev.leibniz.compiler.op.Reduce;
import dev.leibniz.compiler.op.ScanResult;
import dev.leibniz.compiler.op.ScatterAdd;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts every computed value into a cluster: with the producers of its operands if they run over the same domain, else with others that read the same memory,
 * else alone. Never so that two clusters would wait for each other.
 */
final class Clustering {
    private final Inlining inlining;
    private final Uses uses;
    private final Set<Value> forwardValues;
    private final List<Cluster> clusters = new ArrayList<>();
    private final Map<Value, Cluster> homes = new HashMap<>();
    private final Map<Value, Set<Cluster>> readers = new HashMap<>();

    private Clustering(Inlining inlining, Set<Value> forwardValues) {
        this.inlining = inlining;
        this.uses = new Uses(inlining);
        this.forwardValues = forwardValues;
    }

    /**
     * @param values what is to be computed, operands before users
     * @param forwardValues those that outputs, the loss or metrics depend on
     * @return the clusters in an order in which they can run, forward ones first
     */
    static List<Cluster> of(List<Value> values, Inlining inlining, Set<Value> forwardValues) {
        Clustering clustering = new Clustering(inlining, forwardValues);
        for (Value value : values) {
            if (value.op() instanceof ScanResult result) {
                clustering.homes.put(value, clustering.homes.get(result.scan()));
            } else if (!Inlining.isOutside(value) && !inlining.isInlined(value) && !inlining.isAlias(value)) {
                clustering.place(value);
            }
        }
        return clustering.ordered();
    }

    private void place(Value value) {
        boolean forward = forwardValues.contains(value);
        Set<Uses.Use> reads = readsOf(value);
        Optional<Cluster> found = joins(value) ? find(value, forward, reads) : Optional.empty();
        Cluster home = found.orElseGet(() -> {
            Cluster alone =
                    new Cluster(clusters.size(), domainOf(value), forward, joins(value) || isOpenContraction(value));
            clusters.add(alone);
            return alone;
        });
        home.members().add(value);
        homes.put(value, home);
        for (Uses.Use use : reads) {
            if (homes.get(use.value()) != home) {
                home.reads().add(use.value());
                readers.computeIfAbsent(use.value(), v -> new LinkedHashSet<>()).add(home);
            }
        }
        waitFor(home, before(home, reads));
    }

    // -- what a value is

    /** Whether the value is computed one element or one row at a time, and so may share loops. */
    private static boolean joins(Value value) {
        return (value.op() instanceof Pointwise && !isSpecial(value)) || reducesRows(value);
    }

    /** Whether the value is a reduction of the inner axis of its operand's domain. */
    static boolean reducesRows(Value value) {
        if (value.op() instanceof Reduce reduce) {
            return isInner(reduce.axes(), reduce.x());
        }
        return value.op() instanceof ArgExtreme extreme && isInner(extreme.axes(), extreme.x());
    }

    private static boolean isInner(List<Integer> axes, Value x) {
        return axes.stream()
                .filter(axis -> !x.shape().get(axis).isOne())
                .toList()
                .equals(List.of(innerAxis(x)));
    }

    private static int innerAxis(Value x) {
        for (int axis = x.shape().rank() - 1; axis >= 0; axis--) {
            if (!x.shape().get(axis).isOne()) {
                return axis;
            }
        }
        return -1;
    }

    /** Whether rows of the result are complete, in order, when the contraction is done, so that others may work on them. */
    private static boolean isOpenContraction(Value value) {
        return value.op() instanceof Contract;
    }

    static Domain domainOf(Value value) {
        return Domain.of(reducesRows(value) ? value.op().operands().get(0).shape() : value.shape());
    }

    // -- what a value reads

    private Set<Uses.Use> readsOf(Value value) {
        Domain domain = domainOf(value);
        List<Index> axes = domain.variables();
        if (value.op() instanceof Pointwise) {
            return uses.ofElement(value, domain.indices(value.shape(), axes));
        }
        Set<Uses.Use> reads = new LinkedHashSet<>();
        for (Value operand : value.op().operands()) {
            boolean rowwise = reducesRows(value);
            List<Index> at = rowwise
                    ? domain.indices(operand.shape(), axes)
                    : Domain.of(operand.shape())
                            .indices(operand.shape(), Domain.of(operand.shape()).variables());
            uses.ofReading(operand, at)
                    .forEach(use -> reads.add(rowwise ? use : new Uses.Use(use.value(), Optional.empty())));
        }
        return reads;
    }

    // -- where it may go

    private Optional<Cluster> find(Value value, boolean forward, Set<Uses.Use> reads) {
        Set<Cluster> candidates = new LinkedHashSet<>();
        List<Uses.Use> latestFirst = new ArrayList<>(reads);
        latestFirst.sort((a, b) -> Integer.compare(b.value().id(), a.value().id()));
        latestFirst.stream()
                .map(use -> homes.get(use.value()))
                .filter(c -> c != null)
                .forEach(candidates::add);
        for (Uses.Use use : latestFirst) {
            List<Cluster> siblings = new ArrayList<>(readers.getOrDefault(use.value(), Set.of()));
            Collections.reverse(siblings);
            candidates.addAll(siblings.subList(0, Math.min(4, siblings.size())));
        }
        return candidates.stream()
                .filter(c -> mayJoin(value, forward, reads, c))
                .findFirst();
    }

    private boolean mayJoin(Value value, boolean forward, Set<Uses.Use> reads, Cluster cluster) {
        if (!cluster.open() || cluster.forward() != forward) {
            return false;
        }
        Domain domain = cluster.domain();
        if (reducesRows(value)
                ? !domain.equals(domainOf(value))
                : domain.level(value.shape()).isEmpty()) {
            return false;
        }
        List<Index> axes = domain.variables();
        for (Uses.Use use : readsIn(value, domain, reads)) {
            boolean own = homes.get(use.value()) == cluster;
            if (own && !use.at().equals(Optional.of(domain.indices(use.value().shape(), axes)))) {
                return false;
            }
        }
        Set<Value> read = reads.stream().map(Uses.Use::value).collect(Collectors.toSet());
        if (!cluster.hasRoomFor(read)) {
            return false;
        }
        return reads.stream()
                .map(use -> homes.get(use.value()))
                .noneMatch(producer -> producer != null
                        && producer != cluster
                        && producer.ancestors().get(cluster.number()));
    }

    /** The reads again, as they look from the loops of the cluster that the value would join. */
    private Set<Uses.Use> readsIn(Value value, Domain domain, Set<Uses.Use> reads) {
        return value.op() instanceof Pointwise
                ? uses.ofElement(value, domain.indices(value.shape(), domain.variables()))
                : reads;
    }

    // -- order

    /** The clusters that must run before {@code cluster} to compute these reads. */
    private BitSet before(Cluster cluster, Set<Uses.Use> reads) {
        BitSet before = new BitSet();
        for (Uses.Use use : reads) {
            Cluster producer = homes.get(use.value());
            if (producer != null && producer != cluster) {
                before.set(producer.number());
                before.or(producer.ancestors());
                producer.users().add(cluster);
            }
        }
        return before;
    }

    /** Hands what a cluster waits for on to those that wait for it. */
    private static void waitFor(Cluster cluster, BitSet before) {
        Deque<Cluster> waiting = new ArrayDeque<>(List.of(cluster));
        while (!waiting.isEmpty()) {
            Cluster next = waiting.remove();
            int known = next.ancestors().cardinality();
            next.ancestors().or(before);
            if (next.ancestors().cardinality() > known) {
                waiting.addAll(next.users());
            }
        }
    }

    private List<Cluster> ordered() {
        List<Cluster> order = new ArrayList<>(clusters);
        Map<Cluster, Integer> ancestors = new HashMap<>();
        order.forEach(cluster -> ancestors.put(cluster, cluster.ancestors().cardinality()));
        order.sort((a, b) -> {
            if (a.forward() != b.forward()) {
                return a.forward() ? -1 : 1;
            }
            int byAncestors = Integer.compare(ancestors.get(a), ancestors.get(b));
            return byAncestors != 0
                    ? byAncestors
                    : Integer.compare(a.head().id(), b.head().id());
        });
        return drawnLate(order);
    }

    /** Random numbers wait for nothing, but right before they are needed is soon enough. */
    private static List<Cluster> drawnLate(List<Cluster> order) {
        List<Cluster> late = new ArrayList<>();
        List<Cluster> waiting = new ArrayList<>();
        for (Cluster cluster : order) {
            if (cluster.head().op() instanceof Draw) {
                waiting.add(cluster);
                continue;
            }
            List<Cluster> needed = waiting.stream()
                    .filter(draw -> cluster.ancestors().get(draw.number()))
                    .toList();
            late.addAll(needed);
            waiting.removeAll(needed);
            late.add(cluster);
        }
        late.addAll(waiting);
        return late;
    }

    /** Whether the value's kernel has loops of its own kind. */
    static boolean isSpecial(Value value) {
        return value.op() instanceof CumulativeSum
                || value.op() instanceof ScatterAdd
                || value.op() instanceof OverlapAdd
                || value.op() instanceof Pad
                || value.op() instanceof Draw
                || (value.op() instanceof Reduce && !reducesRows(value))
                || (value.op() instanceof ArgExtreme && !reducesRows(value));
    }
}
