package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.kernel.Statement.LoopKind;
import dev.leibniz.compiler.op.ArgExtreme;
import dev.leibniz.compiler.op.CumulativeSum;
import dev.leibniz.compiler.op.Draw;
import dev.leibniz.compiler.op.OverlapAdd;
import dev.leibniz.compiler.op.Pad;
import dev.leibniz.compiler.op.Reduce;
import dev.leibniz.compiler.op.ScatterAdd;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The loops of operations that combine elements along other axes than the inner one, or put them elsewhere: a kernel each. */
final class ReductionNest {
    private final Value value;
    private final Destination to;
    private final Access access;
    private final Locals locals;

    ReductionNest(Value value, Destination to, Access access, Locals locals) {
        this.value = value;
        this.to = to;
        this.access = access;
        this.locals = locals;
    }

    Body body() {
        return FewElementsNest.of(value, to, access, locals).orElseGet(this::general);
    }

    private Body general() {
        if (value.op() instanceof Reduce reduce) {
            return reduce(reduce);
        } else if (value.op() instanceof ArgExtreme extreme) {
            return argExtreme(extreme);
        } else if (value.op() instanceof CumulativeSum sum) {
            return cumulativeSum(sum);
        } else if (value.op() instanceof OverlapAdd) {
            return new OverlapNest(value, to, access, locals).body();
        } else if (value.op() instanceof Pad) {
            return PadNest.body(value, to, access, locals);
        } else if (value.op() instanceof Draw draw) {
            return draw(draw);
        }
        return scatter((ScatterAdd) value.op());
    }

    /** Loops over some axes of a shape, in the order given; axes of size 1 have none and index 0. */
    private static final class Axes {
        private final Shape shape;
        private final List<Index> indices = new ArrayList<>();

        Axes(Shape shape) {
            this.shape = shape;
            for (int axis = 0; axis < shape.rank(); axis++) {
                indices.add(shape.get(axis).isOne() ? Index.ZERO : Index.variable(Domain.variable(axis)));
            }
        }

        List<String> variables(List<Integer> axes) {
            return proper(axes).stream().map(Domain::variable).toList();
        }

        List<Size> extents(List<Integer> axes) {
            return proper(axes).stream().map(shape::get).toList();
        }

        private List<Integer> proper(List<Integer> axes) {
            return axes.stream().filter(axis -> !shape.get(axis).isOne()).toList();
        }
    }

