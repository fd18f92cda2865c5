package dev.leibniz.compiler.ir;

/** What a value is: the type of its elements and its shape. */
public record TensorType(DType dtype, Shape shape) {
    public static TensorType floats(Shape shape) {
        return new TensorType(DType.FLOAT, shape);
    }

    public static TensorType ints(Shape shape) {
        return new TensorType(DType.INT, shape);
    }

    public static TensorType bools(Shape shape) {
        return new TensorType(DType.BOOL, shape);
    }

    public boolean isFloat() {
        return dtype == DType.FLOAT;
    }

    public boolean isScalar() {
        return shape.rank() == 0;
    }

    public TensorType withShape(Shape other) {
        return new TensorType(dtype, other);
    }

    /** As in `.nn` source: {@code float[N, 64]}, {@code int} for a scalar. */
    @Override
    public String toString() {
        return isScalar() ? dtype.spelling() : dtype.spelling() + shape;
    }
}
