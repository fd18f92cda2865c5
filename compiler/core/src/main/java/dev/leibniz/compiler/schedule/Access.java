package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.op.Pointwise;
import dev.leibniz.compiler.source.CompilerBug;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an element of any value is had inside a kernel: from a local variable, from memory, or by computing it on the spot. */
final class Access {
    /** Values that the kernel at hand has in local variables. */
    interface Locals {
        Optional<Scalar> find(Value value, List<Index> at);
    }

    private final Inlining inlining;
    private final Map<Value, Buffer> buffers;

    Access(Inlining inlining, Map<Value, Buffer> buffers) {
        this.inlining = inlining;
        this.buffers = buffers;
    }

    /** Whether elements of the value, read where they are, lie on top of each other. */
    boolean overlaps(Value value) {
        return inlining.overlaps(value);
    }

    /** Whether the value has no memory of its own because its only user computes it. */
    boolean isFolded(Value value) {
        return inlining.isFolded(value);
    }

    /** The memory of a value from outside. */
    Buffer buffer(Value value) {
        return Optional.ofNullable(buffers.get(value))
                .orElseThrow(() -> new CompilerBug("no memory for " + value + " = " + value.op()));
    }

    /** The element of {@code value} at these indices, one an axis. */
    Scalar read(Value value, List<Index> at, Locals locals) {
        Optional<Scalar> local = locals.find(value, at);
        if (local.isPresent()) {
            return local.get();
        }
        if (buffers.containsKey(value)) {
            return new Scalar.Load(
                    buffers.get(value), Index.flat(at, value.shape().strides()));
        }
        if (inlining.isAlias(value)) {
            return alias(value, at, locals);
        }
        if (!(value.op() instanceof Pointwise)) {
            throw new CompilerBug("no memory for " + value + " = " + value.op());
        }
        return element(value, at, locals);
    }

    /** The element computed from the operands, whether or not the value has memory. */
    Scalar element(Value value, List<Index> at, Locals locals) {
        return ((Pointwise) value.op())
                .at(at, (k, indices) -> read(value.op().operands().get(k), indices, locals));
    }

    private Scalar alias(Value value, List<Index> at, Locals locals) {
        Value base = inlining.base(value);
        Index flat = Index.flat(at, value.shape().strides());
        Buffer buffer = buffers.get(base);
        if (buffer == null) {
            return read(base, unflatten(flat, base.shape()), locals);
        }
        return new Scalar.Load(buffer, flat);
    }

    private static List<Index> unflatten(Index flat, Shape shape) {
        return java.util.stream.IntStream.range(0, shape.rank())
                .mapToObj(axis -> {
                    Index quotient = flat.dividedBy(shape.strides().get(axis));
                    return axis == 0 ? quotient : quotient.modulo(shape.get(axis));
                })
                .toList();
    }
}
