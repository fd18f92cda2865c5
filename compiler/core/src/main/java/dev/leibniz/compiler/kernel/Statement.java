package dev.leibniz.compiler.kernel;

import dev.leibniz.compiler.ir.Size;
import java.util.List;

/** A step of a kernel's body. */
public sealed interface Statement {
    /** How the turns of a loop relate. */
    enum LoopKind {
        /** In order. */
        SERIAL,
        /** The outermost loop of a kernel whose turns are independent: runs over the range of rows that the caller passes. */
        ROWS,
        /** The only loop of a kernel, or the innermost of some, whose turns are independent and may run in the lanes of a vector: over the range of rows that the caller passes. */
        LANE_ROWS,
        /** An innermost loop whose turns are independent but for its accumulators: may run several turns in the lanes of a vector. */
        LANES
    }

    /** {@code for (variable = 0; variable < extent; variable++) body}. */
    record Loop(String variable, Size extent, LoopKind kind, List<Statement> body) implements Statement {
        /** Whether turns may run in the lanes of a vector. */
        public boolean isInLanes() {
            return kind == LoopKind.LANES || kind == LoopKind.LANE_ROWS;
        }

        /** Whether it runs over the range of rows that the caller passes. */
        public boolean isOverRows() {
            return kind == LoopKind.ROWS || kind == LoopKind.LANE_ROWS;
        }

        public Loop {
            body = List.copyOf(body);
        }
    }

    /** Defines a local variable that does not change. */
    record Define(Scalar.Local local, Scalar value) implements Statement {}

    /** Declares a local accumulator that starts at the identity of {@code combine}. */
    record Accumulator(Scalar.Local local, Combine combine) implements Statement {}

    /** Joins a value into an accumulator declared outside the innermost loop around this. */
    record Accumulate(Scalar.Local local, Combine combine, Scalar value) implements Statement {}

    /** Keeps, over the turns of the enclosing loop, the first position of the largest (or smallest) value; NaN counts as the extreme. Both accumulators are declared by {@link ArgStart}. */
    record ArgAccumulate(Scalar.Local best, Scalar.Local position, boolean largest, Scalar value, Index at)
            implements Statement {}

    /** Declares the two accumulators of {@link ArgAccumulate}: the best value so far and its position, 0 at first. */
    record ArgStart(Scalar.Local best, Scalar.Local position, boolean largest) implements Statement {}

    /** Writes an element. A bool is stored as 0 or 1. */
    record Store(Buffer buffer, Index at, Scalar value) implements Statement {}

    /** Joins a value into an element. */
    record StoreCombined(Buffer buffer, Index at, Combine combine, Scalar value) implements Statement {}

    /** Sets {@code count} elements from {@code from} on to a constant. */
    record Fill(Buffer buffer, Index from, Size count, double value) implements Statement {}

    /**
     * Writes the random numbers of the kernel's range of rows, one a row.
     *
     * @param at where row 0 goes
     * @param number that of the draw
     * @param first the number of the element in row 0
     */
    record Draw(Buffer into, Index at, Buffer key, Distribution distribution, Index number, Index first)
            implements Statement {}

    /**
     * A matrix somewhere in a buffer, each of whose dimensions is made of axes of a tensor, the last of them varying fastest; an axis of size 1 stands alone. If there is more than one, all sizes and strides are
     * constants.
     */
    record Matrix(Buffer buffer, Index origin, List<Axis> rows, List<Axis> columns) {
        public Matrix {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }

        /** Whether element (i, j) is at {@code origin + i·row + j·column}. */
        public boolean isStrided() {
            return rows.size() <= 1 && columns.size() <= 1;
        }

        /** The distance between rows of a strided matrix. */
        public Size row() {
            return rows.isEmpty() ? Size.ZERO : rows.get(0).stride();
        }

        /** The distance between columns of a strided matrix. */
        public Size column() {
            return columns.isEmpty() ? Size.ZERO : columns.get(0).stride();
        }
    }

    /** An axis of a tensor: its size, and how far apart neighbours are along it. */
    record Axis(Size size, Size stride) {
        public boolean isConstant() {
            return size.isConstant() && stride.isConstant();
        }
    }

    /**
     * {@code c (+)= a·b} for a of m×k, b of k×n elements; c is strided, with column stride 1.
     *
     * @param rowsSplit whether m is the kernel's range of rows: then only rows {@code [from, to)} of a and c are computed
     */
    record Multiply(Matrix a, Matrix b, Matrix c, Size m, Size n, Size k, boolean accumulate, boolean rowsSplit)
            implements Statement {
        /** Whether both factors are strided. */
        public boolean isStrided() {
            return a.isStrided() && b.isStrided();
        }
    }
}
