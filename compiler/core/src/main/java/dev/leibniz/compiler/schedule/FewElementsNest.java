package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.op.ArgExtreme;
import dev.leibniz.compiler.op.Reduce;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The loops of a reduction of few elements that lie in memory: each result is an expression of them. */
final class FewElementsNest {
    private final Value value;
    private final Destination to;
    private final Access access;
    private final Locals locals;

    private FewElementsNest(Value value, Destination to, Access access, Locals locals) {
        this.value = value;
        this.to = to;
        this.access = access;
        this.locals = locals;
    }

    /** Empty if the value is not such a reduction. */
    static Optional<Body> of(Value value, Destination to, Access access, Locals locals) {
        FewElementsNest nest = new FewElementsNest(value, to, access, locals);
        if (value.op() instanceof Reduce reduce) {
            return nest.few(reduce.x(), reduce.axes()).map(few -> few.body(at -> nest.joined(reduce, at)));
        } else if (value.op() instanceof ArgExtreme extreme) {
            return nest.few(extreme.x(), extreme.axes()).map(few -> few.body(at -> nest.argExtreme(extreme, at)));
        }
        return Optional.empty();
    }

    private Optional<FewElements> few(Value operand, List<Integer> axes) {
        return FewElements.of(operand.shape(), axes)
                .filter(few -> access.read(operand, few.first(), locals) instanceof Scalar.Load);
    }

    /** From the first element to the last. */
    private List<Statement> joined(Reduce reduce, List<List<Index>> elements) {
        Scalar joined = elements.stream()
                .map(at -> access.read(reduce.x(), at, locals))
                .reduce((sum, next) -> new Scalar.Apply(reduce.combine().function(), sum, next))
                .orElseThrow();
        return List.of(to.store(result(elements, reduce.axes()), joined));
    }

    /** The comparisons of {@link Statement.ArgAccumulate}, one after the other, without a branch. */
    private List<Statement> argExtreme(ArgExtreme extreme, List<List<Index>> elements) {
        Index result = result(elements, extreme.axes());
        List<String> variables = result.loopVariables();
        Locals scope = locals.scratch();
        List<Statement> turn = new ArrayList<>();
        Scalar best = define(scope.fresh(extreme.x(), variables), element(extreme, elements, 0), turn);
        Scalar position = new Scalar.Literal(DType.INT, 0);
        for (int k = 1; k < elements.size(); k++) {
            Scalar element = define(scope.fresh(extreme.x(), variables), element(extreme, elements, k), turn);
            Scalar better = better(extreme, element, best);
            Scalar number = new Scalar.Literal(DType.INT, k);
            position = define(scope.fresh(value, variables), new Scalar.Choose(better, number, position), turn);
            if (k < elements.size() - 1) {
                best = define(scope.fresh(extreme.x(), variables), new Scalar.Choose(better, element, best), turn);
            }
        }
        turn.add(to.store(result, position));
        return turn;
    }

    private Scalar element(ArgExtreme extreme, List<List<Index>> elements, int k) {
        return access.read(extreme.x(), elements.get(k), locals);
    }

    /** Whether an element takes the place of the best so far: the first NaN does and stays. */
    private static Scalar better(ArgExtreme extreme, Scalar element, Scalar best) {
        Function worse = extreme.largest() ? Function.LESS_EQUAL : Function.GREATER_EQUAL;
        return new Scalar.Apply(
                Function.AND,
                new Scalar.Apply(Function.EQUAL, best, best),
                new Scalar.Apply(Function.NOT, new Scalar.Apply(worse, element, best)));
    }

    private static Scalar define(Scalar.Local local, Scalar value, List<Statement> turn) {
        turn.add(new Statement.Define(local, value));
        return local;
    }

    private Index result(List<List<Index>> elements, List<Integer> reduced) {
        List<Index> at = new ArrayList<>(elements.get(0));
        reduced.forEach(axis -> at.set(axis, Index.ZERO));
        return Index.flat(at, value.shape().strides());
    }
}
