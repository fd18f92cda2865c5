package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.source.CompilerBug;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The adjoint of gather: the rows of x added up at their ids in a table of zeros.
 *
 * @param rows rows of the table
 */
public record ScatterAdd(Value x, Value ids, Size rows) implements Operation {
    @Override
    public List<Value> operands() {
        return List.of(x, ids);
    }

    @Override
    public ScatterAdd withOperands(List<Value> operands) {
        return new ScatterAdd(operands.get(0), operands.get(1), rows);
    }

    // -- type

    @Override
    public TensorType infer() {
        Typing.of(x, DType.FLOAT);
        Typing.of(ids, DType.INT);
        if (!x.shape().subShape(0, ids.shape().rank()).equals(ids.shape())) {
            throw new IllegalArgumentException("rows " + x.shape() + " for ids " + ids.shape());
        }
        Shape row = x.shape().subShape(ids.shape().rank(), x.shape().rank());
        return TensorType.floats(Shape.of(rows).append(row));
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        Tensor added = operands.get(0);
        Tensor picked = operands.get(1);
        Tensor result = Tensor.zeros(at.shape(infer().shape()));
        int width = picked.size() == 0 ? 0 : added.size() / picked.size();
        for (int i = 0; i < picked.size(); i++) {
            int id = (int) picked.data()[i];
            if (id < 0 || id >= result.shape()[0]) {
                throw new CompilerBug("row " + id + " of a table " + Arrays.toString(result.shape()));
            }
            int to = id * width;
            for (int j = 0; j < width; j++) {
                result.data()[to + j] += added.data()[i * width + j];
            }
        }
        return result;
    }

    // -- derivative

    /** x̄ = the rows of ȳ at the ids. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(x, g.gather(yBar, ids));
    }

    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return tangents.of(x).map(t -> g.scatterAdd(t, ids, rows));
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.call("scatter_add", operands.get(0), operands.get(1), rows);
    }
}
