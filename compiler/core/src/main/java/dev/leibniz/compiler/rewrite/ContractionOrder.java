package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A contraction of many operands as contractions of two at a time, in the order that needs the fewest multiplications: of all orders up to six operands, beyond
 * that the cheapest pair first. Of orders that cost the same it is the one that takes operands as they are written.
 */
final class ContractionOrder {
    /** 2,700 orders. */
    private static final int MOST_TRIED = 6;

    private final Map<Character, Size> sizes;
    private final String out;
    private final long freeSize;

    /** @param freeSize what every free size is taken for */
    ContractionOrder(Contract contract, long freeSize) {
        this.sizes = contract.sizes();
        this.out = contract.out();
        this.freeSize = freeSize;
    }

    /**
     * Which operands are multiplied first.
     *
     * @param multiplications of this pair and of all that follow
     */
    record Pair(int first, int second, double multiplications) {}

    Pair cheapest(List<String> labels) {
        Pair best = new Pair(0, 1, Double.POSITIVE_INFINITY);
        for (int i = 0; i < labels.size(); i++) {
            for (int j = i + 1; j < labels.size(); j++) {
                double cost = multiplications(labels.get(i) + labels.get(j));
                if (labels.size() > 2 && labels.size() <= MOST_TRIED && cost < best.multiplications()) {
                    cost += cheapest(joined(labels, i, j, kept(labels, i, j))).multiplications();
                }
                if (cost < best.multiplications()) {
                    best = new Pair(i, j, cost);
                }
            }
        }
        return best;
    }

    /** The contraction as one of two operands, the others of which are contractions of two. */
    Value build(List<Value> operands, List<String> labels, Builder g) {
        if (operands.size() == 2) {
            return g.contract(operands, labels, out);
        }
        Pair pair = cheapest(labels);
        String kept = kept(labels, pair.first(), pair.second());
        Value product = g.contract(
                List.of(operands.get(pair.first()), operands.get(pair.second())),
                List.of(labels.get(pair.first()), labels.get(pair.second())),
                kept);
        return build(
                joined(operands, pair.first(), pair.second(), product),
                joined(labels, pair.first(), pair.second(), kept),
                g);
    }

    private double multiplications(String labels) {
        return labels.chars()
                .distinct()
                .mapToDouble(c -> Math.max(1, sizes.get((char) c).evaluate(symbol -> freeSize)))
                .reduce(1, (a, b) -> a * b);
    }

    /** The labels of operands i and j that the result or another operand has too. */
    private String kept(List<String> labels, int i, int j) {
        String others = out
                + IntStream.range(0, labels.size())
                        .filter(k -> k != i && k != j)
                        .mapToObj(labels::get)
                        .reduce("", String::concat);
        return (labels.get(i) + labels.get(j))
                .chars()
                .distinct()
                .filter(c -> others.indexOf(c) >= 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static <T> List<T> joined(List<T> list, int i, int j, T pair) {
        List<T> joined = new ArrayList<>(list);
        joined.set(i, pair);
        joined.remove(j);
        return joined;
    }
}
