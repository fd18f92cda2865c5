package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Distribution;
import dev.leibniz.runtime.random.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Random numbers, each a function of the key, the number of the draw, and its own number: computing them again gives them again.
 *
 * @param key three ints, see {@link Draws#key}
 * @param number unlike that of any other draw of the network; in a loop that stands for several it changes from turn to turn
 * @param first the number of the first element; in a loop it changes from turn to turn
 */
public record Draw(Value key, Distribution distribution, Size number, Size first, Shape shape) implements Operation {
    /** The key of a network's draws. */
    public static final Leaf KEY = new Leaf(Leaf.Kind.DRAWS, "draws", TensorType.ints(Shape.of(Size.of(Draws.KEY))));

    /** What {@link #KEY} holds for a seed and a round. */
    public static Tensor key(long seed, long round) {
        int[] key = new int[Draws.KEY];
        Draws.key(key, seed, round);
        return new Tensor(
                new int[] {key.length}, Arrays.stream(key).asDoubleStream().toArray());
    }

    @Override
    public List<Value> operands() {
        return List.of(key);
    }

    @Override
    public Draw withOperands(List<Value> operands) {
        return new Draw(operands.get(0), distribution, number, first, shape);
    }

    // -- type

    @Override
    public TensorType infer() {
        Typing.of(key, DType.INT);
        return TensorType.floats(shape);
    }

    @Override
    public boolean mentions(String turn) {
        return number.mentions(turn) || first.mentions(turn);
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        int[] ints = Arrays.stream(operands.get(0).data())
                .mapToInt(number -> (int) number)
                .toArray();
        Tensor result = Tensor.zeros(at.shape(shape));
        if (distribution == Distribution.UNIFORM) {
            Draws.uniform(result.data(), 0, ints, 0, at.size(number), at.size(first), 0, result.size());
        } else {
            Draws.normal(result.data(), 0, ints, 0, at.size(number), at.size(first), 0, result.size());
        }
        return result;
    }

    // -- derivative

    // Random numbers depend on nothing that is differentiated.

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.call(distribution.name().toLowerCase(Locale.ROOT), shape);
    }
}
