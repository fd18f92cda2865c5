package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.source.CompilerBug;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Rows of a table picked by int ids: shape of ids, then the shape of a row. */
public record Gather(Value table, Value ids) implements Pointwise {
    @Override
    public List<Value> operands() {
        return List.of(table, ids);
    }

    @Override
    public Gather withOperands(List<Value> operands) {
        return new Gather(operands.get(0), operands.get(1));
    }

    // -- type

    @Override
    public TensorType infer() {
        Typing.of(ids, DType.INT);
        Shape row = table.shape().without(0);
        return table.type().withShape(ids.shape().append(row));
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        Tensor rows = operands.get(0);
        Tensor picked = operands.get(1);
        Tensor result = Tensor.zeros(at.shape(infer().shape()));
        int width = picked.size() == 0 ? 0 : result.size() / picked.size();
        for (int i = 0; i < picked.size(); i++) {
            int id = (int) picked.data()[i];
            if (id < 0 || id >= rows.shape()[0]) {
                throw new CompilerBug("row " + id + " of a table " + Arrays.toString(rows.shape()));
            }
            System.arraycopy(rows.data(), id * width, result.data(), i * width, width);
        }
        return result;
    }

    // -- derivative

    /** The table's cotangent is ȳ, its rows added up where they came from. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(table, g.scatterAdd(yBar, ids, table.shape().get(0)));
    }

    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return tangents.of(table).map(t -> g.gather(t, ids));
    }

    // -- lowering

    @Override
    public Scalar at(List<Index> indices, Operands operands) {
        int idRank = ids.shape().rank();
        Scalar id = operands.at(1, indices.subList(0, idRank));
        String name = table.op() instanceof Leaf leaf ? leaf.name() : "table";
        List<Index> own = new ArrayList<>();
        own.add(Index.of(new Index.Computed(id, table.shape().get(0), name)));
        own.addAll(indices.subList(idRank, indices.size()));
        return operands.at(0, own);
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.index(operands.get(0), operands.get(1));
    }
}
