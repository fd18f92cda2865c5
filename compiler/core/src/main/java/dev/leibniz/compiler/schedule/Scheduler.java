package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.op.Contract;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Reduce;
import dev.leibniz.compiler.op.Reshape;
import dev.leibniz.compiler.source.CompilerBug;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Graph to plan: clusters, memory for what crosses between them, kernels, and places for that memory. */
final class Scheduler {
    private final Graph graph;
    private final List<Target> targets;
    private final Inlining inlining;
    private final Uses uses;
    private final List<Cluster> clusters;
    private final Map<Value, List<Destination>> stores = new LinkedHashMap<>();
    private final Map<Value, Buffer> buffers;
    private final Set<Target> copied = new HashSet<>();

    private Scheduler(Graph graph, List<Target> targets, Map<Value, Buffer> leaves) {
        this.graph = graph;
        this.targets = targets.stream().map(Scheduler::throughReshapes).toList();
        List<Value> wanted = this.targets.stream().map(Target::value).toList();
        List<Value> values = graph.reachable(wanted);
        Set<Value> forward = new HashSet<>(graph.reachable(
                this.targets.stream().filter(Target::forward).map(Target::value).toList()));
        this.inlining = new Inlining(values, wanted);
        this.uses = new Uses(inlining);
        this.clusters = Clustering.of(values, inlining, forward);
        this.buffers = new HashMap<>(leaves);
    }

    /**
     * Plans the computation of {@code targets}.
     *
     * @param leaves the memory of inputs, parameters, states and hypers
     */
    static Plan plan(Graph graph, List<Target> targets, Map<Value, Buffer> leaves) {
        return new Scheduler(graph, targets, leaves).plan();
    }

    /** A reshape has the memory of its operand, so that may as well be written to the target. */
    private static Target throughReshapes(Target target) {
        Value value = target.value();
        while (value.op() instanceof Reshape reshape) {
            value = reshape.x();
        }
        return new Target(value, target.buffer(), target.adds(), target.forward());
    }

    private Plan plan() {
        giveMemory();
        Access access = new Access(inlining, buffers);
        KernelLowering lowering = new KernelLowering(graph, uses, access, stores);
        List<Kernel> forward = new ArrayList<>();
        List<Kernel> backward = new ArrayList<>();
        for (Cluster cluster : clusters) {
            for (Value kept : lowering.worthStoring(cluster)) {
                if (!stores.containsKey(kept)) {
                    slot(kept);
                }
            }
            (cluster.forward() ? forward : backward).add(lowering.kernel(cluster));
        }
        for (Target target : targets) {
            if (copied.contains(target)) {
                Kernel copy = lowering.copy(target.value(), new Destination(target.buffer(), target.adds()));
                (target.forward() ? forward : backward).add(copy);
            }
        }
        List<Kernel> all = new ArrayList<>(forward);
        all.addAll(backward);
        MemoryPlan memory = MemoryPlan.of(all);
        return new Plan(forward, backward, memory.offsets(), memory.floats(), memory.ints());
    }

    // -- memory

    private void giveMemory() {
        Set<Value> computed = new HashSet<>();
        Set<Value> shared = new HashSet<>();
        for (Cluster cluster : clusters) {
            computed.addAll(cluster.members());
            shared.addAll(cluster.reads());
        }
        Set<Value> alone = new HashSet<>();
        clusters.stream()
                .map(Cluster::head)
                .filter(head -> head.op() instanceof Contract || Clustering.isSpecial(head))
                .forEach(alone::add);
        targets.stream()
                .filter(target -> target.value().op() instanceof Leaf || inlining.isAlias(target.value()))
                .forEach(target -> shared.add(inlining.base(target.value())));
        for (Target target : targets) {
            giveTarget(target, computed, shared, alone);
        }
        for (Cluster cluster : clusters) {
            for (Value member : cluster.members()) {
                if ((shared.contains(member) || alone.contains(member)) && !stores.containsKey(member)) {
                    slot(member);
                }
            }
        }
    }

    private void giveTarget(Target target, Set<Value> computed, Set<Value> shared, Set<Value> alone) {
        Value value = target.value();
        boolean first = !stores.containsKey(value);
        boolean heldBack = alone.contains(value)
                && (!first || target.adds() && (isReadElsewhere(value, shared) || isExtreme(value)));
        if (!computed.contains(value) || heldBack) {
            copied.add(target);
            shared.add(inlining.base(value));
            return;
        }
        stores.computeIfAbsent(value, v -> new ArrayList<>()).add(new Destination(target.buffer(), target.adds()));
        if (!target.adds()) {
            buffers.putIfAbsent(value, target.buffer());
        } else if (isReadElsewhere(value, shared) && !buffers.containsKey(value)) {
            slot(value);
        }
    }

    /** Whether the value itself must be in memory, not only added to something there. */
    private boolean isReadElsewhere(Value value, Set<Value> shared) {
        return shared.contains(value)
                || clusters.stream()
                        .anyMatch(c -> c.head() == value
                                && value.op() instanceof Contract
                                && c.members().size() > 1);
    }

    private static boolean isExtreme(Value value) {
        return value.op() instanceof Reduce reduce && reduce.combine() != Combine.SUM;
    }

    private void slot(Value value) {
        Buffer slot = new Buffer(
                graph.nameOf(value).orElse("v" + value.id()),
                Buffer.Kind.SLOT,
                value.type().dtype(),
                value.shape().elements(),
                Size.ZERO);
        buffers.put(value, slot);
        stores.computeIfAbsent(value, v -> new ArrayList<>()).add(0, new Destination(slot, false));
    }

    // -- in place

    /** All targets in one kernel over one domain, reading and writing the same memory. */
    static Kernel inPlace(Graph graph, List<Target> targets, Map<Value, Buffer> leaves, String name) {
        return new Scheduler(graph, targets, leaves).inPlace(name);
    }

    private Kernel inPlace(String name) {
        Cluster whole = new Cluster(0, Domain.of(targets.get(0).value().shape()), true, false);
        clusters.stream()
                .flatMap(cluster -> cluster.members().stream())
                .sorted(Comparator.comparingInt(Value::id))
                .forEach(whole.members()::add);
        for (Value member : whole.members()) {
            boolean fits = Clustering.reducesRows(member)
                    ? Clustering.domainOf(member).equals(whole.domain())
                    : !Clustering.isSpecial(member)
                            && whole.domain().level(member.shape()).isPresent();
            if (!fits) {
                throw new CompilerBug("update rule " + name + " does not fit one loop: " + member);
            }
        }
        targets.forEach(target -> stores.computeIfAbsent(target.value(), v -> new ArrayList<>())
                .add(new Destination(target.buffer(), false)));
        return new KernelLowering(graph, uses, new Access(inlining, buffers), stores).inPlace(whole, name);
    }
}
