package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.op.Contract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A contraction of two operands as matrix products: labels of the result that are in both operands are looped over; those in one operand only become the
 * rows and columns, those in both and not in the result the summed dimension, several labels becoming one wherever the strides allow. Windows over a tensor lie
 * on top of each other, so that they have no such strides: products read them axis by axis, or, if sizes are not known, they are packed, a turn of the outer loops at a time.
 */
final class ContractionNest {
    /**
     * An operand in memory: where it begins and how far apart neighbours are along each label; {@code packing} puts it there, all of the labels
     * {@code packed} at once.
     */
    private record Operand(
            Buffer buffer,
            Index origin,
            Map<Character, Size> strides,
            List<Character> packed,
            List<Statement> packing) {
        static Operand inPlace(Buffer buffer, Index origin, Map<Character, Size> strides) {
            return new Operand(buffer, origin, strides, List.of(), List.of());
        }

        Size stride(char label) {
            return strides.getOrDefault(label, Size.ZERO);
        }

        /** Whether what {@code packing} puts there is the same for each index of a label. */
        boolean spans(char label) {
            return packing.isEmpty() || packed.contains(label);
        }
    }

    /** Labels that act as one dimension, the last of them innermost, and those left over. */
    private record Run(List<Character> merged, List<Character> left) {
        Optional<Character> inner() {
            return merged.isEmpty() ? Optional.empty() : Optional.of(merged.get(merged.size() - 1));
        }
    }

    /** Of so many elements of a dimension that is read axis by axis the offsets are kept. */
    private static final long MOST_OFFSETS = 1L << 16;

    private final Map<Character, Size> sizes;
    private final Operand a;
    private final Operand b;
    private final Operand c;
    private final Run rows;
    private final Run columns;
    private final Run summed;
    private final List<Character> looped;
    private final boolean adds;
    private final boolean axisByAxis;

    private ContractionNest(Contract contract, Operand a, Operand b, Operand c, boolean adds, boolean axisByAxis) {
        this.axisByAxis = axisByAxis;
        this.sizes = contract.sizes();
        this.a = a;
        this.b = b;
        this.c = c;
        this.adds = adds;
        List<Character> out = List.copyOf(c.strides.keySet());
        this.rows = run(
                out.stream()
                        .filter(l -> a.strides.containsKey(l) && !b.strides.containsKey(l))
                        .toList(),
                a,
                c);
        this.columns = run(
                out.stream()
                        .filter(l -> b.strides.containsKey(l) && !a.strides.containsKey(l))
                        .toList(),
                b,
                c);
        this.summed =
                run(a.strides.keySet().stream().filter(l -> !out.contains(l)).toList(), a, b);
        this.looped = out.stream()
                .filter(l -> !rows.merged.contains(l)
                        && !columns.merged.contains(l)
                        && !sizes.get(l).isOne())
                .toList();
    }

    /** The products for {@code value}, or nothing if no matrix product computes it. */
    static Optional<ContractionNest> of(Value value, Destination to, Access access, Locals locals) {
        Map<Character, Size> strides = new LinkedHashMap<>();
        List<Size> own = value.shape().strides();
        List<Character> out = letters(((Contract) value.op()).out());
        for (int axis = 0; axis < out.size(); axis++) {
            strides.put(out.get(axis), own.get(axis));
        }
        return of(value, Operand.inPlace(to.buffer(), to.origin(), strides), to.adds(), access, locals);
    }

    /** The products for the part of {@code value} that a packing has room for. */
    static Optional<ContractionNest> into(Buffer local, Packing packing, Value value, Access access, Locals locals) {
        List<Character> out = letters(((Contract) value.op()).out());
        Map<Character, Size> strides = new LinkedHashMap<>();
        Map<Character, Size> packed = packing.strides(out);
        out.stream().filter(l -> !packing.labels().contains(l)).forEach(l -> strides.put(l, Size.ZERO));
        packing.labels().forEach(l -> strides.put(l, packed.get(l)));
        return of(value, Operand.inPlace(local, Index.ZERO, strides), false, access, locals);
    }

