package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.op.Pad;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The loops that put a tensor into the middle of its padding; padding of several axes is one. */
final class PadNest {
    private PadNest() {}

    static Body body(Value value, Destination to, Access access, Locals locals) {
        Pad outermost = (Pad) value.op();
        List<Size> before = new ArrayList<>(Collections.nCopies(value.shape().rank(), Size.ZERO));
        Value x = value;
        boolean more = true;
        while (more) {
            Pad pad = (Pad) x.op();
            before.set(pad.axis(), before.get(pad.axis()).plus(pad.before()));
            x = pad.x();
            more = access.isFolded(x);
        }
        Shape shape = x.shape();
        List<String> variables = new ArrayList<>();
        List<Index> from = new ArrayList<>();
        List<Index> at = new ArrayList<>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            variables.add(Domain.variable(axis));
            from.add(Index.variable(Domain.variable(axis)));
            at.add(from.get(axis).plus(before.get(axis)));
        }
        Statement store = to.store(Index.flat(at, value.shape().strides()), access.read(x, from, locals));
        boolean rows = shape.rank() > 1 && shape.get(0).equals(value.shape().get(0));
        int outer = rows ? 1 : 0;
        List<Statement> copy = Loops.lanes(
                variables.subList(outer, shape.rank()), shape.sizes().subList(outer, shape.rank()), List.of(store));
        Optional<String> row = rows ? Optional.of(variables.get(0)) : Optional.empty();
        return Placing.into(value, to, outermost.value(), row, copy);
    }
}
