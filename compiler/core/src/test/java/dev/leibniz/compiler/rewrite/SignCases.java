package dev.leibniz.compiler.rewrite;

import static dev.leibniz.compiler.rewrite.RuleCase.becomes;
import static dev.leibniz.compiler.rewrite.RuleCase.keeps;
import static dev.leibniz.compiler.rewrite.RuleCase.keepsIfShared;

import dev.leibniz.compiler.ir.Size;
import java.util.List;

/** What rules do with minus signs, and with factors of selections that may be zero. */
final class SignCases {
    private SignCases() {}

    static final List<RuleCase> ALL = List.of(
            becomes(new FuseNegatedTerm(), c -> c.g.add(c.x, c.g.negate(c.y)), c -> c.g.subtract(c.x, c.y)),
            becomes(new FuseNegatedTerm(), c -> c.g.add(c.g.negate(c.x), c.y), c -> c.g.subtract(c.y, c.x)),
            becomes(new FuseNegatedTerm(), c -> c.g.subtract(c.x, c.g.negate(c.y)), c -> c.g.add(c.x, c.y)),
            becomes(
                    new FuseNegatedTerm(),
                    c -> c.g.add(c.x, c.g.constant(-3)),
                    c -> c.g.subtract(c.x, c.g.constant(3))),
            keeps(new FuseNegatedTerm(), c -> c.g.subtract(c.g.negate(c.x), c.y)),
            keeps(new FuseNegatedTerm(), c -> c.g.add(c.x, c.g.constant(3))),
            becomes(
                    new PullSignOutOfSum(),
                    c -> c.g.subtract(c.g.negate(c.x), c.y),
                    c -> c.g.negate(c.g.add(c.x, c.y))),
            becomes(new PullSignOutOfSum(), c -> c.g.negate(c.g.subtract(c.x, c.y)), c -> c.g.subtract(c.y, c.x)),
            keepsIfShared(new PullSignOutOfSum(), c -> c.g.negate(c.g.subtract(c.x, c.y))),
            keeps(new PullSignOutOfSum(), c -> c.g.negate(c.g.add(c.x, c.y))),
            becomes(
                    new PullSignOutOfProduct(),
                    c -> c.g.multiply(c.g.negate(c.x), c.y),
                    c -> c.g.negate(c.g.multiply(c.x, c.y))),
            becomes(
                    new PullSignOutOfProduct(),
                    c -> c.g.multiply(c.x, c.g.constant(-3)),
                    c -> c.g.negate(c.g.multiply(c.x, c.g.constant(3)))),
            becomes(
                    new PullSignOutOfProduct(),
                    c -> c.g.divide(c.g.negate(c.x), c.y),
                    c -> c.g.negate(c.g.divide(c.x, c.y))),
            becomes(
                    new PullSignOutOfProduct(),
                    c -> c.g.divide(c.x, c.g.negate(c.y)),
                    c -> c.g.negate(c.g.divide(c.x, c.y))),
            keeps(new PullSignOutOfProduct(), c -> c.g.multiply(c.x, c.y)),
            keeps(new PullSignOutOfProduct(), c -> c.g.multiply(c.x, c.g.constant(-0.0))),
            becomes(
                    new PullSignOutOfView(),
                    c -> c.g.permute(c.g.negate(c.x), List.of(1, 0)),
                    c -> c.g.negate(c.g.permute(c.x, List.of(1, 0)))),
            becomes(
                    new PullSignOutOfView(),
                    c -> c.g.reshape(c.g.negate(c.vector), c.row.shape()),
                    c -> c.g.negate(c.g.reshape(c.vector, c.row.shape()))),
            keeps(new PullSignOutOfView(), c -> c.g.broadcast(c.g.negate(c.row), c.x.shape())),
            keeps(new PullSignOutOfView(), c -> c.g.pad(c.g.negate(c.x), 0, Size.ONE, Size.ONE, 1)),
            becomes(
                    new SinkFactorIntoSelect(),
                    c -> c.g.multiply(c.x, c.g.select(c.p, c.y, c.g.zero())),
                    c -> c.g.select(c.p, c.g.multiply(c.x, c.y), c.g.zero())),
            becomes(
                    new SinkFactorIntoSelect(),
                    c -> c.g.multiply(c.g.select(c.p, c.g.zero(), c.y), c.x),
                    c -> c.g.select(c.p, c.g.zero(), c.g.multiply(c.y, c.x))),
            becomes(
                    new SinkFactorIntoSelect(),
                    c -> c.g.divide(c.g.select(c.p, c.y, c.g.zero()), c.x),
                    c -> c.g.select(c.p, c.g.divide(c.y, c.x), c.g.zero())),
            becomes(
                    new SinkFactorIntoSelect(),
                    c -> c.g.negate(c.g.select(c.p, c.y, c.g.zero())),
                    c -> c.g.select(c.p, c.g.negate(c.y), c.g.zero())),
            keeps(new SinkFactorIntoSelect(), c -> c.g.multiply(c.x, c.g.select(c.p, c.y, c.g.one()))),
            keeps(new SinkFactorIntoSelect(), c -> c.g.divide(c.x, c.g.select(c.p, c.y, c.g.zero()))),
            keeps(new SinkFactorIntoSelect(), c -> c.g.add(c.x, c.g.select(c.p, c.y, c.g.zero()))),
            becomes(
                    new FuseSumOfSelects(),
                    c -> c.g.add(c.g.select(c.p, c.x, c.g.zero()), c.g.select(c.p, c.y, c.g.zero())),
                    c -> c.g.select(c.p, c.g.add(c.x, c.y), c.g.zero())),
            becomes(
                    new FuseSumOfSelects(),
                    c -> c.g.add(c.g.select(c.p, c.x, c.g.zero()), c.g.select(c.p, c.g.zero(), c.y)),
                    c -> c.g.select(c.p, c.x, c.y)),
            keeps(
                    new FuseSumOfSelects(),
                    c -> c.g.add(c.g.select(c.p, c.x, c.g.zero()), c.g.select(c.q, c.y, c.g.zero()))),
            keeps(new FuseSumOfSelects(), c -> c.g.add(c.g.select(c.p, c.x, c.y), c.g.select(c.p, c.y, c.z))));
}
