package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The matrix product by NumPy's rules and einsum, both as one contraction. */
final class Contractions {
    private static final char ROWS = 'm';
    private static final char COLUMNS = 'n';
    private static final char SUMMED = 'k';
    private static final String BATCH = "abcdefghijlopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final Reporter reporter;

    Contractions(Reporter reporter) {
        this.reporter = reporter;
    }

    /** {@code left @ right}: the last axis of left with the last but one (or only) of right; leading axes broadcast. */
    Meaning matrixProduct(Operand left, Operand right, Span at, Builder g) {
        Value a = matrix(left, left, right, at, g);
        Value b = matrix(right, left, right, at, g);
        Size inner = a.shape().get(-1);
        Size other = b.shape().get(b.shape().rank() == 1 ? 0 : -2);
        if (!inner.equals(other)) {
            throw mismatch(inner, other, left, right, at);
        }
        int batchA = Math.max(0, a.shape().rank() - 2);
        int batchB = Math.max(0, b.shape().rank() - 2);
        int batch = Math.max(batchA, batchB);
        StringBuilder labelsA = new StringBuilder();
        StringBuilder labelsB = new StringBuilder();
        Shape shapeA = a.shape().subShape(batchA, a.shape().rank());
        Shape shapeB = b.shape().subShape(batchB, b.shape().rank());
        for (int axis = batch - 1; axis >= 0; axis--) {
            Size p = axis - batch + batchA >= 0 ? a.shape().get(axis - batch + batchA) : Size.ONE;
            Size q = axis - batch + batchB >= 0 ? b.shape().get(axis - batch + batchB) : Size.ONE;
            if (!p.equals(q) && !p.isOne() && !q.isOne()) {
                throw mismatch(p, q, left, right, at);
            }
            boolean bothOne = p.isOne() && q.isOne();
            boolean inA = !p.isOne() || (bothOne && axis - batch + batchA >= 0);
            boolean inB = !q.isOne() || (bothOne && axis - batch + batchB >= 0);
            if (inA) {
                labelsA.insert(0, BATCH.charAt(axis));
                shapeA = shapeA.insert(0, p);
            }
            if (inB) {
                labelsB.insert(0, BATCH.charAt(axis));
                shapeB = shapeB.insert(0, q);
            }
        }
        labelsA.append(a.shape().rank() == 1 ? "" : ROWS).append(SUMMED);
        labelsB.append(SUMMED).append(b.shape().rank() == 1 ? "" : COLUMNS);
        String out = BATCH.substring(0, batch)
                + (a.shape().rank() == 1 ? "" : ROWS)
                + (b.shape().rank() == 1 ? "" : COLUMNS);
        return new Meaning.Tensor(g.contract(
                List.of(g.reshape(a, shapeA), g.reshape(b, shapeB)),
                List.of(labelsA.toString(), labelsB.toString()),
                out));
    }

    private Value matrix(Operand operand, Operand left, Operand right, Span at, Builder g) {
        if (!(Operators.sound(operand).meaning() instanceof Meaning.Tensor tensor)
                || tensor.value().shape().rank() == 0) {
            Operators.sound(left);
            Operators.sound(right);
            throw reporter.fail(new TypeProblems.Needs(
                    at, "`@`", "a vector or matrix on both sides", operand, List.of("multiply by a number with `*`")));
        }
        return g.toFloat(tensor.value());
    }

    private Reported mismatch(Size p, Size q, Operand left, Operand right, Span at) {
        String what = "cannot multiply " + Descriptions.of(left.meaning()) + " by " + Descriptions.of(right.meaning());
        return reporter.fail(
                new ShapeProblems.ShapeMismatch(at, what, p + " is not " + q, List.of(left, right), List.of()));
    }

    /** {@code einsum("nid,njd->nij", q, k)}. Without an arrow the result has the letters that occur once, in alphabetical order, as in NumPy. */
    Meaning einsum(String specification, Span specificationSpan, List<Operand> operands, Span at, Builder g) {
        String text = specification.replace(" ", "");
        int arrow = text.indexOf("->");
        String[] labels = (arrow < 0 ? text : text.substring(0, arrow)).split(",", -1);
        String out = arrow < 0 ? implied(text) : text.substring(arrow + 2);
        checkLetters(List.of(labels), out, specificationSpan);
        if (labels.length != operands.size()) {
            throw reporter.fail(new ShapeProblems.BadEinsum(
                    specificationSpan,
                    "einsum is told of " + Descriptions.count(labels.length, "operand") + " but gets "
                            + operands.size()));
        }
        Map<Character, Size> sizes = new HashMap<>();
        Map<Character, Operand> first = new HashMap<>();
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            values.add(bind(labels[i], operands.get(i), sizes, first, at, g));
        }
        return new Meaning.Tensor(g.contract(values, List.of(labels), out));
    }

    private Value bind(
            String labels,
            Operand operand,
            Map<Character, Size> sizes,
            Map<Character, Operand> first,
            Span at,
            Builder g) {
        if (!Numbers.isNumeric(Operators.sound(operand).meaning())) {
            throw reporter.fail(new TypeProblems.Needs(operand.span(), "`einsum`", "tensors", operand, List.of()));
        }
        Value value = Numbers.floatValue(operand.meaning(), g);
        if (value.shape().rank() != labels.length()) {
            throw reporter.fail(new ShapeProblems.BadEinsum(
                    operand.span(),
                    "einsum reads this operand as `" + labels + "` but it is " + Descriptions.of(operand.meaning())));
        }
        for (int axis = 0; axis < labels.length(); axis++) {
            Size size = value.shape().get(axis);
            Size known = sizes.putIfAbsent(labels.charAt(axis), size);
            Operand earlier = first.putIfAbsent(labels.charAt(axis), operand);
            if (known != null && !known.equals(size) && earlier != null) {
                throw reporter.fail(new ShapeProblems.ShapeMismatch(
                        at,
                        "the sizes of `" + labels.charAt(axis) + "` differ",
                        known + " is not " + size,
                        List.of(earlier, operand),
                        List.of()));
            }
        }
        return value;
    }

    private static String implied(String labels) {
        StringBuilder once = new StringBuilder();
        labels.chars()
                .filter(Character::isLetter)
                .filter(c -> labels.indexOf(c) == labels.lastIndexOf(c))
                .sorted()
                .forEach(once::appendCodePoint);
        return once.toString();
    }

    private void checkLetters(List<String> labels, String out, Span span) {
        for (String operand : labels) {
            requireLetters(operand, "an operand", span);
        }
        requireLetters(out, "the result", span);
        String all = String.join("", labels);
        for (char letter : out.toCharArray()) {
            if (all.indexOf(letter) < 0) {
                throw reporter.fail(new ShapeProblems.BadEinsum(
                        span, "the result has the letter `" + letter + "`, which no operand has"));
            }
        }
    }

    private void requireLetters(String labels, String where, Span span) {
        for (int i = 0; i < labels.length(); i++) {
            char c = labels.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z')) {
                throw reporter.fail(new ShapeProblems.BadEinsum(
                        span, "einsum names axes by letters, but `" + labels + "` has `" + c + "`"));
            } else if (labels.indexOf(c) != i) {
                throw reporter.fail(
                        new ShapeProblems.BadEinsum(span, "the letter `" + c + "` stands twice in " + where));
            }
        }
    }
}
