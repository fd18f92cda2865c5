package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The same elements, in row-major order, in another shape. */
public record Reshape(Value x, Shape shape) implements Pointwise {
    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public Reshape withOperands(List<Value> operands) {
        return new Reshape(operands.get(0), shape);
    }

    // -- type

    @Override
    public TensorType infer() {
        if (!x.shape().elements().equals(shape.elements())) {
            throw new IllegalArgumentException("cannot reshape " + x.shape() + " to " + shape);
        }
        return x.type().withShape(shape);
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        return new Tensor(at.shape(shape), operands.get(0).data());
    }

    // -- derivative

    /** x̄ = ȳ in the shape of x. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(x, g.reshape(yBar, x.shape()));
    }

    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return tangents.of(x).map(t -> g.reshape(t, shape));
    }

    // -- lowering

    @Override
    public Scalar at(List<Index> indices, Operands operands) {
        return operands.at(0, onesMoved() ? skippingOnes(indices) : throughMemory(indices));
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.call("reshape", operands.get(0), shape);
    }

    /** Whether the two shapes differ only in sizes of 1. */
    private boolean onesMoved() {
        return proper(x.shape()).equals(proper(shape));
    }

    private static List<Size> proper(Shape shape) {
        return shape.sizes().stream().filter(size -> !size.isOne()).toList();
    }

    private List<Index> skippingOnes(List<Index> indices) {
        List<Index> kept = new ArrayList<>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            if (!shape.get(axis).isOne()) {
                kept.add(indices.get(axis));
            }
        }
        List<Index> result = new ArrayList<>();
        for (Size size : x.shape().sizes()) {
            result.add(size.isOne() ? Index.ZERO : kept.remove(0));
        }
        return result;
    }

    private List<Index> throughMemory(List<Index> indices) {
        Index flat = Index.flat(indices, shape.strides());
        List<Size> strides = x.shape().strides();
        List<Index> result = new ArrayList<>();
        for (int axis = 0; axis < x.shape().rank(); axis++) {
            Index quotient = flat.dividedBy(strides.get(axis));
            result.add(axis == 0 ? quotient : quotient.modulo(x.shape().get(axis)));
        }
        return result;
    }
}