    private static Optional<ContractionNest> of(Value value, Operand c, boolean adds, Access access, Locals locals) {
        Contract contract = (Contract) value.op();
        if (!isProduct(contract)) {
            return Optional.empty();
        }
        boolean overlap = contract.operands().stream().anyMatch(access::overlaps);
        Optional<ContractionNest> nest = of(contract, c, adds, access, locals, overlap);
        return overlap && nest.isPresent() && !nest.get().suitsAxisByAxis()
                ? of(contract, c, adds, access, locals, false)
                : nest;
    }

    private static Optional<ContractionNest> of(
            Contract contract, Operand c, boolean adds, Access access, Locals locals, boolean axisByAxis) {
        Optional<Operand> first = operand(contract, 0, access, locals, axisByAxis);
        Optional<Operand> second = operand(contract, 1, access, locals, axisByAxis);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        Optional<Character> last = lastProper(contract, List.copyOf(c.strides.keySet()));
        boolean isColumn = last.isEmpty() || second.get().strides.containsKey(last.get());
        if (last.isPresent()
                && first.get().strides.containsKey(last.get())
                && second.get().strides.containsKey(last.get())) {
            return Optional.empty();
        }
        return Optional.of(
                isColumn
                        ? new ContractionNest(contract, first.get(), second.get(), c, adds, axisByAxis)
                        : new ContractionNest(contract, second.get(), first.get(), c, adds, axisByAxis));
    }

    /** Whether products can read both factors axis by axis, and it pays: a single row needs no panels. */
    private boolean suitsAxisByAxis() {
        boolean isConstant = Stream.of(axes(a, rows), axes(a, summed), axes(b, summed), axes(b, columns))
                .flatMap(List::stream)
                .allMatch(Statement.Axis::isConstant);
        return isConstant
                && !extent(rows).isOne()
                && !extent(columns).isOne()
                && Stream.of(rows, columns, summed).allMatch(run -> extent(run).constant() <= MOST_OFFSETS);
    }

    private static Optional<Character> lastProper(Contract contract, List<Character> out) {
        for (int i = out.size() - 1; i >= 0; i--) {
            if (!contract.sizes().get(out.get(i)).isOne()) {
                return Optional.of(out.get(i));
            }
        }
        return out.isEmpty() ? Optional.empty() : Optional.of(out.get(out.size() - 1));
    }

    /** Whether it has two operands and sums no label that only one of them has. */
    static boolean isProduct(Contract contract) {
        return contract.operands().size() == 2
                && contract.sizes().keySet().stream()
                        .filter(l -> contract.out().indexOf(l) < 0)
                        .allMatch(l -> contract.labels().stream().allMatch(labels -> labels.indexOf(l) >= 0));
    }

    // -- operands

    private static Optional<Operand> operand(
            Contract contract, int k, Access access, Locals locals, boolean axisByAxis) {
        Value value = contract.operands().get(k);
        List<Character> labels = letters(contract.labels().get(k));
        List<Index> at = indices(labels, contract.sizes());
        if (!(access.read(value, at, locals) instanceof Scalar.Load load)) {
            return Optional.empty();
        }
        Map<Character, Size> strides = new LinkedHashMap<>();
        for (char label : labels) {
            Optional<Size> stride = load.at().stride(variable(label));
            if (stride.isEmpty()) {
                return Optional.empty();
            }
            strides.put(label, stride.get());
        }
        Operand inPlace = Operand.inPlace(load.buffer(), Index.of(load.at().offset()), strides);
        if (axisByAxis || !access.overlaps(value)) {
            return Optional.of(inPlace);
        }
        Packing packing = packing(contract, labels, letters(contract.labels().get(1 - k)));
        if (packing.isNeedless(strides)) {
            return Optional.of(inPlace);
        }
        List<Index> copied = labels.stream()
                .map(l -> contract.sizes().get(l).isOne() ? Index.ZERO : Index.variable(variable(l, packing)))
                .toList();
        return Optional.of(packed(packing, labels, (Scalar.Load) access.read(value, copied, locals), k));
    }

