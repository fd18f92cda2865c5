package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.op.Contract;
import dev.leibniz.compiler.op.OverlapAdd;
import dev.leibniz.compiler.op.Window;
import dev.leibniz.compiler.op.Windows;
import dev.leibniz.compiler.source.CompilerBug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The loops that add up windows. Windows that come out of a contraction are computed in the kernel's own memory, as many at a time as a matrix product makes, and
 * added up while they are hot.
 */
final class OverlapNest {
    private final Value value;
    private final OverlapAdd overlap;
    private final Destination to;
    private final Access access;
    private final Locals locals;

    OverlapNest(Value value, Destination to, Access access, Locals locals) {
        this.value = value;
        this.overlap = (OverlapAdd) value.op();
        this.to = to;
        this.access = access;
        this.locals = locals;
    }

    Body body() {
        Value windows = overlap.x();
        return access.isFolded(windows) && windows.op() instanceof Contract contract
                ? ofProducts(contract)
                : ofElements(windows);
    }

    // -- windows that are read or computed element by element

    private Body ofElements(Value windows) {
        List<String> variables = new ArrayList<>();
        for (int axis = 0; axis < windows.shape().rank(); axis++) {
            variables.add(Domain.variable(axis));
        }
        List<Index> at = variables.stream().map(Index::variable).toList();
        List<Integer> order = new ArrayList<>();
        int rank = value.shape().rank();
        for (int axis = 0; axis < rank; axis++) {
            if (!isWindowed(axis)) {
                order.add(axis);
            }
        }
        for (int axis = rank; axis < windows.shape().rank(); axis++) {
            order.add(axis);
        }
        overlap.windows().forEach(window -> order.add(window.axis()));
        List<String> names = order.stream().map(variables::get).toList();
        List<Size> extents = order.stream().map(windows.shape()::get).toList();
        List<Statement> add = List.of(add(at, access.read(windows, at, locals)));
        return isWindowed(0)
                ? Placing.into(value, to, 0, Optional.empty(), Loops.lanes(names, extents, add))
                : Placing.into(
                        value,
                        to,
                        0,
                        Optional.of(names.get(0)),
                        Loops.lanes(names.subList(1, names.size()), extents.subList(1, names.size()), add));
    }

    private boolean isWindowed(int axis) {
        return overlap.windows().stream().anyMatch(window -> window.axis() == axis);
    }

    private Statement add(List<Index> at, Scalar element) {
        List<Window> windows = overlap.windows();
        List<Index> place = Windows.positions(at, value.shape().rank(), windows);
        return new Statement.StoreCombined(
                to.buffer(), to.at(Index.flat(place, value.shape().strides())), Combine.SUM, element);
    }

    // -- windows that a contraction makes

    private Body ofProducts(Contract contract) {
        List<Character> out = ContractionNest.letters(contract.out());
        int giver = contract.labels().get(0).indexOf(out.get(0)) >= 0 ? 0 : 1;
        List<Character> other = ContractionNest.letters(contract.labels().get(1 - giver));
        Packing packing = packing(contract, out, other);
        Buffer local = new Buffer("windows", Buffer.Kind.LOCAL, DType.FLOAT, packing.elements(), Size.ZERO);
        ContractionNest products = ContractionNest.into(local, packing, overlap.x(), access, locals)
                .orElseThrow(() -> new CompilerBug("no matrix product computes " + contract));
        List<Character> outer = out.stream()
                .filter(l -> !packing.labels().contains(l)
                        && !contract.sizes().get(l).isOne())
                .toList();
        List<Index> at = ContractionNest.indices(out, contract.sizes());
        Scalar element = new Scalar.Load(local, ContractionNest.place(out, packing.strides(out)));
        List<Statement> turn = new ArrayList<>(products.turn(outer));
        turn.addAll(Loops.lanes(variables(packing.labels()), packing.extents(), List.of(add(at, element))));
        boolean rows = !isWindowed(0) && outer.contains(out.get(0));
        List<Character> inner = rows ? outer.subList(1, outer.size()) : outer;
        List<Size> extents = inner.stream().map(contract.sizes()::get).toList();
        return Placing.into(
                value,
                to,
                0,
                rows ? Optional.of(ContractionNest.variable(out.get(0))) : Optional.empty(),
                Loops.serial(variables(inner), extents, turn));
    }

    /** How many windows are made at a time: their places come from one factor, what is in a window from the other. */
    private static Packing packing(Contract contract, List<Character> out, List<Character> other) {
        List<String> labels = contract.labels();
        List<Character> single = out.stream()
                .filter(l -> labels.get(0).indexOf(l) < 0 || labels.get(1).indexOf(l) < 0)
                .toList();
        List<Character> taps = other.stream().filter(single::contains).toList();
        List<Character> places = single.stream().filter(l -> !taps.contains(l)).toList();
        return Packing.of(places, taps, contract.sizes());
    }

    private static List<String> variables(List<Character> labels) {
        return labels.stream().map(ContractionNest::variable).toList();
    }
}
