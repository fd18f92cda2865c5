package dev.leibniz.compiler.ir;

import dev.leibniz.compiler.source.Span;

/** One value of the graph: computed once, used many times. Identity equality; only {@link Graph} makes one. */
public final class Value {
    private final int id;
    private final Op op;
    private final TensorType type;
    private final Span origin;

    Value(int id, Op op, TensorType type, Span origin) {
        this.id = id;
        this.op = op;
        this.type = type;
        this.origin = origin;
    }

    /** The position in its graph; operands have smaller ones, so ids are a topological order. */
    public int id() {
        return id;
    }

    public Op op() {
        return op;
    }

    public TensorType type() {
        return type;
    }

    public Shape shape() {
        return type.shape();
    }

    /** Where in `.nn` source the value comes from. */
    public Span origin() {
        return origin;
    }

    @Override
    public String toString() {
        return "%" + id + ": " + type;
    }
}
