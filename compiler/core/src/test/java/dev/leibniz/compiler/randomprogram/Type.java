package dev.leibniz.compiler.randomprogram;

import dev.leibniz.compiler.ir.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The type of a generated expression. */
record Type(DType dtype, List<Dim> shape) {
    static final Type SCALAR = floats(List.of());

    Type {
        shape = List.copyOf(shape);
    }

    static Type floats(List<Dim> shape) {
        return new Type(DType.FLOAT, shape);
    }

    int rank() {
        return shape.size();
    }

    boolean isFloat() {
        return dtype == DType.FLOAT;
    }

    boolean isFixed() {
        return shape.stream().noneMatch(Dim::isFree);
    }

    Dim last() {
        return shape.get(rank() - 1);
    }

    /** About how many elements there are. */
    long elements() {
        return shape.stream().mapToLong(Dim::most).reduce(1, (a, b) -> a * b);
    }

    Type of(DType other) {
        return new Type(other, shape);
    }

    Type with(List<Dim> other) {
        return new Type(dtype, other);
    }

    Type with(int axis, Dim dim) {
        List<Dim> dims = new ArrayList<>(shape);
        dims.set(axis, dim);
        return with(dims);
    }

    Type insert(int axis, Dim dim) {
        List<Dim> dims = new ArrayList<>(shape);
        dims.add(axis, dim);
        return with(dims);
    }

    Type without(int axis) {
        List<Dim> dims = new ArrayList<>(shape);
        dims.remove(axis);
        return with(dims);
    }

    boolean same(Type other) {
        return dtype == other.dtype && sameShape(other.shape);
    }

    boolean sameShape(List<Dim> other) {
        return rank() == other.size()
                && IntStream.range(0, rank()).allMatch(axis -> shape.get(axis).same(other.get(axis)));
    }

    /** {@code [N, 4]}. */
    String sizes() {
        return shape.stream().map(Dim::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** As it is declared. */
    @Override
    public String toString() {
        return dtype.spelling() + (shape.isEmpty() ? "" : sizes());
    }
}
