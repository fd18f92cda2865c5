package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.kernel.Finiteness;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.kernel.Step;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Contract;
import dev.leibniz.compiler.op.Draw;
import dev.leibniz.compiler.op.Reduce;
import dev.leibniz.compiler.op.Reshape;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.op.ScanResult;
import dev.leibniz.compiler.source.CompilerBug;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Graph to plan: clusters, memory for what crosses between them, kernels, and places for that memory. */
final class Scheduler {
    /** A value that is wanted in more places than this is copied to the others: a kernel has only so many parameters. */
    private static final int MOST_DESTINATIONS = 16;

    private final Graph graph;
    private final List<Target> targets;
    private final boolean keepsAll;
    private final Inlining inlining;
    private final Uses uses;
    private final List<Cluster> clusters;
    private final MeantInfinities infinities;
    private final Choices choices;

    /** Contractions whose rows others work on in the same kernel. */
    private final Set<Value> continued = new HashSet<>();

    private final Map<Value, List<Destination>> stores = new LinkedHashMap<>();
    private final Map<Value, Buffer> buffers;
    private final Map<Value, Destination> results = new HashMap<>();
    private final Set<Target> copied = new HashSet<>();
    private final List<Step> forward = new ArrayList<>();
    private final List<Step> backward = new ArrayList<>();

    private Scheduler(
            Graph graph,
            List<Target> targets,
            Map<Value, Buffer> leaves,
            MeantInfinities infinities,
            boolean keepsAll) {
        this.infinities = infinities;
        this.keepsAll = keepsAll;
        this.graph = graph;
        this.targets = targets.stream().map(Scheduler::throughReshapes).toList();
        List<Value> wanted = this.targets.stream().map(Target::value).toList();
        List<Value> values = graph.reachable(wanted);
        Set<Value> forward = new HashSet<>(graph.reachable(
                this.targets.stream().filter(Target::forward).map(Target::value).toList()));
        this.choices = Choices.among(values, wanted);
        this.inlining = new Inlining(values, wanted);
        this.uses = new Uses(inlining);
        this.clusters = Clustering.of(values, inlining, forward);
        clusters.stream()
                .filter(c -> c.head().op() instanceof Contract && c.members().size() > 1)
                .forEach(c -> continued.add(c.head()));
        this.buffers = new HashMap<>(leaves);
    }

    /**
     * Plans the computation of {@code targets}.
     *
     * @param leaves the memory of inputs, parameters, states and hypers
     * @param keepsAll whether all that is computed gets memory, also what only its own kernel reads
     */
    static Plan plan(Graph graph, List<Target> targets, Map<Value, Buffer> leaves, boolean keepsAll) {
        List<Value> wanted = targets.stream().map(Target::value).toList();
        int operations = Operations.count(graph, wanted);
        Scheduler scheduler = new Scheduler(graph, targets, leaves, MeantInfinities.of(graph, wanted), keepsAll);
        scheduler.run();
        List<Step> all = scheduler.all();
        MemoryPlan memory = MemoryPlan.of(all);
        return new Plan(
                scheduler.forward,
                scheduler.backward,
                memory.offsets(),
                memory.floats(),
                memory.ints(),
                new Plan.Least(memory.leastFloats(), memory.leastInts()),
                operations);
    }

    /** What a plan consists of, before its temporaries have places. */
    static List<Step> steps(
            Graph graph,
            List<Target> targets,
            Map<Value, Buffer> leaves,
            MeantInfinities infinities,
            boolean keepsAll) {
        Scheduler scheduler = new Scheduler(graph, targets, leaves, infinities, keepsAll);
        scheduler.run();
        return scheduler.all();
    }

    /** A reshape has the memory of its operand, so that may as well be written to the target. */
    private static Target throughReshapes(Target target) {
        Value value = target.value();
        while (value.op() instanceof Reshape reshape) {
            value = reshape.x();
        }
        return new Target(value, target.to(), target.forward());
    }

    private void run() {
        giveMemory();
        Access access = new Access(inlining, buffers);
        KernelLowering lowering = new KernelLowering(graph, uses, access, stores, this::finiteness);
        for (Cluster cluster : clusters) {
            List<Step> phase = cluster.forward() ? forward : backward;
            if (cluster.head().op() instanceof Scan) {
                phase.addAll(loop(cluster.head(), lowering));
                continue;
            }
            for (Value kept : keepsAll ? cluster.members() : lowering.worthStoring(cluster)) {
                if (!stores.containsKey(kept)) {
                    slot(kept);
                }
            }
            phase.add(lowering.kernel(cluster));
        }
        for (Target target : targets) {
            if (copied.contains(target)) {
                Kernel copy = lowering.copy(target.value(), target.to());
                (target.forward() ? forward : backward).add(copy);
            }
        }
    }

    private List<Step> all() {
        List<Step> all = new ArrayList<>(forward);
        all.addAll(backward);
        return all;
    }

    private Finiteness finiteness(Value value) {
        return choices.include(value) ? Finiteness.ANY : infinities.finiteness(value);
    }

