package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import java.util.List;

/**
 * A value that comes from outside the graph.
 *
 * @param name the input's, hyper's or optimizer variable's name, or the parameter's or state's path; unique within its kind
 * @param type its type, declared in `.nn` source
 */
public record Leaf(Kind kind, String name, TensorType type) implements Operation {
    /** Where it comes from. */
    public enum Kind {
        INPUT,
        PARAMETER,
        STATE,
        HYPER,
        /** The key of random numbers. */
        DRAWS
    }

    @Override
    public List<Value> operands() {
        return List.of();
    }

    @Override
    public Leaf withOperands(List<Value> operands) {
        return this;
    }

    // -- type

    @Override
    public TensorType infer() {
        return type;
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        return at.leaf(this);
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.atom(name);
    }
}
