package dev.leibniz.compiler.rewrite;

import static dev.leibniz.compiler.rewrite.RuleCase.becomes;
import static dev.leibniz.compiler.rewrite.RuleCase.keeps;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import java.util.List;

/** What rules do with forms that overflow or cancel. */
final class StableCases {
    private StableCases() {}

    static final List<RuleCase> ALL = List.of(
            becomes(
                    new PushLogInwards(),
                    c -> c.g.log(c.g.permute(c.g.softmax(c.x, List.of(1)), List.of(1, 0))),
                    c -> c.g.permute(c.g.log(c.g.softmax(c.x, List.of(1))), List.of(1, 0))),
            becomes(
                    new PushLogInwards(),
                    c -> c.g.log(c.g.divide(c.g.sum(c.g.exp(c.x), List.of(1)), c.g.constant(3))),
                    c -> c.g.subtract(c.g.log(c.g.sum(c.g.exp(c.x), List.of(1))), c.g.log(c.g.constant(3)))),
            becomes(
                    new PushLogInwards(),
                    c -> c.g.log(c.g.multiply(c.g.sigmoid(c.x), c.g.exp(c.y))),
                    c -> c.g.add(c.g.log(c.g.sigmoid(c.x)), c.y)),
            keeps(new PushLogInwards(), c -> c.g.log(c.g.multiply(c.g.sigmoid(c.x), c.y))),
            keeps(new PushLogInwards(), c -> c.g.log(c.g.multiply(c.g.exp(c.x), c.g.constant(-2)))),
            keeps(new PushLogInwards(), c -> c.g.log(c.g.divide(c.y, c.g.exp(c.x)))),
            becomes(
                    new StabiliseQuotientOfExps(),
                    c -> c.g.divide(c.g.exp(c.y), c.g.sum(c.g.exp(c.x), List.of(1))),
                    c -> c.g.exp(c.g.subtract(c.y, c.g.log(c.g.sum(c.g.exp(c.x), List.of(1)))))),
            keeps(new StabiliseQuotientOfExps(), c -> c.g.divide(c.g.exp(c.x), c.g.sum(c.g.exp(c.x), List.of(1)))),
            keeps(new StabiliseQuotientOfExps(), c -> c.g.divide(c.y, c.g.sum(c.g.exp(c.x), List.of(1)))),
            becomes(
                    new StabiliseTanh(),
                    c -> c.g.divide(c.g.subtract(c.g.exp(c.x), c.g.exp(c.y)), c.g.add(c.g.exp(c.x), c.g.exp(c.y))),
                    c -> c.g.tanh(c.g.multiply(c.g.constant(0.5), c.g.subtract(c.x, c.y)))),
            becomes(
                    new StabiliseTanh(),
                    c -> c.g.divide(c.g.expm1(c.x), c.g.add(c.g.exp(c.x), c.g.one())),
                    c -> c.g.tanh(c.g.multiply(c.g.constant(0.5), c.x))),
            becomes(
                    new StabiliseTanh(),
                    c -> c.g.divide(c.g.subtract(c.g.one(), c.g.exp(c.x)), c.g.add(c.g.one(), c.g.exp(c.x))),
                    c -> c.g.negate(c.g.tanh(c.g.multiply(c.g.constant(0.5), c.x)))),
            keeps(
                    new StabiliseTanh(),
                    c -> c.g.divide(c.g.subtract(c.g.exp(c.x), c.g.exp(c.y)), c.g.add(c.g.exp(c.x), c.g.exp(c.z)))),
            keeps(new StabiliseTanh(), c -> c.g.divide(c.g.expm1(c.y), c.g.add(c.g.exp(c.x), c.g.one()))),
            becomes(new StabiliseRootOfSquare(), c -> c.g.sqrt(c.g.multiply(c.x, c.x)), c -> c.g.abs(c.x)),
            keeps(new StabiliseRootOfSquare(), c -> c.g.sqrt(c.g.multiply(c.x, c.y))),
            becomes(
                    new StabiliseSoftplus(),
                    c -> c.g.log(c.g.add(c.g.constant(2), c.g.exp(c.x))),
                    c -> c.g.add(
                            c.g.constant(Math.log(2)), c.g.softplus(c.g.subtract(c.x, c.g.constant(Math.log(2)))))),
            keeps(new StabiliseSoftplus(), c -> c.g.log(c.g.add(c.g.constant(-2), c.g.exp(c.x)))),
            becomes(
                    new StabiliseSigmoid(),
                    c -> c.g.divide(c.y, c.g.add(c.g.one(), c.g.exp(c.g.negate(c.x)))),
                    c -> c.g.multiply(c.y, c.g.sigmoid(c.g.negate(c.g.negate(c.x))))),
            becomes(new CollapseLogOfExp(), c -> c.g.log(c.g.exp(c.x)), c -> c.x),
            keeps(new CollapseLogOfExp(), c -> c.g.exp(c.g.log(c.x))),
            becomes(
                    new StabiliseLogOfSoftmax(),
                    c -> c.g.log(c.g.softmax(c.x, List.of(1))),
                    c -> c.g.subtract(c.x, c.g.logSumExp(c.x, List.of(1)))),
            keeps(new StabiliseLogOfSoftmax(), c -> c.g.log1p(c.g.softmax(c.x, List.of(1)))),
            becomes(
                            new StabiliseLogOfPicked(Sample.RANGES),
                            c -> c.g.log(c.g.sum(
                                    c.g.multiply(c.g.oneHot(c.label, Size.of(3)), c.g.softmax(c.x, List.of(1))),
                                    List.of(1))),
                            c -> c.g.subtract(
                                    c.g.sum(c.g.multiply(c.g.oneHot(c.label, Size.of(3)), c.x), List.of(1)),
                                    c.g.logSumExp(c.x, List.of(1))))
                    .ofFinite(),
            keeps(
                    new StabiliseLogOfPicked(Sample.RANGES),
                    c -> c.g.log(c.g.sum(
                            c.g.multiply(c.g.oneHot(c.id, Size.of(3)), c.g.softmax(c.x, List.of(1))), List.of(1)))),
            keeps(
                    new StabiliseLogOfPicked(Sample.RANGES),
                    c -> c.g.log(c.g.sum(c.g.multiply(c.y, c.g.softmax(c.x, List.of(1))), List.of(1)))),
            becomes(
                    new StabiliseLogSumExp(),
                    c -> c.g.log(c.g.sum(c.g.exp(c.x), List.of(1))),
                    c -> c.g.logSumExp(c.x, List.of(1))),
            keeps(new StabiliseLogSumExp(), c -> c.g.log(c.g.reduce(Combine.MAXIMUM, c.g.exp(c.x), List.of(1)))),
            becomes(
                    new CollapseShiftOfLogSumExp(),
                    c -> c.g.add(c.g.logSumExp(c.g.subtract(c.x, c.row), List.of(1)), c.row),
                    c -> c.g.logSumExp(c.x, List.of(1))),
            becomes(
                    new CollapseShiftOfLogSumExp(),
                    c -> c.g.add(c.row, c.g.logSumExp(c.g.subtract(c.x, c.row), List.of(1))),
                    c -> c.g.logSumExp(c.x, List.of(1))),
            keeps(
                    new CollapseShiftOfLogSumExp(),
                    c -> c.g.add(c.g.logSumExp(c.g.subtract(c.x, c.column), List.of(1)), c.column)),
            keeps(
                    new CollapseShiftOfLogSumExp(),
                    c -> c.g.add(c.g.logSumExp(c.g.subtract(c.x, c.row), List.of(1)), c.s)),
            becomes(
                    new StabiliseSoftmax(),
                    c -> c.g.divide(c.g.exp(c.x), c.g.sum(c.g.exp(c.x), List.of(1))),
                    c -> c.g.softmax(c.x, List.of(1))),
            keeps(new StabiliseSoftmax(), c -> c.g.divide(c.g.exp(c.x), c.g.sum(c.g.exp(c.y), List.of(1)))),
            becomes(
                    new CollapseShiftOfSoftmax(),
                    c -> c.g.softmax(c.g.subtract(c.x, c.row), List.of(1)),
                    c -> c.g.softmax(c.x, List.of(1))),
            becomes(
                    new CollapseShiftOfSoftmax(),
                    c -> c.g.softmax(c.g.add(c.row, c.x), List.of(1)),
                    c -> c.g.softmax(c.x, List.of(1))),
            keeps(new CollapseShiftOfSoftmax(), c -> c.g.softmax(c.g.subtract(c.x, c.row), List.of(0))),
            keeps(new CollapseShiftOfSoftmax(), c -> c.g.softmax(c.g.subtract(c.x, c.column), List.of(1))),
            becomes(
                    new StabiliseExpOfLogSoftmax(),
                    c -> c.g.exp(c.g.subtract(c.x, c.g.logSumExp(c.x, List.of(1)))),
                    c -> c.g.softmax(c.x, List.of(1))),
            keeps(new StabiliseExpOfLogSoftmax(), c -> c.g.exp(c.g.subtract(c.y, c.g.logSumExp(c.x, List.of(1))))),
            becomes(new StabiliseSoftplus(), c -> c.g.log(c.g.add(c.g.one(), c.g.exp(c.x))), c -> c.g.softplus(c.x)),
            becomes(new StabiliseSoftplus(), c -> c.g.log(c.g.add(c.g.exp(c.x), c.g.one())), c -> c.g.softplus(c.x)),
            becomes(new StabiliseSoftplus(), c -> c.g.log1p(c.g.exp(c.x)), c -> c.g.softplus(c.x)),
            becomes(new StabiliseLog1mExp(), c -> c.g.log(c.g.negate(c.g.expm1(c.x))), c -> c.g.log1mexp(c.x)),
            becomes(new StabiliseLog1mExp(), c -> c.g.log1p(c.g.negate(c.g.exp(c.x))), c -> c.g.log1mexp(c.x)),
            keeps(new StabiliseLog1mExp(), c -> c.g.log(c.g.expm1(c.x))),
            becomes(
                    new StabiliseVariance(),
                    c -> c.g.subtract(mean(c, c.g.multiply(c.x, c.x)), c.g.power(mean(c, c.x), c.g.constant(2))),
                    c -> mean(c, squared(c, c.g.subtract(c.x, mean(c, c.x))))),
            keeps(
                    new StabiliseVariance(),
                    c -> c.g.subtract(mean(c, c.g.multiply(c.x, c.x)), c.g.power(mean(c, c.y), c.g.constant(2)))),
            keeps(
                    new StabiliseVariance(),
                    c -> c.g.subtract(
                            c.g.divide(c.g.sum(c.g.multiply(c.x, c.x), List.of(1)), c.g.constant(5)),
                            c.g.power(c.g.divide(c.g.sum(c.x, List.of(1)), c.g.constant(5)), c.g.constant(2)))),
            becomes(
                    new StabiliseLogOfSigmoid(),
                    c -> c.g.log(c.g.sigmoid(c.x)),
                    c -> c.g.negate(c.g.softplus(c.g.negate(c.x)))),
            becomes(
                    new StabiliseLogOfSigmoid(),
                    c -> c.g.log(c.g.subtract(c.g.one(), c.g.sigmoid(c.x))),
                    c -> c.g.negate(c.g.softplus(c.x))),
            becomes(
                    new StabiliseLogOfSigmoid(),
                    c -> c.g.log1p(c.g.negate(c.g.sigmoid(c.x))),
                    c -> c.g.negate(c.g.softplus(c.x))),
            keeps(new StabiliseLogOfSigmoid(), c -> c.g.log1p(c.g.sigmoid(c.x))),
            becomes(
                    new StabiliseLogAddExp(),
                    c -> c.g.log(c.g.add(c.g.exp(c.x), c.g.exp(c.y))),
                    c -> c.g.select(
                            c.g.equal(c.x, c.y),
                            c.g.add(
                                    c.g.add(c.g.multiply(c.g.constant(0.5), c.x), c.g.multiply(c.g.constant(0.5), c.y)),
                                    c.g.constant(Math.log(2))),
                            c.g.add(c.g.maximum(c.x, c.y), c.g.softplus(c.g.negate(c.g.abs(c.g.subtract(c.x, c.y))))))),
            keeps(new StabiliseLogAddExp(), c -> c.g.log(c.g.subtract(c.g.exp(c.x), c.g.exp(c.y)))),
            becomes(new StabiliseLog1p(), c -> c.g.log(c.g.add(c.g.one(), c.x)), c -> c.g.log1p(c.x)),
            becomes(new StabiliseLog1p(), c -> c.g.log(c.g.subtract(c.g.one(), c.x)), c -> c.g.log1p(c.g.negate(c.x))),
            keeps(new StabiliseLog1p(), c -> c.g.log(c.g.subtract(c.x, c.g.one()))),
            keeps(new StabiliseLog1p(), c -> c.g.log(c.g.add(c.g.constant(2), c.x))),
            becomes(new StabiliseExpm1(), c -> c.g.subtract(c.g.exp(c.x), c.g.one()), c -> c.g.expm1(c.x)),
            becomes(new StabiliseExpm1(), c -> c.g.subtract(c.g.one(), c.g.exp(c.x)), c -> c.g.negate(c.g.expm1(c.x))),
            keeps(new StabiliseExpm1(), c -> c.g.add(c.g.exp(c.x), c.g.one())),
            becomes(
                    new StabiliseSigmoid(),
                    c -> c.g.divide(c.g.one(), c.g.add(c.g.one(), c.g.exp(c.g.negate(c.x)))),
                    c -> c.g.sigmoid(c.g.negate(c.g.negate(c.x)))),
            becomes(
                    new StabiliseSigmoid(),
                    c -> c.g.divide(c.g.exp(c.x), c.g.add(c.g.one(), c.g.exp(c.x))),
                    c -> c.g.sigmoid(c.x)),
            keeps(new StabiliseSigmoid(), c -> c.g.divide(c.g.exp(c.y), c.g.add(c.g.constant(2), c.g.exp(c.x)))),
            becomes(
                    new StabiliseTanh(),
                    c -> c.g.subtract(c.g.multiply(c.g.constant(2), c.g.sigmoid(c.x)), c.g.one()),
                    c -> c.g.tanh(c.g.multiply(c.g.constant(0.5), c.x))),
            keeps(new StabiliseTanh(), c -> c.g.subtract(c.g.multiply(c.g.constant(3), c.g.sigmoid(c.x)), c.g.one())),
            becomes(
                    new StabiliseOneMinusSigmoid(),
                    c -> c.g.subtract(c.g.one(), c.g.sigmoid(c.x)),
                    c -> c.g.sigmoid(c.g.negate(c.x))),
            keeps(new StabiliseOneMinusSigmoid(), c -> c.g.subtract(c.g.constant(2), c.g.sigmoid(c.x))),
            becomes(
                    new StabiliseBinaryCrossEntropy(),
                    c -> c.g.add(
                            c.g.multiply(c.y, c.g.softplus(c.g.negate(c.x))),
                            c.g.multiply(c.g.subtract(c.g.one(), c.y), c.g.softplus(c.x))),
                    c -> c.g.add(c.g.multiply(c.g.subtract(c.g.one(), c.y), c.x), c.g.softplus(c.g.negate(c.x)))),
            keeps(
                    new StabiliseBinaryCrossEntropy(),
                    c -> c.g.add(
                            c.g.multiply(c.z, c.g.softplus(c.g.negate(c.x))),
                            c.g.multiply(c.g.subtract(c.g.one(), c.y), c.g.softplus(c.x)))),
            becomes(new StabiliseNorm(), c -> c.g.sqrt(c.g.sum(c.g.multiply(c.x, c.x), List.of(1))), c -> norm(c)),
            becomes(
                    new StabiliseNorm(),
                    c -> c.g.sqrt(c.g.sum(c.g.power(c.x, c.g.constant(2)), List.of(1))),
                    c -> guarded(c, c.g.sum(c.g.power(c.x, c.g.constant(2)), List.of(1)))),
            becomes(new StabiliseNorm(), c -> c.g.sqrt(repeatedSquares(c)), c -> guarded(c, repeatedSquares(c))),
            keeps(new StabiliseNorm(), c -> c.g.sqrt(c.g.sum(c.g.multiply(c.x, c.y), List.of(1)))),
            keeps(
                    new StabiliseNorm(),
                    c -> c.g.sqrt(c.g.add(c.g.sum(c.g.multiply(c.x, c.x), List.of(1)), c.g.constant(1e-5)))),
            becomes(
                    new StabiliseNormalised(),
                    c -> c.g.divide(c.x, norm(c)),
                    c -> c.g.select(
                            c.g.equal(squares(c), c.g.zero()), c.g.zero(), c.g.divide(c.x, root(c, squares(c))))),
            keeps(new StabiliseNormalised(), c -> c.g.divide(c.y, norm(c))),
            becomes(
                    new FoldSumOfOneHot(Sample.RANGES),
                    c -> c.g.sum(c.g.oneHot(c.label, Size.of(3)), List.of(1)),
                    c -> c.g.broadcast(c.g.one(), c.row.shape())),
            becomes(
                    new FoldSumOfOneHot(Sample.RANGES),
                    c -> c.g.sum(c.g.oneHot(c.g.argExtreme(true, c.x, 1), Size.of(3)), List.of(2)),
                    c -> c.g.broadcast(c.g.one(), Shape.of(Sample.N, Size.ONE, Size.ONE))),
            keeps(new FoldSumOfOneHot(Sample.RANGES), c -> c.g.sum(c.g.oneHot(c.id, Size.of(3)), List.of(1))),
            keeps(new FoldSumOfOneHot(Sample.RANGES), c -> c.g.sum(c.g.oneHot(c.label, Size.of(2)), List.of(1))),
            keeps(new FoldSumOfOneHot(Sample.RANGES), c -> c.g.sum(c.g.oneHot(c.label, Size.of(3)), List.of(0))));

    private static Value mean(Sample c, Value x) {
        return c.g.divide(c.g.sum(x, List.of(1)), c.g.constant(3));
    }

    private static Value squared(Sample c, Value x) {
        return c.g.multiply(x, x);
    }

    private static Value repeatedSquares(Sample c) {
        return c.g.sum(c.g.broadcast(c.g.multiply(c.row, c.row), c.x.shape()), List.of(1));
    }

    private static Value squares(Sample c) {
        return c.g.sum(c.g.multiply(c.x, c.x), List.of(1));
    }

    private static Value root(Sample c, Value sum) {
        return c.g.sqrt(c.g.select(c.g.equal(sum, c.g.zero()), c.g.one(), sum));
    }

    private static Value guarded(Sample c, Value sum) {
        return c.g.select(c.g.equal(sum, c.g.zero()), c.g.zero(), root(c, sum));
    }

    private static Value norm(Sample c) {
        return guarded(c, squares(c));
    }
}