    /** The carries' initial values put where they are carried, then the turns. */
    private List<Step> loop(Value value, KernelLowering lowering) {
        Scan scan = (Scan) value.op();
        List<Destination> places = new ArrayList<>();
        for (int k = 0; k < scan.body().results().size(); k++) {
            places.add(results.get(graph.add(new ScanResult(value, k), value.origin())));
        }
        List<Step> steps = new ArrayList<>();
        List<Buffer> outside = new ArrayList<>();
        for (int k = 0; k < scan.operands().size(); k++) {
            Value operand = scan.operands().get(k);
            if (k < scan.carries()) {
                steps.add(lowering.copy(operand, places.get(k)));
            } else {
                outside.add(buffers.get(inlining.base(operand)));
            }
        }
        steps.addAll(LoopSchedule.of(scan, outside, places, infinities.turn(value), keepsAll));
        return steps;
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
                .filter(target -> Inlining.isOutside(target.value()) || inlining.isAlias(target.value()))
                .forEach(target -> shared.add(inlining.base(target.value())));
        // What is wanted twice is written once, and copied from there.
        Set<Value> wanted = new HashSet<>();
        targets.stream()
                .map(Target::value)
                .filter(value -> !wanted.add(value) && alone.contains(value))
                .forEach(shared::add);
        clusters.stream()
                .map(Cluster::head)
                .filter(head -> head.op() instanceof Scan)
                .forEach(loop -> giveResults(loop, shared));
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

    /** Memory of a loop's results: where they are wanted in the end, else memory of their own. */
    private void giveResults(Value value, Set<Value> shared) {
        Scan scan = (Scan) value.op();
        Body body = scan.body();
        for (int k = 0; k < body.results().size(); k++) {
            Value result = graph.add(new ScanResult(value, k), value.origin());
            boolean carried = k < scan.carries();
            Value within =
                    carried ? body.given(k, result.type()) : body.results().get(k);
            body.graph().nameOf(within).ifPresent(name -> graph.name(result, name));
            List<Destination> wanted = targets.stream()
                    .filter(target -> target.value() == result)
                    .map(Target::to)
                    .toList();
            boolean addable = wanted.size() == 1 && !carried && !shared.contains(result);
            Destination to = wanted.stream()
                    .filter(destination -> destination.isWhole() || addable)
                    .findFirst()
                    .orElseGet(() -> new Destination(temporary(result), false));
            results.put(result, to);
            buffers.put(result, to.buffer());
        }
    }

    private void giveTarget(Target target, Set<Value> computed, Set<Value> shared, Set<Value> alone) {
        Value value = target.value();
        if (value.op() instanceof ScanResult
                && buffers.get(value) == target.to().buffer()) {
            return;
        }
        boolean first = !stores.containsKey(value);
        boolean heldBack = alone.contains(value)
                && (!first || !target.to().isWhole() && (isReadElsewhere(value, shared) || isOnlyWritten(value)));
        boolean isEverywhere = stores.getOrDefault(value, List.of()).size() >= MOST_DESTINATIONS;
        if (!computed.contains(value) || heldBack || isEverywhere) {
            copied.add(target);
            shared.add(inlining.base(value));
            if (isEverywhere && !buffers.containsKey(value)) {
                slot(value);
            }
            return;
        }
        stores.computeIfAbsent(value, v -> new ArrayList<>()).add(target.to());
        if (target.to().isWhole()) {
            buffers.putIfAbsent(value, target.to().buffer());
        } else if (isReadElsewhere(value, shared) && !buffers.containsKey(value)) {
            slot(value);
        }
    }

    /** Whether the value itself must be in memory, not only added to something there. */
    private boolean isReadElsewhere(Value value, Set<Value> shared) {
        return shared.contains(value) || continued.contains(value);
    }

    /** Whether its kernel cannot add it to something. */
    private static boolean isOnlyWritten(Value value) {
        return value.op() instanceof Draw || value.op() instanceof Reduce reduce && reduce.combine() != Combine.SUM;
    }

    private Buffer temporary(Value value) {
        return new Buffer(
                graph.nameOf(value).orElse("v" + value.id()),
                Buffer.Kind.SLOT,
                value.type().dtype(),
                value.shape().elements(),
                Size.ZERO);
    }

    private void slot(Value value) {
        Buffer slot = temporary(value);
        buffers.put(value, slot);
        stores.computeIfAbsent(value, v -> new ArrayList<>()).add(0, new Destination(slot, false));
    }

    // -- in place

    /** All targets in one kernel over one domain, reading and writing the same memory. */
    static Kernel inPlace(Graph graph, List<Target> targets, Map<Value, Buffer> leaves, String name) {
        MeantInfinities infinities =
                MeantInfinities.of(graph, targets.stream().map(Target::value).toList());
        return new Scheduler(graph, targets, leaves, infinities, false).inPlace(name);
    }

    private Kernel inPlace(String name) {
        Cluster whole = new Cluster(0, Domain.of(targets.get(0).value().shape()), true, false);
        Stream.concat(
                        clusters.stream().flatMap(cluster -> cluster.members().stream()),
                        targets.stream().map(Target::value))
                .distinct()
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
        targets.forEach(target ->
                stores.computeIfAbsent(target.value(), v -> new ArrayList<>()).add(target.to()));
        return new KernelLowering(graph, uses, new Access(inlining, buffers), stores, this::finiteness)
                .inPlace(whole, name);
    }
}
