package dev.leibniz.compiler.randomprogram;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.op.Draw;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.semantics.Hyper;
import dev.leibniz.compiler.semantics.Input;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.Parameter;
import dev.leibniz.compiler.semantics.State;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Free sizes and the values of all leaves. Floats are normal, those of parameters' and states' too, for some seeds half of them one of a few; all are Java floats,
 * so that both precisions begin with the same.
 */
record Point(Map<String, Long> sizes, Map<Leaf, Tensor> leaves) {
    static final long DRAWS = 5;

    /** Where functions have kinks. */
    private static final double[] FEW = {0, 0, 1, -1, 0.5, 2};

    static Point draw(Network network, Map<String, Long> sizes, long seed) {
        Source random = new Source(new SplittableRandom(seed), Math.floorMod(seed / 4, 4L) == 0);
        Map<Leaf, Tensor> leaves = new LinkedHashMap<>();
        for (Input input : network.inputs()) {
            long low = input.range().map(r -> r.low().evaluate(sizes::get)).orElse(0L);
            long high = input.range()
                    .map(r -> r.high().evaluate(sizes::get))
                    .orElse(input.type().dtype() == DType.BOOL ? 2L : 4L);
            leaves.put((Leaf) input.leaf().op(), tensor(input.type(), sizes, random, low, high));
        }
        for (Parameter parameter : network.parameters()) {
            leaves.put((Leaf) parameter.leaf().op(), tensor(parameter.type(), sizes, random, 0, 0));
        }
        for (State state : network.states()) {
            Tensor tensor = tensor(state.type(), sizes, random, 0, 0);
            for (int k = 0; k < tensor.size(); k++) {
                tensor.data()[k] = 0.1 + Math.abs(tensor.data()[k]);
                tensor.data()[k] = (float) tensor.data()[k];
            }
            leaves.put((Leaf) state.leaf().op(), tensor);
        }
        for (Hyper hyper : network.hypers()) {
            leaves.put((Leaf) hyper.leaf().op(), Tensor.scalar(hyper.initial()));
        }
        leaves.put(Draw.KEY, Draw.key(DRAWS, 0));
        return new Point(sizes, leaves);
    }

    private record Source(SplittableRandom random, boolean few) {
        double next() {
            boolean one = few && random.nextBoolean();
            return one ? FEW[random.nextInt(FEW.length)] : (float) random.nextGaussian();
        }
    }

    private static Tensor tensor(TensorType type, Map<String, Long> sizes, Source random, long low, long high) {
        Tensor tensor = Tensor.zeros(type.shape().sizes().stream()
                .mapToInt(size -> (int) size.evaluate(sizes::get))
                .toArray());
        for (int k = 0; k < tensor.size(); k++) {
            tensor.data()[k] = type.isFloat() ? random.next() : random.random().nextLong(low, high);
        }
        return tensor;
    }

    /** Every float changed by a random share of itself of at most {@code share}. */
    Point moved(double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Leaf, Tensor> moved = new LinkedHashMap<>();
        leaves.forEach((leaf, tensor) -> {
            Tensor copy = new Tensor(tensor.shape(), tensor.data().clone());
            if (leaf.type().isFloat()) {
                for (int k = 0; k < copy.size(); k++) {
                    copy.data()[k] *= 1 + share * random.nextDouble(-1, 1);
                }
            }
            moved.put(leaf, copy);
        });
        return new Point(sizes, moved);
    }
}
