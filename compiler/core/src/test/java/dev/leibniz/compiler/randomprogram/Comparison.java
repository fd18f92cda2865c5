package dev.leibniz.compiler.randomprogram;

import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.Workers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** One plan of a program at one point, computed in every way. */
final class Comparison {
    /** Threads that share every pass, however little there is to do. */
    private static final Workers THREE = Workers.of(3, 0);

    private final Prepared prepared;
    private final Plans.Plan plan;
    private final Network network;
    private final Point point;
    private final boolean training;

    private int perturbations;

    Comparison(Prepared prepared, Map<String, Long> sizes, long seed, boolean training) {
        this.prepared = prepared;
        this.plan = training ? prepared.training() : prepared.prediction();
        this.network = plan.network();
        this.point = Point.draw(network, sizes, seed);
        this.training = training;
    }

    Verdict verdict(Map<Prepared.Variant, Model> models) {
        Map<String, Tensor> before = plan.before(point);
        Map<String, Tensor> after = plan.after(point);
        boolean finite = isFinite(before);
        Verdict skipped = Verdict.AGREES;
        if (finite || prepared.exact()) {
            Optional<Tolerance.Disagreement> found = compare(Tolerance.DOUBLE, before, after);
            if (found.isPresent()) {
                return Verdict.fails("rewriting", found.get() + " with " + point.sizes());
            }
        } else {
            skipped = Verdict.skipped("not finite");
        }
        for (Map.Entry<Prepared.Variant, Model> entry : models.entrySet()) {
            Verdict one = generated(entry.getKey(), entry.getValue(), after);
            if (one.isFailure()) {
                return one;
            }
            skipped = one.kind() == Verdict.Kind.SKIPPED ? one : skipped;
        }
        return skipped;
    }

    private Verdict generated(Prepared.Variant variant, Model model, Map<String, Tensor> after) {
        if (!plan.staysWithinInts(point)) {
            return Verdict.skipped("beyond ints");
        }
        boolean isFloat = variant.tolerance == Tolerance.FLOAT;
        if (isFloat && !(isFinite(after) && plan.staysWithinFloats(point))) {
            return Verdict.skipped("beyond floats");
        }
        Execution execution = new Execution(model, network, point);
        Map<String, Tensor> actual = run(execution);
        model.setWorkers(THREE);
        Map<String, Tensor> shared = run(execution);
        model.setWorkers(Workers.single());
        for (String name : actual.keySet()) {
            if (!Arrays.equals(actual.get(name).data(), shared.get(name).data())) {
                return Verdict.fails(
                        variant.toString(), name + " has other bits on three threads, with " + point.sizes());
            }
        }
        Map<String, Tensor> expected = new LinkedHashMap<>(after);
        if (training && isFinite(actual)) {
            expected.putAll(execution.updated(actual));
        }
        Optional<Tolerance.Disagreement> found = compare(variant.tolerance, expected, actual);
        return found.isEmpty()
                ? Verdict.AGREES
                : Verdict.fails(variant.toString(), found.get() + " with " + point.sizes());
    }

    private Map<String, Tensor> run(Execution execution) {
        return training ? execution.training(prepared.draws()) : execution.prediction();
    }

    private Optional<Tolerance.Disagreement> compare(
            Tolerance tolerance, Map<String, Tensor> expected, Map<String, Tensor> actual) {
        Map<String, Tensor> updated = new LinkedHashMap<>(expected);
        updated.keySet().removeAll(plan.names());
        return tolerance.compare(
                expected,
                actual,
                point,
                List.of(
                        moved -> with(plan.before(moved), updated),
                        moved -> with(plan.after(moved), updated),
                        moved -> with(plan.perturbed(moved, tolerance.share(), ++perturbations), updated)));
    }

    /** What parameters become follows from the gradients as they were computed, whatever moves. */
    private static Map<String, Tensor> with(Map<String, Tensor> results, Map<String, Tensor> more) {
        Map<String, Tensor> all = new LinkedHashMap<>(results);
        all.putAll(more);
        return all;
    }

    private static boolean isFinite(Map<String, Tensor> results) {
        return results.values().stream()
                .flatMapToDouble(tensor -> DoubleStream.of(tensor.data()))
                .allMatch(Double::isFinite);
    }
}
