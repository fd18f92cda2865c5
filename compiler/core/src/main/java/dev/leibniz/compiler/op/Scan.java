package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.source.CompilerBug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A loop at run time: {@code h₀ = initial; (hₜ₊₁, eₜ) = body(hₜ, outside, t)}. It has several results, the last values of the carries and all values collected; each
 * is had by a {@link ScanResult}. The loop itself is a tensor of no elements that stands for them all.
 *
 * @param operands the initial values of the carries, then what every turn reads from outside
 */
public record Scan(Body body, Turns turns, List<Value> operands) implements Operation {
    public Scan {
        operands = List.copyOf(operands);
    }

    @Override
    public Scan withOperands(List<Value> changed) {
        return new Scan(body, turns, changed);
    }

    /** The number of carries. */
    public int carries() {
        return body.carries();
    }

    /** Lets the values that turns are given from outside, in loops within this one too, have the names that they have there. */
    public void nameGiven(Graph around) {
        for (int k = carries(); k < operands.size(); k++) {
            Value operand = operands.get(k);
            Value given = body.given(k, operand.type());
            Optional<String> name =
                    operand.op() instanceof Leaf leaf ? Optional.of(leaf.name()) : around.nameOf(operand);
            name.ifPresent(called -> body.graph().name(given, called));
        }
        for (Value value : body.graph().reachable(body.results())) {
            if (value.op() instanceof Scan inner) {
                inner.nameGiven(body.graph());
            }
        }
    }

    // -- type

    @Override
    public TensorType infer() {
        for (int k = 0; k < carries(); k++) {
            TensorType next = body.results().get(k).type();
            if (!next.equals(operands.get(k).type())) {
                throw new IllegalArgumentException(
                        "carry " + k + " begins as " + operands.get(k).type() + " and becomes " + next);
            }
        }
        return TensorType.floats(Shape.of(Size.ZERO));
    }

    /** The type of a result; a collected value has the turns as its first axis. */
    TensorType result(int number) {
        TensorType type = body.results().get(number).type();
        return number < carries() ? type : type.withShape(type.shape().insert(0, turns.count()));
    }

    @Override
    public boolean mentions(String turn) {
        boolean own = turns.variable().equals(turn);
        return turns.mentions(turn) || !own && body.mentions(turn);
    }

    // -- evaluation

    /** Nothing; see {@link #run}. */
    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        throw new CompilerBug("a loop has no value of its own");
    }

    /** The results for these operands. */
    public List<Tensor> run(List<Tensor> tensors, Evaluation at) {
        int low = at.size(turns.low());
        int count = at.size(turns.count());
        List<Tensor> given = new ArrayList<>(tensors);
        List<Tensor> results = new ArrayList<>(tensors.subList(0, carries()));
        for (int k = carries(); k < body.results().size(); k++) {
            results.add(Tensor.zeros(collected(k, count, at)));
        }
        for (int turn = 0; turn < count; turn++) {
            int position = turns.backwards() ? count - 1 - turn : turn;
            List<Tensor> values = at.turn(body.graph(), body.results(), turns.variable(), low + position, given);
            for (int k = 0; k < values.size(); k++) {
                if (k < carries()) {
                    given.set(k, values.get(k));
                    results.set(k, values.get(k));
                } else {
                    double[] element = values.get(k).data();
                    System.arraycopy(element, 0, results.get(k).data(), position * element.length, element.length);
                }
            }
        }
        return results;
    }

    private int[] collected(int number, int count, Evaluation at) {
        int[] element = at.shape(body.results().get(number).shape());
        int[] shape = new int[element.length + 1];
        shape[0] = count;
        System.arraycopy(element, 0, shape, 1, element.length);
        return shape;
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        String range = turns.backwards()
                ? turns.low().plus(turns.count()) + ".." + turns.low()
                : turns.low() + ".." + turns.low().plus(turns.count());
        return Notation.atom("scan " + turns.variable() + " in " + range);
    }
}
