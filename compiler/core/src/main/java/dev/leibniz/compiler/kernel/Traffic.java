package dev.leibniz.compiler.kernel;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The bytes of memory that steps read and write. An element that a kernel reads at several places with the same index counts once; of a buffer no more than it
 * holds. Scratch memory does not count.
 *
 * @param reads as a formula in the free sizes
 * @param writes likewise
 */
public record Traffic(Size reads, Size writes) {
    private static final Traffic NONE = new Traffic(Size.ZERO, Size.ZERO);

    /** Of all steps, loops with all their turns. */
    public static Traffic of(List<Step> steps, boolean doublePrecision) {
        Traffic sum = NONE;
        for (Step step : steps) {
            sum = sum.plus(of(step, doublePrecision));
        }
        return sum;
    }

    private static Traffic of(Step step, boolean doublePrecision) {
        if (step instanceof Repeat repeat) {
            return of(repeat.body(), doublePrecision).times(repeat.count());
        }
        return step instanceof Kernel kernel ? of(kernel, doublePrecision) : NONE;
    }

    /** Of one run of a kernel. */
    public static Traffic of(Kernel kernel, boolean doublePrecision) {
        Counting counting = new Counting();
        counting.all(kernel.body(), Map.of());
        return new Traffic(bytes(counting.reads, doublePrecision), bytes(counting.writes, doublePrecision));
    }

    private Traffic plus(Traffic other) {
        return new Traffic(reads.plus(other.reads), writes.plus(other.writes));
    }

    private Traffic times(Size count) {
        return new Traffic(reads.times(count), writes.times(count));
    }

    private static Size bytes(Map<Buffer, Set<Access>> touched, boolean doublePrecision) {
        Size bytes = Size.ZERO;
        for (Map.Entry<Buffer, Set<Access>> entry : touched.entrySet()) {
            Buffer buffer = entry.getKey();
            if (buffer.kind() != Buffer.Kind.LOCAL) {
                Size elements = entry.getValue().stream().map(Access::elements).reduce(Size.ZERO, Size::plus);
                boolean fits = buffer.elements().minus(elements).isNeverNegative();
                int width = doublePrecision && buffer.type() == DType.FLOAT ? 8 : 4;
                bytes = bytes.plus((fits ? elements : buffer.elements()).times(width));
            }
        }
        return bytes;
    }

    /** Elements of a buffer that an index goes over. */
    private record Access(Index at, Size elements) {}

    /** A walk over statements with the extents of the loops around. */
    private static final class Counting {
        private final Map<Buffer, Set<Access>> reads = new LinkedHashMap<>();
        private final Map<Buffer, Set<Access>> writes = new LinkedHashMap<>();

        private void all(List<Statement> statements, Map<String, Size> loops) {
            statements.forEach(statement -> one(statement, loops));
        }

        private void one(Statement statement, Map<String, Size> loops) {
            if (statement instanceof Statement.Loop loop) {
                Map<String, Size> within = new HashMap<>(loops);
                within.put(loop.variable(), loop.extent());
                all(loop.body(), within);
                return;
            }
            Walk.scalars(List.of(statement), scalar -> {
                if (scalar instanceof Scalar.Load load) {
                    touch(reads, load.buffer(), load.at(), Size.ONE, loops);
                }
            });
            if (statement instanceof Statement.Store store) {
                touch(writes, store.buffer(), store.at(), Size.ONE, loops);
            } else if (statement instanceof Statement.StoreCombined store) {
                touch(reads, store.buffer(), store.at(), Size.ONE, loops);
                touch(writes, store.buffer(), store.at(), Size.ONE, loops);
            } else if (statement instanceof Statement.Fill fill) {
                touch(writes, fill.buffer(), fill.from(), fill.count(), loops);
            } else if (statement instanceof Statement.Draw draw) {
                touch(reads, draw.key(), Index.ZERO, draw.key().elements(), loops);
                touch(writes, draw.into(), draw.at(), draw.into().elements(), loops);
            } else if (statement instanceof Statement.Multiply multiply) {
                multiply(multiply, loops);
            }
        }

        private void multiply(Statement.Multiply multiply, Map<String, Size> loops) {
            matrix(reads, multiply.a(), loops);
            matrix(reads, multiply.b(), loops);
            matrix(writes, multiply.c(), loops);
            if (multiply.accumulate()) {
                matrix(reads, multiply.c(), loops);
            }
        }

        private static void matrix(Map<Buffer, Set<Access>> to, Statement.Matrix matrix, Map<String, Size> loops) {
            Size elements = Stream.concat(matrix.rows().stream(), matrix.columns().stream())
                    .filter(axis -> !axis.stride().equals(Size.ZERO))
                    .map(Statement.Axis::size)
                    .reduce(Size.ONE, Size::times);
            touch(to, matrix.buffer(), matrix.origin(), elements, loops);
        }

        private static void touch(
                Map<Buffer, Set<Access>> to, Buffer buffer, Index at, Size each, Map<String, Size> loops) {
            Size elements = each;
            for (Map.Entry<String, Size> loop : loops.entrySet()) {
                elements = at.dependsOn(loop.getKey()) ? elements.times(loop.getValue()) : elements;
            }
            to.computeIfAbsent(buffer, b -> new HashSet<>()).add(new Access(at, elements));
        }
    }
}
