package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.op.Contract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A contraction of two operands as matrix products: labels of the result that are in both operands are looped over; those in one operand only become the
 * rows and columns, those in both and not in the result the summed dimension, several labels becoming one wherever the strides allow.
 */
final class ContractionNest {
    /** An operand in memory: where it begins and how far apart neighbours are along each label. */
    private record Operand(Buffer buffer, Size origin, Map<Character, Size> strides) {
        Size stride(char label) {
            return strides.getOrDefault(label, Size.ZERO);
        }
    }

    /** Labels that act as one dimension, the last of them innermost, and those left over. */
    private record Run(List<Character> merged, List<Character> left) {
        Optional<Character> inner() {
            return merged.isEmpty() ? Optional.empty() : Optional.of(merged.get(merged.size() - 1));
        }
    }

    private final Map<Character, Size> sizes;
    private final Operand a;
    private final Operand b;
    private final Operand c;
    private final Run rows;
    private final Run columns;
    private final Run summed;
    private final List<Character> looped;
    private final boolean adds;

    private ContractionNest(Contract contract, Operand a, Operand b, Operand c, boolean adds) {
        this.sizes = contract.sizes();
        this.a = a;
        this.b = b;
        this.c = c;
        this.adds = adds;
        List<Character> out = letters(contract.out());
        this.rows = run(
                out.stream()
                        .filter(l -> a.strides.containsKey(l) && !b.strides.containsKey(l))
                        .toList(),
                a,
                c);
        this.columns = run(
                out.stream()
                        .filter(l -> b.strides.containsKey(l) && !a.strides.containsKey(l))
                        .toList(),
                b,
                c);
        this.summed =
                run(a.strides.keySet().stream().filter(l -> !out.contains(l)).toList(), a, b);
        this.looped = out.stream()
                .filter(l -> !rows.merged.contains(l) && !columns.merged.contains(l))
                .toList();
    }

    /** The products for {@code value}, or nothing if no matrix product computes it. */
    static Optional<ContractionNest> of(Value value, Destination to, Access access, Locals locals) {
        Contract contract = (Contract) value.op();
        if (contract.operands().size() != 2) {
            return Optional.empty();
        }
        Optional<Operand> first =
                operand(contract.operands().get(0), contract.labels().get(0), access, locals);
        Optional<Operand> second =
                operand(contract.operands().get(1), contract.labels().get(1), access, locals);
        if (first.isEmpty() || second.isEmpty() || hasLonelySum(contract)) {
            return Optional.empty();
        }
        Map<Character, Size> strides = new LinkedHashMap<>();
        List<Size> own = value.shape().strides();
        for (int axis = 0; axis < contract.out().length(); axis++) {
            strides.put(contract.out().charAt(axis), own.get(axis));
        }
        Operand c = new Operand(to.buffer(), Size.ZERO, strides);
        Optional<Character> last = lastProper(contract);
        boolean isColumn = last.isEmpty() || second.get().strides.containsKey(last.get());
        if (last.isPresent()
                && first.get().strides.containsKey(last.get())
                && second.get().strides.containsKey(last.get())) {
            return Optional.empty();
        }
        return Optional.of(
                isColumn
                        ? new ContractionNest(contract, first.get(), second.get(), c, to.adds())
                        : new ContractionNest(contract, second.get(), first.get(), c, to.adds()));
    }

    private static Optional<Character> lastProper(Contract contract) {
        for (int i = contract.out().length() - 1; i >= 0; i--) {
            if (!contract.sizes().get(contract.out().charAt(i)).isOne()) {
                return Optional.of(contract.out().charAt(i));
            }
        }
        return contract.out().isEmpty()
                ? Optional.empty()
                : Optional.of(contract.out().charAt(contract.out().length() - 1));
    }

    /** Whether a label is summed that only one operand has. */
    private static boolean hasLonelySum(Contract contract) {
        return contract.sizes().keySet().stream()
                .filter(l -> contract.out().indexOf(l) < 0)
                .anyMatch(l -> contract.labels().stream().anyMatch(labels -> labels.indexOf(l) < 0));
    }

    private static Optional<Operand> operand(Value value, String labels, Access access, Locals locals) {
        List<Index> at =
                letters(labels).stream().map(l -> Index.variable(variable(l))).toList();
        if (!(access.read(value, at, locals) instanceof Scalar.Load load)) {
            return Optional.empty();
        }
        Map<Character, Size> strides = new LinkedHashMap<>();
        for (char label : letters(labels)) {
            Optional<Size> stride = load.at().stride(variable(label));
            if (stride.isEmpty()) {
                return Optional.empty();
            }
            strides.put(label, stride.get());
        }
        return Optional.of(new Operand(load.buffer(), load.at().offset(), strides));
    }

    private static List<Character> letters(String labels) {
        return labels.chars().mapToObj(letter -> (char) letter).toList();
    }

