package dev.leibniz.compiler.rewrite;

import static dev.leibniz.compiler.rewrite.RuleCase.becomes;
import static dev.leibniz.compiler.rewrite.RuleCase.keeps;
import static dev.leibniz.compiler.rewrite.RuleCase.keepsIfShared;

import java.util.List;

/** What rules do with factors, constants and common factors. */
final class FactorCases {
    private FactorCases() {}

    static final List<RuleCase> ALL = List.of(
            becomes(
                    new FuseScalarFactors(),
                    c -> c.g.multiply(c.s, c.g.multiply(c.count, c.x)),
                    c -> c.g.multiply(c.g.multiply(c.s, c.count), c.x)),
            becomes(
                    new FuseScalarFactors(),
                    c -> c.g.multiply(c.count, c.g.divide(c.x, c.t)),
                    c -> c.g.multiply(c.g.divide(c.count, c.t), c.x)),
            becomes(
                    new FuseScalarFactors(),
                    c -> c.g.divide(c.g.multiply(c.t, c.x), c.count),
                    c -> c.g.multiply(c.g.divide(c.t, c.count), c.x)),
            becomes(
                    new FuseScalarFactors(),
                    c -> c.g.divide(c.g.divide(c.x, c.t), c.g.constant(3)),
                    c -> c.g.divide(c.x, c.g.multiply(c.t, c.g.constant(3)))),
            becomes(
                    new FuseScalarFactors(),
                    c -> c.g.multiply(c.g.constant(2), c.g.multiply(c.g.constant(3), c.s)),
                    c -> c.g.multiply(c.g.multiply(c.g.constant(2), c.g.constant(3)), c.s)),
            becomes(
                    new FuseScalarFactors(),
                    c -> c.g.multiply(c.count, c.g.multiply(c.row, c.x)),
                    c -> c.g.multiply(c.g.multiply(c.count, c.row), c.x)),
            keeps(
                    new FuseScalarFactors(),
                    c -> c.g.multiply(c.g.constant(1e20), c.g.multiply(c.g.constant(1e20), c.x))),
            keeps(new FuseScalarFactors(), c -> c.g.divide(c.g.divide(c.x, c.g.constant(1e20)), c.g.constant(1e20))),
            keeps(new FuseScalarFactors(), c -> c.g.divide(c.g.divide(c.x, c.row), c.row)),
            keeps(new FuseScalarFactors(), c -> c.g.multiply(c.count, c.g.multiply(c.column, c.x))),
            keeps(new FuseScalarFactors(), c -> c.g.multiply(c.y, c.g.multiply(c.count, c.x))),
            keeps(new FuseScalarFactors(), c -> c.g.multiply(c.count, c.g.multiply(c.t, c.g.exp(c.t)))),
            becomes(
                    new FuseReciprocal(),
                    c -> c.g.multiply(c.g.divide(c.g.one(), c.s), c.x),
                    c -> c.g.divide(c.x, c.s)),
            keeps(new FuseReciprocal(), c -> c.g.multiply(c.g.divide(c.g.constant(2), c.s), c.x)),
            keeps(new FuseReciprocal(), c -> c.g.multiply(c.g.divide(c.g.one(), c.row), c.x)),
            becomes(
                    new FuseConstantTerms(),
                    c -> c.g.add(c.g.add(c.x, c.g.constant(2)), c.g.constant(3)),
                    c -> c.g.add(c.x, c.g.constant(5))),
            becomes(
                    new FuseConstantTerms(),
                    c -> c.g.subtract(c.g.add(c.g.constant(2), c.x), c.g.constant(3)),
                    c -> c.g.add(c.x, c.g.constant(-1))),
            keeps(new FuseConstantTerms(), c -> c.g.add(c.g.add(c.x, c.g.constant(3e38)), c.g.constant(3e38))),
            keeps(new FuseConstantTerms(), c -> c.g.add(c.g.add(c.x, c.count), c.g.constant(3))),
            keeps(new FuseConstantTerms(), c -> c.g.add(c.g.multiply(c.x, c.g.constant(2)), c.g.constant(3))),
            keeps(new FuseConstantTerms(), c -> c.g.add(c.g.subtract(c.g.constant(2), c.x), c.g.constant(3))),
            becomes(
                    new PullScalarOutOfProduct(),
                    c -> c.g.multiply(c.g.multiply(c.count, c.x), c.y),
                    c -> c.g.multiply(c.count, c.g.multiply(c.x, c.y))),
            becomes(
                    new PullScalarOutOfProduct(),
                    c -> c.g.multiply(c.y, c.g.divide(c.x, c.g.sqrt(c.count))),
                    c -> c.g.divide(c.g.multiply(c.y, c.x), c.g.sqrt(c.count))),
            becomes(
                    new PullScalarOutOfProduct(),
                    c -> c.g.divide(c.g.multiply(c.g.constant(0.1), c.x), c.y),
                    c -> c.g.multiply(c.g.constant(0.1), c.g.divide(c.x, c.y))),
            keepsIfShared(new PullScalarOutOfProduct(), c -> c.g.multiply(c.g.multiply(c.count, c.x), c.y)),
            keeps(new PullScalarOutOfProduct(), c -> c.g.multiply(c.g.divide(c.x, c.row), c.y)),
            keeps(new PullScalarOutOfProduct(), c -> c.g.multiply(c.g.multiply(c.column, c.x), c.y)),
            becomes(
                    new PullCommonFactor(),
                    c -> c.g.add(c.g.multiply(c.x, c.y), c.g.multiply(c.z, c.x)),
                    c -> c.g.multiply(c.x, c.g.add(c.y, c.z))),
            becomes(
                    new PullCommonFactor(),
                    c -> c.g.subtract(c.g.multiply(c.s, c.y), c.g.multiply(c.s, c.z)),
                    c -> c.g.multiply(c.s, c.g.subtract(c.y, c.z))),
            becomes(
                    new PullCommonFactor(),
                    c -> c.g.add(c.x, c.g.multiply(c.x, c.y)),
                    c -> c.g.multiply(c.x, c.g.add(c.g.one(), c.y))),
            becomes(
                    new PullCommonFactor(),
                    c -> c.g.subtract(c.g.divide(c.x, c.s), c.g.divide(c.y, c.s)),
                    c -> c.g.divide(c.g.subtract(c.x, c.y), c.s)),
            keeps(new PullCommonFactor(), c -> c.g.add(c.g.multiply(c.x, c.y), c.g.multiply(c.z, c.z))),
            keeps(new PullCommonFactor(), c -> c.g.add(c.x, c.x)),
            keeps(new PullCommonFactor(), c -> c.g.add(c.g.divide(c.x, c.y), c.g.divide(c.x, c.z))),
            keepsIfShared(new PullCommonFactor(), c -> c.g.add(c.g.multiply(c.x, c.y), c.g.multiply(c.z, c.x))),
            becomes(
                    new FuseSigmoidError(),
                    c -> c.g.subtract(c.g.subtract(c.g.one(), c.y), c.g.sigmoid(c.g.negate(c.x))),
                    c -> c.g.subtract(c.g.sigmoid(c.x), c.y)),
            keeps(new FuseSigmoidError(), c -> c.g.subtract(c.g.subtract(c.g.one(), c.y), c.g.sigmoid(c.x))),
            becomes(
                    new FoldMultiplyByZero(),
                    c -> c.g.multiply(c.x, c.g.zero()),
                    c -> c.g.broadcast(c.g.zero(), c.x.shape())),
            keeps(new FoldMultiplyByZero(), c -> c.g.divide(c.g.zero(), c.x)),
            becomes(new FoldSelfQuotient(), c -> c.g.divide(c.x, c.x), c -> c.g.broadcast(c.g.one(), c.x.shape())),
            keeps(new FoldSelfQuotient(), c -> c.g.divide(c.x, c.y)));
}
