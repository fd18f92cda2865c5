package dev.leibniz.compiler.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Walks over statements: every scalar, every index, every buffer with how it is used. */
public final class Walk {
    /** How a kernel uses a buffer. */
    public record Usage(boolean reads, boolean writes) {
        Usage and(Usage other) {
            return new Usage(reads || other.reads, writes || other.writes);
        }
    }

    private static final Usage READS = new Usage(true, false);
    private static final Usage WRITES = new Usage(false, true);
    private static final Usage BOTH = new Usage(true, true);

    private final Consumer<Index> indices;
    private final Consumer<Scalar> scalars;
    private final Map<Buffer, Usage> buffers = new LinkedHashMap<>();

    private Walk(Consumer<Index> indices, Consumer<Scalar> scalars) {
        this.indices = indices;
        this.scalars = scalars;
    }

    /** The buffers that statements touch, in order of appearance. */
    public static Map<Buffer, Usage> buffers(List<Statement> statements) {
        Walk walk = new Walk(index -> {}, scalar -> {});
        walk.all(statements);
        return walk.buffers;
    }

    /** Every index of loads, stores and positions, those inside computed indices included. */
    public static List<Index> indices(List<Statement> statements) {
        List<Index> found = new ArrayList<>();
        new Walk(found::add, scalar -> {}).all(statements);
        return found;
    }

    /** Hands every scalar expression and subexpression to {@code visitor}. */
    public static void scalars(List<Statement> statements, Consumer<Scalar> visitor) {
        new Walk(index -> {}, visitor).all(statements);
    }

    private void all(List<Statement> statements) {
        statements.forEach(this::statement);
    }

    private void statement(Statement statement) {
        if (statement instanceof Statement.Loop loop) {
            all(loop.body());
        } else if (statement instanceof Statement.Define define) {
            scalar(define.value());
        } else if (statement instanceof Statement.Accumulate accumulate) {
            scalar(accumulate.value());
        } else if (statement instanceof Statement.ArgAccumulate accumulate) {
            scalar(accumulate.value());
            index(accumulate.at());
        } else if (statement instanceof Statement.Store store) {
            touch(store.buffer(), WRITES);
            index(store.at());
            scalar(store.value());
        } else if (statement instanceof Statement.StoreCombined store) {
            touch(store.buffer(), BOTH);
            index(store.at());
            scalar(store.value());
        } else if (statement instanceof Statement.Fill fill) {
            touch(fill.buffer(), WRITES);
            index(fill.from());
        } else if (statement instanceof Statement.Draw draw) {
            touch(draw.into(), WRITES);
            touch(draw.key(), READS);
            index(draw.at());
            index(draw.number());
            index(draw.first());
        } else if (statement instanceof Statement.Multiply multiply) {
            matrix(multiply.a(), READS);
            matrix(multiply.b(), READS);
            matrix(multiply.c(), multiply.accumulate() ? BOTH : WRITES);
        }
    }

    private void matrix(Statement.Matrix matrix, Usage usage) {
        touch(matrix.buffer(), usage);
        index(matrix.origin());
    }

    private void touch(Buffer buffer, Usage usage) {
        buffers.merge(buffer, usage, Usage::and);
    }

    private void scalar(Scalar scalar) {
        scalars.accept(scalar);
        if (scalar instanceof Scalar.Load load) {
            touch(load.buffer(), READS);
            index(load.at());
        } else if (scalar instanceof Scalar.Position position) {
            index(position.index());
        } else if (scalar instanceof Scalar.Apply apply) {
            apply.arguments().forEach(this::scalar);
        } else if (scalar instanceof Scalar.Choose choose) {
            scalar(choose.condition());
            scalar(choose.then());
            scalar(choose.otherwise());
        } else if (scalar instanceof Scalar.Convert convert) {
            scalar(convert.value());
        }
    }

    private void index(Index index) {
        indices.accept(index);
        for (Index.Term term : index.terms()) {
            if (term.atom() instanceof Index.Computed computed) {
                scalar(computed.value());
            } else if (term.atom() instanceof Index.Quotient quotient) {
                index(quotient.dividend());
            } else if (term.atom() instanceof Index.Remainder remainder) {
                index(remainder.dividend());
            }
        }
    }
}