    private static String variable(char label) {
        return "at" + Character.toUpperCase(label);
    }

    /** The labels at the end that can be one dimension of both x and y. */
    private Run run(List<Character> labels, Operand x, Operand y) {
        List<Character> merged = new ArrayList<>();
        Size extent = Size.ONE;
        int from = labels.size();
        while (from > 0) {
            char label = labels.get(from - 1);
            if (!merged.isEmpty() && !sizes.get(label).isOne()) {
                char inner = merged.get(merged.size() - 1);
                boolean fits = x.stride(label).equals(x.stride(inner).times(extent))
                        && y.stride(label).equals(y.stride(inner).times(extent));
                if (!fits) {
                    break;
                }
            }
            if (merged.isEmpty() || !sizes.get(label).isOne()) {
                if (!merged.isEmpty()
                        && sizes.get(merged.get(merged.size() - 1)).isOne()) {
                    merged.clear();
                }
                merged.add(0, label);
            }
            extent = extent.times(sizes.get(label));
            from--;
        }
        return new Run(List.copyOf(merged), List.copyOf(labels.subList(0, from)));
    }

    private Size extent(Run run) {
        Size extent = Size.ONE;
        for (char label : run.merged) {
            extent = extent.times(sizes.get(label));
        }
        return extent;
    }

    /** The rows over which the product can be split without loops around it; empty if it stands in loops. */
    Optional<Size> splitRows() {
        return looped.isEmpty() && summed.left.isEmpty() && !rows.merged.isEmpty()
                ? Optional.of(extent(rows))
                : Optional.empty();
    }

    /** The outermost label that is looped over, if it is the first axis of the result. */
    boolean loopsOverFirstAxis(Contract contract) {
        return !looped.isEmpty()
                && summed.left.isEmpty()
                && looped.get(0) == contract.out().charAt(0);
    }

    /** All products. With {@code split}, those of the kernel's range of rows. */
    List<Statement> statements(boolean split) {
        return around(looped, product(Index.ZERO, Index.ZERO, Index.ZERO, split));
    }

    /** The products for one turn of the outermost loop, whose variable is given. */
    List<Statement> statementsFor(Index first) {
        char label = looped.get(0);
        List<Statement> product = product(
                first.times(a.stride(label)), first.times(b.stride(label)), first.times(c.stride(label)), false);
        return around(looped.subList(1, looped.size()), product);
    }

    private List<Statement> around(List<Character> labels, List<Statement> body) {
        return Loops.serial(
                labels.stream().map(ContractionNest::variable).toList(),
                labels.stream().map(sizes::get).toList(),
                body);
    }

    private List<Statement> product(Index atA, Index atB, Index atC, boolean split) {
        Index fromA = atA.plus(a.origin);
        Index fromB = atB.plus(b.origin);
        Index fromC = atC.plus(c.origin);
        for (char label : looped) {
            boolean given = !atA.terms().isEmpty()
                    || !atB.terms().isEmpty()
                    || !atC.terms().isEmpty();
            if (given && label == looped.get(0)) {
                continue;
            }
            Index turn = Index.variable(variable(label));
            fromA = fromA.plus(turn.times(a.stride(label)));
            fromB = fromB.plus(turn.times(b.stride(label)));
            fromC = fromC.plus(turn.times(c.stride(label)));
        }
        for (char label : summed.left) {
            Index turn = Index.variable(variable(label));
            fromA = fromA.plus(turn.times(a.stride(label)));
            fromB = fromB.plus(turn.times(b.stride(label)));
        }
        Statement multiply = new Statement.Multiply(
                new Statement.Matrix(a.buffer, fromA, stride(a, rows), stride(a, summed)),
                new Statement.Matrix(b.buffer, fromB, stride(b, summed), stride(b, columns)),
                new Statement.Matrix(c.buffer, fromC, stride(c, rows), Size.ONE),
                extent(rows),
                extent(columns),
                extent(summed),
                adds || !summed.left.isEmpty(),
                split);
        if (summed.left.isEmpty()) {
            return List.of(multiply);
        }
        List<Statement> sum = new ArrayList<>();
        if (!adds) {
            sum.addAll(clear(fromC));
        }
        sum.addAll(around(summed.left, List.of(multiply)));
        return sum;
    }

    /** Zeros where the product goes, a row at a time. */
    private List<Statement> clear(Index fromC) {
        Index row = fromC.plus(Index.variable("row").times(stride(c, rows)));
        Statement fill = new Statement.Fill(c.buffer, row, extent(columns), 0);
        return Loops.serial(List.of("row"), List.of(extent(rows)), List.of(fill));
    }

    private static Size stride(Operand operand, Run run) {
        return run.inner().map(operand::stride).orElse(Size.ZERO);
    }
}