    /** How much of a tensor with these labels is one matrix of the contraction. */
    static Packing packing(Contract contract, List<Character> labels, List<Character> other) {
        List<Character> own = labels.stream()
                .filter(l -> contract.out().indexOf(l) < 0 || !other.contains(l))
                .toList();
        boolean summed = !own.isEmpty() && contract.out().indexOf(own.get(0)) < 0;
        List<Character> places = own.stream()
                .filter(l -> contract.out().indexOf(l) < 0 == summed)
                .toList();
        List<Character> rest = summed ? letters(contract.out()) : other;
        List<Character> taps = rest.stream()
                .filter(l -> own.contains(l) && !places.contains(l))
                .toList();
        return Packing.of(places, taps, contract.sizes());
    }

    private static Operand packed(Packing packing, List<Character> labels, Scalar.Load load, int k) {
        Buffer local = new Buffer("packed" + (k + 1), Buffer.Kind.LOCAL, DType.FLOAT, packing.elements(), Size.ZERO);
        Map<Character, Size> strides = packing.strides(labels);
        Index place = Index.flat(
                labels.stream().map(l -> Index.variable(variable(l, packing))).toList(),
                labels.stream().map(strides::get).toList());
        List<String> variables =
                packing.labels().stream().map(l -> variable(l, packing)).toList();
        List<Statement> copy = List.of(new Statement.Store(local, place, load));
        return new Operand(
                local, Index.ZERO, strides, packing.labels(), Loops.lanes(variables, packing.extents(), copy));
    }

    /** The variable of a label while it is packed: not that of a loop over it which may stand around. */
    private static String variable(char label, Packing packing) {
        return (packing.labels().contains(label) ? "from" : "at") + Character.toUpperCase(label);
    }

    /** The position of the element at the labels' variables. */
    static Index place(List<Character> labels, Map<Character, Size> strides) {
        return Index.flat(
                labels.stream().map(l -> Index.variable(variable(l))).toList(),
                labels.stream().map(strides::get).toList());
    }

    /** The variables of labels as indices; there is no loop over a label of size 1. */
    static List<Index> indices(List<Character> labels, Map<Character, Size> sizes) {
        return labels.stream()
                .map(l -> sizes.get(l).isOne() ? Index.ZERO : Index.variable(variable(l)))
                .toList();
    }

    static List<Character> letters(String labels) {
        return labels.chars().mapToObj(letter -> (char) letter).toList();
    }

    /** The variable of the loop over a label. */
    static String variable(char label) {
        return "at" + Character.toUpperCase(label);
    }

    // -- dimensions

    /** The labels at the end that can be one dimension of both x and y. Those over which a packing is made anew stand in front. */
    private Run run(List<Character> unordered, Operand x, Operand y) {
        List<Character> labels = new ArrayList<>(unordered);
        labels.sort(Comparator.comparing(label -> x.spans(label) && y.spans(label)));
        List<Character> merged = new ArrayList<>();
        Size extent = Size.ONE;
        int from = labels.size();
        while (from > 0) {
            char label = labels.get(from - 1);
            if (!merged.isEmpty() && !sizes.get(label).isOne()) {
                char inner = merged.get(merged.size() - 1);
                if (!fits(x, label, inner, extent) || !fits(y, label, inner, extent)) {
                    break;
                }
            }
            if (merged.isEmpty() || !sizes.get(label).isOne()) {
                if (!merged.isEmpty()
                        && sizes.get(merged.get(merged.size() - 1)).isOne()) {
                    merged.clear();
                }
                merged.add(0, label);
            }
            extent = extent.times(sizes.get(label));
            from--;
        }
        return new Run(List.copyOf(merged), List.copyOf(labels.subList(0, from)));
    }

    /** Whether the outer label and what has this extent can be one dimension of an operand. */
    private boolean fits(Operand operand, char outer, char inner, Size extent) {
        if (operand.stride(outer).equals(operand.stride(inner).times(extent))) {
            return true;
        }
        Size whole = extent.times(sizes.get(outer));
        return axisByAxis
                && operand != c
                && whole.isConstant()
                && whole.constant() <= MOST_OFFSETS
                && operand.stride(outer).isConstant();
    }

