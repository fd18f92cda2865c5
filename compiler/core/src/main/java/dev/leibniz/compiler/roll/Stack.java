package dev.leibniz.compiler.roll;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.semantics.Initialiser;
import dev.leibniz.compiler.semantics.Ordinal;
import dev.leibniz.compiler.semantics.Parameter;
import dev.leibniz.compiler.semantics.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parameters or states of turns that are one tensor, with the turns as its first axis.
 *
 * @param leaves what they are one by one, in the order of the turns
 * @param leaf what they are together; its name has a range in place of the number of the turn
 */
record Stack(List<Value> leaves, Leaf leaf, Ordinal ordinal) {
    String path() {
        return leaf.name();
    }

    /** Empty if they are not of one kind, filled in one way and numbered in order. */
    static Optional<Stack> of(List<Value> leaves, Source source) {
        List<Leaf> kept = leaves.stream().map(value -> (Leaf) value.op()).toList();
        Leaf first = kept.get(0);
        Optional<String> path = PathRange.of(kept.stream().map(Leaf::name).toList());
        boolean alike = kept.stream()
                .allMatch(leaf -> leaf.kind() == first.kind() && leaf.type().equals(first.type()));
        if (path.isEmpty() || !alike) {
            return Optional.empty();
        }
        List<Initialiser> initialisers = new ArrayList<>();
        List<Ordinal> ordinals = new ArrayList<>();
        for (Value leaf : leaves) {
            source.parameter(leaf).ifPresent(parameter -> {
                initialisers.add(parameter.initialiser());
                ordinals.add(parameter.ordinal());
            });
            source.state(leaf).ifPresent(state -> {
                initialisers.add(state.initial());
                ordinals.add(state.ordinal());
            });
        }
        if (initialisers.stream().distinct().count() != 1) {
            return Optional.empty();
        }
        TensorType stacked = first.type().withShape(first.type().shape().insert(0, Size.of(leaves.size())));
        return stacked(ordinals)
                .map(ordinal -> new Stack(leaves, new Leaf(first.kind(), path.get(), stacked), ordinal));
    }

    private static Optional<Ordinal> stacked(List<Ordinal> ordinals) {
        Ordinal first = ordinals.get(0);
        int stride = ordinals.get(1).first() - first.first();
        for (int k = 0; k < ordinals.size(); k++) {
            if (!ordinals.get(k).equals(new Ordinal(first.first() + k * stride, first.strides()))) {
                return Optional.empty();
            }
        }
        List<Integer> strides = new ArrayList<>(List.of(stride));
        strides.addAll(first.strides());
        return Optional.of(new Ordinal(first.first(), strides));
    }

    /** The stack as a parameter like those on it. */
    Parameter parameter(Parameter like, Value value) {
        return new Parameter(path(), ordinal, leaf.type(), like.initialiser(), value, like.span(), like.doc());
    }

    /** The stack as a state like those on it. */
    State state(State like, Value value, Optional<Value> next) {
        return new State(path(), ordinal, leaf.type(), like.initial(), value, next, like.span(), like.doc());
    }
}
