package dev.leibniz.compiler.randomprogram;

/**
 * A size as the generator knows it.
 *
 * @param text as it is written
 * @param value what it is at first, before sizes shrink; 0 if it is free
 */
record Dim(String text, int value) {
    static final Dim ONE = of(1);

    static Dim of(int value) {
        return new Dim(Integer.toString(value), value);
    }

    static Dim free(String name) {
        return new Dim(name, 0);
    }

    boolean isFree() {
        return value == 0;
    }

    boolean isOne() {
        return value == 1;
    }

    /** A bound of it, to keep tensors small. */
    int most() {
        return isFree() ? 5 : value;
    }

    Dim plus(int more) {
        return new Dim("(" + text + " + " + more + ")", isFree() ? 0 : value + more);
    }

    Dim times(Dim other) {
        return new Dim("(" + text + " * " + other.text + ")", value * other.value);
    }

    /** Whether both are surely the same size. */
    boolean same(Dim other) {
        return isFree() ? text.equals(other.text) : value == other.value;
    }
}
