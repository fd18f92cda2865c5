package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The general contraction y[out] = Σ Πₖ xₖ[labelsₖ], summed over the labels that are not in {@code out} (Einstein's convention; einsum). Axes are labelled with
 * letters; a label names axes of one size, and stands at most once in each operand.
 *
 * @param labels one string an operand, one letter an axis
 * @param out the labels of the result, each found in some operand
 */
public record Contract(List<Value> operands, List<String> labels, String out) implements Operation {
    public Contract {
        operands = List.copyOf(operands);
        labels = List.copyOf(labels);
    }

    @Override
    public Contract withOperands(List<Value> changed) {
        return new Contract(changed, labels, out);
    }

    // -- type

    @Override
    public TensorType infer() {
        Typing.common(operands, DType.FLOAT);
        Map<Character, Size> sizes = sizes();
        return TensorType.floats(
                new Shape(out.chars().mapToObj(c -> sizes.get((char) c)).toList()));
    }

    /** The size behind each label. */
    public Map<Character, Size> sizes() {
        Map<Character, Size> sizes = new LinkedHashMap<>();
        for (int k = 0; k < operands.size(); k++) {
            Shape shape = operands.get(k).shape();
            if (shape.rank() != labels.get(k).length()) {
                throw new IllegalArgumentException("labels " + labels.get(k) + " do not fit " + shape);
            }
            for (int axis = 0; axis < shape.rank(); axis++) {
                Size known = sizes.putIfAbsent(labels.get(k).charAt(axis), shape.get(axis));
                if (known != null && !known.equals(shape.get(axis))) {
                    throw new IllegalArgumentException(
                            "label " + labels.get(k).charAt(axis) + " is both " + known + " and " + shape.get(axis));
                }
            }
        }
        return sizes;
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> tensors, Evaluation at) {
        List<Character> all =
                new ArrayList<>(out.chars().mapToObj(c -> (char) c).toList());
        Map<Character, Size> sizes = sizes();
        sizes.keySet().stream().filter(c -> !all.contains(c)).forEach(all::add);
        int[] extent = all.stream().mapToInt(c -> at.size(sizes.get(c))).toArray();
        List<int[]> strides = new ArrayList<>();
        for (int k = 0; k < tensors.size(); k++) {
            strides.add(stridesAlong(all, labels.get(k), tensors.get(k).strides()));
        }
        Tensor result = Tensor.zeros(at.shape(infer().shape()));
        int[] to = stridesAlong(all, out, result.strides());
        int[] position = new int[extent.length];
        for (int i = 0, n = Tensor.elements(extent); i < n; i++) {
            double product = 1;
            for (int k = 0; k < tensors.size(); k++) {
                product *= tensors.get(k).data()[Broadcasting.flat(position, strides.get(k))];
            }
            result.data()[Broadcasting.flat(position, to)] += product;
            Broadcasting.advance(position, extent);
        }
        return result;
    }

    private static int[] stridesAlong(List<Character> all, String labels, int[] own) {
        return all.stream()
                .mapToInt(c -> labels.indexOf(c) < 0 ? 0 : own[labels.indexOf(c)])
                .toArray();
    }

    // -- derivative

    /** x̄ₖ = the contraction of ȳ with all other operands to the labels of xₖ. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        for (int k = 0; k < operands.size(); k++) {
            if (adjoints.wanted(operands.get(k))) {
                adjoints.add(operands.get(k), cotangent(k, yBar, g));
            }
        }
    }

    private Value cotangent(int k, Value yBar, Builder g) {
        List<Value> factors = new ArrayList<>(operands);
        List<String> names = new ArrayList<>(labels);
        factors.set(k, yBar);
        names.set(k, out);
        String own = labels.get(k);
        StringBuilder found = new StringBuilder();
        own.chars()
                .filter(c -> names.stream().anyMatch(name -> name.indexOf(c) >= 0))
                .forEach(c -> found.append((char) c));
        Value product = g.contract(factors, names, found.toString());
        Shape shape = operands.get(k).shape();
        Shape withOnes = shape;
        for (int axis = 0; axis < own.length(); axis++) {
            if (found.indexOf(own.substring(axis, axis + 1)) < 0) {
                withOnes = withOnes.with(axis, Size.ONE);
            }
        }
        return g.broadcast(g.reshape(product, withOnes), shape);
    }

    /** ẏ = Σₖ the same contraction with ẋₖ in the place of xₖ. */
    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        Optional<Value> sum = Optional.empty();
        for (int k = 0; k < operands.size(); k++) {
            int turn = k;
            sum = g.sum(sum, tangents.of(operands.get(k)).map(t -> {
                List<Value> changed = new ArrayList<>(operands);
                changed.set(turn, t);
                return g.contract(changed, labels, out);
            }));
        }
        return sum;
    }

    // -- identities of this operation alone

    /** The same contraction with labels a, b, c … in order of appearance, so that equal contractions are equal records. */
    public Contract normalised() {
        Map<Character, Character> names = new HashMap<>();
        for (char c : String.join("", labels).toCharArray()) {
            names.putIfAbsent(c, (char) ('a' + names.size()));
        }
        return new Contract(
                operands, labels.stream().map(label -> renamed(label, names)).toList(), renamed(out, names));
    }

    /** Labels by other names. */
    public static String renamed(String labels, Map<Character, Character> names) {
        StringBuilder text = new StringBuilder();
        for (char c : labels.toCharArray()) {
            text.append((char) names.get(c));
        }
        return text.toString();
    }

    // -- notation

    /** {@code a @ b}, with {@code '} where an operand is transposed, if it is a product of two matrices or vectors; else einsum. */
    @Override
    public Notation notation(List<Notation> notations) {
        return MatrixNotation.of(this, notations).orElseGet(() -> {
            Object[] arguments = new Object[notations.size() + 1];
            arguments[0] = "\"" + String.join(",", labels) + "->" + out + "\"";
            for (int k = 0; k < notations.size(); k++) {
                arguments[k + 1] = notations.get(k);
            }
            return Notation.call("einsum", arguments);
        });
    }
}
