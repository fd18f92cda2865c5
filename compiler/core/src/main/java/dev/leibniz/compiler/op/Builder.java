package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Op;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes values of one graph: a method an operation. It makes no value where the operation would change nothing, and simplifies nothing else. */
public final class Builder {
    private final Graph graph;
    private final Span origin;

    /** @param origin what the values made here remember as their place in `.nn` source */
    public Builder(Graph graph, Span origin) {
        this.graph = graph;
        this.origin = origin;
    }

    public Graph graph() {
        return graph;
    }

    /** The place in `.nn` source that values made here remember. */
    public Span origin() {
        return origin;
    }

    /** The same for another place in the source. */
    public Builder at(Span other) {
        return new Builder(graph, other);
    }

    public Value add(Op op) {
        return graph.add(op, origin);
    }

    // -- constants

    public Value constant(double value) {
        return add(new Constant(DType.FLOAT, value));
    }

    /** @throws ArithmeticException if an element of a tensor cannot be that large */
    public Value intConstant(long value) {
        Math.toIntExact(value);
        return add(new Constant(DType.INT, value));
    }

    public Value boolConstant(boolean value) {
        return add(new Constant(DType.BOOL, value ? 1 : 0));
    }

    public Value one() {
        return constant(1);
    }

    public Value zero() {
        return constant(0);
    }

    /** A size as a float scalar. */
    public Value size(Size size) {
        return size.isConstant() ? constant(size.constant()) : toFloat(add(new SizeOf(size)));
    }

    /** 0, 1, … n − 1 as ints. */
    public Value range(Size n) {
        return add(new Range(n));
    }

    public Value leaf(Leaf.Kind kind, String name, TensorType type) {
        return add(new Leaf(kind, name, type));
    }

    // -- elementwise

    public Value add(Value a, Value b) {
        return add(new Add(a, b));
    }

    public Value subtract(Value a, Value b) {
        return add(new Subtract(a, b));
    }

    public Value multiply(Value a, Value b) {
        return add(new Multiply(a, b));
    }

    public Value divide(Value a, Value b) {
        return add(new Divide(a, b));
    }

    public Value power(Value a, Value b) {
        return add(new Power(a, b));
    }

    public Value minimum(Value a, Value b) {
        return add(new Minimum(a, b));
    }

    public Value maximum(Value a, Value b) {
        return add(new Maximum(a, b));
    }

    public Value negate(Value x) {
        return add(new Negate(x));
    }

    public Value exp(Value x) {
        return add(new Exp(x));
    }

    public Value log(Value x) {
        return add(new Log(x));
    }

    public Value log1p(Value x) {
        return add(new Log1p(x));
    }

    public Value expm1(Value x) {
        return add(new Expm1(x));
    }

    public Value sqrt(Value x) {
        return add(new Sqrt(x));
    }

    public Value abs(Value x) {
        return add(new Abs(x));
    }

    public Value sign(Value x) {
        return add(new Sign(x));
    }

    public Value floor(Value x) {
        return add(new Floor(x));
    }

    public Value round(Value x) {
        return add(new Round(x));
    }

    public Value sin(Value x) {
        return add(new Sin(x));
    }

    public Value cos(Value x) {
        return add(new Cos(x));
    }

    public Value tanh(Value x) {
        return add(new Tanh(x));
    }

    public Value sigmoid(Value x) {
        return add(new Sigmoid(x));
    }

    public Value erf(Value x) {
        return add(new Erf(x));
    }

    public Value softplus(Value x) {
        return add(new Softplus(x));
    }

    public Value log1mexp(Value x) {
        return add(new Log1mExp(x));
    }

    public Value compare(Relation relation, Value a, Value b) {
        return add(new Compare(relation, a, b));
    }

    public Value equal(Value a, Value b) {
        return compare(Relation.EQUAL, a, b);
    }

    public Value and(Value a, Value b) {
        return add(new And(a, b));
    }

    public Value or(Value a, Value b) {
        return add(new Or(a, b));
    }

    public Value not(Value x) {
        return add(new Not(x));
    }

    /** {@code condition ? then : otherwise}, elementwise, broadcasting. */
    public Value select(Value condition, Value then, Value otherwise) {
        return add(new Select(condition, then, otherwise));
    }

    /** An int or bool as float; a float as it is. */
    public Value toFloat(Value x) {
        return x.type().isFloat() ? x : add(new Convert(DType.FLOAT, x));
    }

    /** A bool as int. */
    public Value toInt(Value x) {
        return x.type().dtype() == DType.INT ? x : add(new Convert(DType.INT, x));
    }

    // -- reductions; reduced axes keep size 1

    public Value reduce(Combine combine, Value x, List<Integer> axes) {
        return axes.isEmpty() ? x : add(new Reduce(combine, x, axes));
    }

    public Value sum(Value x, List<Integer> axes) {
        return reduce(Combine.SUM, x, axes);
    }

    /** The sum of all elements as a scalar. */
    public Value sumAll(Value x) {
        return reshape(sum(x, IntStream.range(0, x.shape().rank()).boxed().toList()), Shape.SCALAR);
    }

    /** The position of the first largest (smallest) element along an axis, which stays with size 1. */
    public Value argExtreme(boolean largest, Value x, int axis) {
        return argExtreme(largest, x, List.of(axis));
    }

    /** The same of several axes, counted as if they were one. */
    public Value argExtreme(boolean largest, Value x, List<Integer> axes) {
        return add(new ArgExtreme(largest, x, axes));
    }

