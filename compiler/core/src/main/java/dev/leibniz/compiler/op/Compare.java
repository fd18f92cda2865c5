package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;

/** Comparison of two floats or ints as bool, for equality also of two bools; derivative 0. */
public record Compare(Relation relation, Value a, Value b) implements Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(a, b);
    }

    @Override
    public Compare withOperands(List<Value> operands) {
        return new Compare(relation, operands.get(0), operands.get(1));
    }

    @Override
    public DType dtype() {
        if (relation == Relation.EQUAL || relation == Relation.NOT_EQUAL) {
            Typing.common(operands(), DType.values());
        } else {
            Typing.common(operands(), DType.FLOAT, DType.INT);
        }
        return DType.BOOL;
    }

    @Override
    public double apply(double... operands) {
        return relation.holds(operands[0], operands[1]) ? 1 : 0;
    }

    @Override
    public Scalar scalar(List<Scalar> operands) {
        return new Scalar.Apply(relation.function(), operands);
    }

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.infix(operands.get(0), relation.symbol(), operands.get(1), Notation.COMPARISON);
    }
}