    /** The axes of a dimension: one where the strides allow. */
    private List<Statement.Axis> axes(Operand operand, Run run) {
        List<Statement.Axis> axes = new ArrayList<>();
        for (char label : run.merged) {
            Size size = sizes.get(label);
            Size stride = operand.stride(label);
            int last = axes.size() - 1;
            if (size.isOne() && run.merged.size() > 1) {
                continue;
            } else if (last >= 0 && axes.get(last).stride().equals(stride.times(size))) {
                axes.set(last, new Statement.Axis(axes.get(last).size().times(size), stride));
            } else {
                axes.add(new Statement.Axis(size, stride));
            }
        }
        return axes;
    }

    private Size extent(Run run) {
        Size extent = Size.ONE;
        for (char label : run.merged) {
            extent = extent.times(sizes.get(label));
        }
        return extent;
    }

    /** The rows over which the product can be split without loops around it; empty if it stands in loops. */
    Optional<Size> splitRows() {
        return looped.isEmpty() && !rows.merged.isEmpty() ? Optional.of(extent(rows)) : Optional.empty();
    }

    /** The outermost label that is looped over, if it is the first axis of the result. */
    Optional<Character> firstAxis() {
        boolean found = !looped.isEmpty()
                && looped.get(0).equals(c.strides.keySet().iterator().next());
        return found ? Optional.of(looped.get(0)) : Optional.empty();
    }

    // -- statements

    /** All products. With {@code split}, those of the kernel's range of rows. */
    List<Statement> statements(boolean split) {
        return around(looped, product(split));
    }

    /** The products for one turn of loops over some labels. */
    List<Statement> turn(List<Character> outer) {
        return around(looped.stream().filter(l -> !outer.contains(l)).toList(), product(false));
    }

    private List<Statement> around(List<Character> labels, List<Statement> body) {
        return Loops.serial(
                labels.stream().map(ContractionNest::variable).toList(),
                labels.stream().map(sizes::get).toList(),
                body);
    }

    private List<Statement> product(boolean split) {
        List<Character> outer = new ArrayList<>(looped);
        outer.addAll(summed.left);
        Statement multiply = new Statement.Multiply(
                new Statement.Matrix(a.buffer, origin(a, outer), axes(a, rows), axes(a, summed)),
                new Statement.Matrix(b.buffer, origin(b, outer), axes(b, summed), axes(b, columns)),
                new Statement.Matrix(
                        c.buffer,
                        origin(c, looped),
                        axes(c, rows),
                        List.of(new Statement.Axis(extent(columns), Size.ONE))),
                extent(rows),
                extent(columns),
                extent(summed),
                adds || !summed.left.isEmpty(),
                split);
        List<Character> packedOnce =
                summed.left.stream().filter(l -> a.spans(l) && b.spans(l)).toList();
        List<Statement> turn = new ArrayList<>(a.packing);
        turn.addAll(b.packing);
        turn.addAll(around(packedOnce, List.of(multiply)));
        List<Statement> sum = new ArrayList<>();
        if (!adds && !summed.left.isEmpty()) {
            sum.addAll(clear(split));
        }
        sum.addAll(
                around(summed.left.stream().filter(l -> !packedOnce.contains(l)).toList(), turn));
        return sum;
    }

    private static Index origin(Operand operand, List<Character> outer) {
        Index origin = operand.origin;
        for (char label : outer) {
            origin = origin.plus(Index.variable(variable(label)).times(operand.stride(label)));
        }
        return origin;
    }

    /** Zeros where the product goes, a row at a time. */
    private List<Statement> clear(boolean split) {
        Index row = origin(c, looped).plus(Index.variable("row").times(stride(c, rows)));
        List<Statement> fill = List.of(new Statement.Fill(c.buffer, row, extent(columns), 0));
        List<Size> extents = List.of(extent(rows));
        return split ? Loops.rows(List.of("row"), extents, fill) : Loops.serial(List.of("row"), extents, fill);
    }

    private static Size stride(Operand operand, Run run) {
        return run.inner().map(operand::stride).orElse(Size.ZERO);
    }
}