    public Value logSumExp(Value x, List<Integer> axes) {
        return add(new LogSumExp(x, axes));
    }

    public Value softmax(Value x, List<Integer> axes) {
        return add(new Softmax(x, axes));
    }

    /** Running sums along an axis, from its end if {@code backwards}. */
    public Value cumulativeSum(Value x, int axis, boolean backwards) {
        return add(new CumulativeSum(x, axis, backwards));
    }

    // -- contraction

    /** See {@link Contract}; sums of one operand over labels and reorderings of its axes become reductions and permutations. */
    public Value contract(List<Value> operands, List<String> labels, String out) {
        if (operands.size() == 1) {
            return rearrange(operands.get(0), labels.get(0), out);
        }
        return add(new Contract(operands, labels, out).normalised());
    }

    private Value rearrange(Value x, String labels, String out) {
        List<Integer> summed = IntStream.range(0, labels.length())
                .filter(axis -> out.indexOf(labels.charAt(axis)) < 0)
                .boxed()
                .toList();
        String kept = labels.chars()
                .filter(c -> out.indexOf(c) >= 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        Shape shape = x.shape();
        for (int i = summed.size() - 1; i >= 0; i--) {
            shape = shape.without(summed.get(i));
        }
        Value reduced = reshape(sum(x, summed), shape);
        return permute(reduced, out.chars().mapToObj(c -> kept.indexOf(c)).toList());
    }

    // -- shape

    public Value reshape(Value x, Shape shape) {
        return x.shape().equals(shape) ? x : add(new Reshape(x, shape));
    }

    /** The axes in another order: axis i of the result is axis {@code order[i]} of x. */
    public Value permute(Value x, List<Integer> order) {
        boolean changed = IntStream.range(0, order.size()).anyMatch(i -> order.get(i) != i);
        return changed ? add(new Permute(x, order)) : x;
    }

    public Value broadcast(Value x, Shape shape) {
        return x.shape().equals(shape) ? x : add(new Broadcast(x, shape));
    }

    /** Elements {@code start, start + step, …} along one axis, {@code count} of them; step is 1 or −1. */
    public Value slice(Value x, int axis, Size start, Size count, int step) {
        return step == 1 && start.equals(Size.ZERO) && count.equals(x.shape().get(axis))
                ? x
                : add(new Slice(x, axis, start, count, step));
    }

    /** {@code before} and {@code after} copies of {@code value} around the elements of one axis. */
    public Value pad(Value x, int axis, Size before, Size after, double value) {
        return before.equals(Size.ZERO) && after.equals(Size.ZERO) ? x : add(new Pad(x, axis, before, after, value));
    }

    public Value concat(List<Value> parts, int axis) {
        List<Value> rest = parts;
        while (rest.size() > Concat.MOST) {
            List<Value> joined = new ArrayList<>();
            for (int from = 0; from < rest.size(); from += Concat.MOST) {
                joined.add(concat(rest.subList(from, Math.min(rest.size(), from + Concat.MOST)), axis));
            }
            rest = joined;
        }
        return rest.size() == 1 ? rest.get(0) : add(new Concat(List.copyOf(rest), axis));
    }

    /** Rows of {@code table} picked by int {@code ids}: shape of ids, then the table's shape without its first axis. */
    public Value gather(Value table, Value ids) {
        return add(new Gather(table, ids));
    }

    /** The adjoint of gather: rows added up at {@code ids} in a table of {@code rows} rows. */
    public Value scatterAdd(Value rowsToAdd, Value ids, Size rows) {
        return add(new ScatterAdd(rowsToAdd, ids, rows));
    }

    /** 1 where the last axis' position is the id, else 0: shape of ids, then {@code count}. */
    public Value oneHot(Value ids, Size count) {
        return add(new OneHot(ids, count));
    }

    /** Sliding windows over some axes; see {@link Windows}. */
    public Value windows(Value x, List<Window> windows) {
        return add(new Windows(x, windows));
    }

    /** The adjoint of windows: their elements added up where they were taken from. */
    public Value overlapAdd(Value x, List<Window> windows) {
        return add(new OverlapAdd(x, windows));
    }

    /** Windows that tile their axes, side by side again; see {@link JoinTiles}. */
    public Value joinTiles(Value x, List<Window> windows) {
        return add(new JoinTiles(x, windows));
    }

    // -- loops

    /** A loop; its results are had by {@link #result}. */
    public Value scan(Body body, Turns turns, List<Value> operands) {
        return add(new Scan(body, turns, operands));
    }

    /** A result of a loop: carries first, then what is collected. */
    public Value result(Value scan, int number) {
        return add(new ScanResult(scan, number));
    }

    /** The element of a collected value that belongs to the turn at hand. */
    public Value ofTurn(Value collected, Turns turns) {
        Value slice = slice(collected, 0, turns.position(), Size.ONE, 1);
        return reshape(slice, collected.shape().without(0));
    }

    // -- differentiation

    public Value stopGradient(Value x) {
        return add(new StopGradient(x));
    }

    /** The derivative of the sum of {@code y} by {@code x}, to be expanded by the differentiation pass. */
    public Value gradient(Value y, Value x) {
        return add(new Gradient(y, x));
    }

    // -- sums of what may be zero

    /** The sum of two values of which each may be an absent zero. */
    public Optional<Value> sum(Optional<Value> a, Optional<Value> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isPresent() ? a : b;
        }
        return Optional.of(add(a.get(), b.get()));
    }
}
