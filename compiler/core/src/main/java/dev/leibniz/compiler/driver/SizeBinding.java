package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The values of a network's free sizes, found by holding declared shapes against those of tensors. */
public final class SizeBinding {
    private final Map<String, Long> values = new LinkedHashMap<>();

    /** The sizes known so far, in the order they were found. */
    public Map<String, Long> values() {
        return Collections.unmodifiableMap(values);
    }

    public void bind(String name, long value) {
        values.put(name, value);
    }

    /** Finds what a tensor of the declared shape, being {@code actual}, says of sizes still unknown. False if nothing new. */
    public boolean learn(Shape declared, List<Long> actual) {
        boolean learnt = false;
        for (int axis = 0; axis < declared.rank() && axis < actual.size(); axis++) {
            Size size = declared.get(axis);
            List<String> unknown = unknown(size);
            if (unknown.size() == 1) {
                OptionalLong value = solve(size, unknown.get(0), actual.get(axis));
                value.ifPresent(found -> bind(unknown.get(0), found));
                learnt |= value.isPresent();
            }
        }
        return learnt;
    }

    /** Why a tensor of the declared shape cannot be {@code actual}: the size of an axis is that for no value of its only unknown name. */
    public Optional<String> contradiction(Shape declared, List<Long> actual) {
        for (int axis = 0; axis < declared.rank() && axis < actual.size(); axis++) {
            Size size = declared.get(axis);
            long value = actual.get(axis);
            List<String> unknown = unknown(size);
            if (unknown.size() == 1
                    && isLinear(size, unknown.get(0))
                    && solve(size, unknown.get(0), value).isEmpty()) {
                String name = unknown.get(0);
                String equation = size.equals(Size.symbol(name)) ? "" : ", so that " + size + " cannot be " + value;
                return Optional.of(name + " must be a whole number of at least 1" + equation);
            }
        }
        return Optional.empty();
    }

    private List<String> unknown(Size size) {
        return size.symbols().stream().filter(name -> !values.containsKey(name)).toList();
    }

    /** The value of a size, once all that it is made of are known. */
    public OptionalLong evaluate(Size size) {
        return values.keySet().containsAll(size.symbols())
                ? OptionalLong.of(size.evaluate(values::get))
                : OptionalLong.empty();
    }

    /** The dimensions of a shape, once all its sizes are known. */
    public Optional<List<Long>> evaluate(Shape shape) {
        return shape.sizes().stream().allMatch(size -> evaluate(size).isPresent())
                ? Optional.of(shape.sizes().stream()
                        .map(size -> evaluate(size).getAsLong())
                        .toList())
                : Optional.empty();
    }

    /** Solves {@code size = value} for a name in which the size is linear. */
    private OptionalLong solve(Size size, String name, long value) {
        long atOne = at(size, name, 1);
        long slope = at(size, name, 2) - atOne;
        if (slope == 0 || (value - atOne) % slope != 0) {
            return OptionalLong.empty();
        }
        long solution = (value - atOne) / slope + 1;
        return solution >= 1 && at(size, name, solution) == value ? OptionalLong.of(solution) : OptionalLong.empty();
    }

    private boolean isLinear(Size size, String name) {
        return at(size, name, 3) - at(size, name, 2) == at(size, name, 2) - at(size, name, 1);
    }

    private long at(Size size, String name, long value) {
        return size.evaluate(other -> other.equals(name) ? value : values.get(other));
    }
}
