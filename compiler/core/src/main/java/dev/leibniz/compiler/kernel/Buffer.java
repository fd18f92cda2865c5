package dev.leibniz.compiler.kernel;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;

/**
 * Memory that kernels read and write: a run of elements in some array. Identity equality. FLOAT elements live in float[] (double[] in double precision), INT
 * and BOOL elements in int[] (0 or 1 for a bool).
 */
public final class Buffer {
    /** Whose array it is, and so how generated code gets at it. */
    public enum Kind {
        /** An array that the caller passes, one for each input. */
        INPUT,
        /** An array that the caller passes to receive an output. */
        OUTPUT,
        /** A part of the one array of parameters, at a fixed offset. */
        PARAMETER,
        /** The same part of the array of gradients; kernels add into it. */
        GRADIENT,
        /** A part of the one array of network states, at a fixed offset. */
        STATE,
        /** The same part of the workspace's array of what states become. */
        NEXT,
        /** A part of the array of hypers, at a fixed offset. */
        HYPER,
        /** The key of random numbers: ints that the model holds. */
        DRAWS,
        /** A part of the workspace, at an offset that the memory plan assigns. */
        SLOT,
        /** Scratch memory of one kernel while it works on a range of rows: nothing is in it before or after, and each range has its own. */
        LOCAL,
        /** A scalar result (loss or metric) at a fixed offset of the workspace's array of results. */
        RESULT
    }

    private final String name;
    private final Kind kind;
    private final DType type;
    private final Size elements;
    private final Size offset;

    /**
     * @param name the `.nn` name, parameter path, or derived name; a legal Java identifier is made of it by {@code emit}
     * @param elements how many elements it holds
     * @param offset where it starts in its array; for a {@code SLOT} without a place yet, zero
     */
    public Buffer(String name, Kind kind, DType type, Size elements, Size offset) {
        this.name = name;
        this.kind = kind;
        this.type = type;
        this.elements = elements;
        this.offset = offset;
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public DType type() {
        return type;
    }

    public Size elements() {
        return elements;
    }

    /** The fixed offset in its array, in elements. The offsets of slots are found in the {@link Plan}. */
    public Size offset() {
        return offset;
    }

    @Override
    public String toString() {
        return name;
    }
}