    private static List<Integer> others(int rank, List<Integer> axes) {
        List<Integer> others = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            if (!axes.contains(axis)) {
                others.add(axis);
            }
        }
        return others;
    }

    private static Optional<Size> first(List<Size> extents) {
        return extents.isEmpty() ? Optional.empty() : Optional.of(extents.get(0));
    }

    // -- random numbers

    private Body draw(Draw draw) {
        Statement all = new Statement.Draw(
                to.buffer(),
                to.at(Index.ZERO),
                access.buffer(draw.key()),
                draw.distribution(),
                Index.of(draw.number()),
                Index.of(draw.first()));
        return new Body(List.of(all), Optional.of(draw.shape().elements()));
    }

    // -- reduction

    private Body reduce(Reduce reduce) {
        Shape shape = reduce.x().shape();
        List<Integer> proper = proper(shape);
        LoopMerging loops = LoopMerging.of(
                proper.stream().map(shape::get).toList(), at -> joined(reduce, spread(shape, proper, at)));
        List<Index> axes = spread(shape, proper, loops.axes());
        List<Integer> kept = new ArrayList<>();
        List<Integer> reduced = new ArrayList<>();
        int loop = -1;
        for (int k = 0; k < proper.size(); k++) {
            if (loops.axes().get(k).equals(Index.ZERO)) {
                continue;
            }
            (reduce.axes().contains(proper.get(k)) ? reduced : kept).add(++loop);
        }
        if (!kept.contains(loop)) {
            List<Size> keptExtents = extents(loops, kept);
            Scalar.Local sum = locals.fresh(value, variables(kept));
            List<Statement> row = new ArrayList<>();
            row.add(new Statement.Accumulator(sum, reduce.combine()));
            Scalar element = access.read(reduce.x(), axes, locals);
            row.addAll(Loops.lanes(
                    variables(reduced),
                    extents(loops, reduced),
                    List.of(new Statement.Accumulate(sum, reduce.combine(), element))));
            row.add(to.store(result(reduce, axes), sum));
            return new Body(Loops.rows(variables(kept), keptExtents, row), first(keptExtents));
        }
        return combineInMemory(reduce, loops, kept, reduced, axes);
    }

    private static List<Integer> proper(Shape shape) {
        return IntStream.range(0, shape.rank())
                .filter(axis -> !shape.get(axis).isOne())
                .boxed()
                .toList();
    }

    /** An index for every axis, zero along those of size 1. */
    private static List<Index> spread(Shape shape, List<Integer> proper, List<Index> at) {
        List<Index> all = new ArrayList<>(Collections.nCopies(shape.rank(), Index.ZERO));
        for (int k = 0; k < proper.size(); k++) {
            all.set(proper.get(k), at.get(k));
        }
        return all;
    }

    private static List<String> variables(List<Integer> loops) {
        return loops.stream().map(Domain::variable).toList();
    }

    private static List<Size> extents(LoopMerging merged, List<Integer> loops) {
        return loops.stream().map(merged.extents()::get).toList();
    }

    /** One element joined into its place of the result. */
    private List<Statement> joined(Reduce reduce, List<Index> axes) {
        return List.of(new Statement.StoreCombined(
                to.buffer(), to.at(result(reduce, axes)), reduce.combine(), access.read(reduce.x(), axes, locals)));
    }

    private Index result(Reduce reduce, List<Index> axes) {
        return Index.flat(resultIndices(axes, reduce.axes()), value.shape().strides());
    }

    /** The inner axis stays: whole rows are combined into rows of the result. */
    private Body combineInMemory(
            Reduce reduce, LoopMerging loops, List<Integer> kept, List<Integer> reduced, List<Index> axes) {
        if (to.adds() && reduce.combine() != Combine.SUM) {
            throw new IllegalStateException("only sums can be added to what is there");
        }
        double identity = reduce.combine().identity();
        String columns = Domain.variable(kept.get(kept.size() - 1));
        Size extent = loops.extents().get(kept.get(kept.size() - 1));
        if (kept.size() == 1) {
            List<Statement> body = new ArrayList<>();
            if (!to.adds()) {
                Scalar first = new Scalar.Literal(value.type().dtype(), identity);
                Statement store = to.store(Index.variable(columns), first);
                body.add(new Statement.Loop(columns, extent, LoopKind.LANE_ROWS, List.of(store)));
            }
            Statement row = new Statement.Loop(columns, extent, LoopKind.LANE_ROWS, joined(reduce, axes));
            body.addAll(Loops.serial(variables(reduced), extents(loops, reduced), List.of(row)));
            return new Body(body, Optional.of(extent));
        }
        List<Statement> body = new ArrayList<>();
        if (!to.adds()) {
            body.add(new Statement.Fill(to.buffer(), to.origin(), value.shape().elements(), identity));
        }
        List<Integer> order = new ArrayList<>(kept.subList(0, kept.size() - 1));
        order.addAll(reduced);
        order.add(kept.get(kept.size() - 1));
        body.addAll(Loops.lanes(variables(order), extents(loops, order), joined(reduce, axes)));
        return Body.whole(body);
    }

    private static List<Index> resultIndices(List<Index> indices, List<Integer> reduced) {
        List<Index> result = new ArrayList<>(indices);
        reduced.forEach(axis -> result.set(axis, Index.ZERO));
        return result;
    }

    // -- position of the extreme

    private Body argExtreme(ArgExtreme extreme) {
        Axes axes = new Axes(extreme.x().shape());
        List<Integer> kept = others(extreme.x().shape().rank(), extreme.axes());
        List<String> rows = axes.variables(kept);
        List<Index> counted = extreme.axes().stream().map(axes.indices::get).toList();
        Index number = Index.flat(counted, extreme.counted().strides());
        Scalar.Local best = locals.fresh(extreme.x(), rows);
        Scalar.Local position = locals.fresh(value, rows);
        Scalar element = access.read(extreme.x(), axes.indices, locals);
        List<Statement> row = new ArrayList<>();
        row.add(new Statement.ArgStart(best, position, extreme.largest()));
        row.addAll(Loops.serial(
                axes.variables(extreme.axes()),
                axes.extents(extreme.axes()),
                List.of(new Statement.ArgAccumulate(best, position, extreme.largest(), element, number))));
        List<Index> at = resultIndices(axes.indices, extreme.axes());
        row.add(to.store(Index.flat(at, value.shape().strides()), position));
        return new Body(Loops.rows(rows, axes.extents(kept), row), first(axes.extents(kept)));
    }

    // -- running sums

    private Body cumulativeSum(CumulativeSum sum) {
        Axes axes = new Axes(value.shape());
        List<Integer> kept = others(value.shape().rank(), List.of(sum.axis()));
        List<String> rows = axes.variables(kept);
        List<Index> at = new ArrayList<>(axes.indices);
        if (sum.backwards() && !value.shape().get(sum.axis()).isOne()) {
            Index end = Index.of(value.shape().get(sum.axis()).plus(-1));
            at.set(sum.axis(), end.plus(axes.indices.get(sum.axis()).times(Size.of(-1))));
        }
        Scalar.Local running = locals.fresh(value, rows);
        List<Statement> turn = List.of(
                new Statement.Accumulate(running, Combine.SUM, access.read(sum.x(), at, locals)),
                to.store(Index.flat(at, value.shape().strides()), running));
        List<Statement> row = new ArrayList<>();
        row.add(new Statement.Accumulator(running, Combine.SUM));
        row.addAll(Loops.serial(axes.variables(List.of(sum.axis())), axes.extents(List.of(sum.axis())), turn));
        return new Body(Loops.rows(rows, axes.extents(kept), row), first(axes.extents(kept)));
    }

    // -- rows added up at ids

    private Body scatter(ScatterAdd scatter) {
        Value added = scatter.x();
        Axes axes = new Axes(added.shape());
        int idRank = scatter.ids().shape().rank();
        List<Statement> body = new ArrayList<>();
        if (!to.adds()) {
            body.add(new Statement.Fill(to.buffer(), to.origin(), value.shape().elements(), 0));
        }
        Scalar id = access.read(scatter.ids(), axes.indices.subList(0, idRank), locals);
        List<Index> at = new ArrayList<>();
        at.add(Index.of(new Index.Computed(id, scatter.rows(), to.buffer().name())));
        at.addAll(axes.indices.subList(idRank, added.shape().rank()));
        Statement store = new Statement.StoreCombined(
                to.buffer(),
                to.at(Index.flat(at, value.shape().strides())),
                Combine.SUM,
                access.read(added, axes.indices, locals));
        List<Integer> outer = new ArrayList<>();
        List<Integer> inner = new ArrayList<>();
        for (int axis = 0; axis < added.shape().rank(); axis++) {
            (axis < idRank ? outer : inner).add(axis);
        }
        List<Statement> nest = Loops.lanes(axes.variables(inner), axes.extents(inner), List.of(store));
        body.addAll(Loops.serial(axes.variables(outer), axes.extents(outer), nest));
        return Body.whole(body);
    }

    /** The kind of loop that a plain copy of elements runs in. */
    static Statement copy(Size elements, Scalar value, Destination to) {
        Statement store = to.store(Index.variable("i"), value);
        return new Statement.Loop("i", elements, LoopKind.LANES, List.of(store));
    }
}
