package dev.leibniz.compiler.rewrite;

import static dev.leibniz.compiler.rewrite.RuleCase.becomes;
import static dev.leibniz.compiler.rewrite.RuleCase.keeps;

import dev.leibniz.compiler.op.Pin;
import dev.leibniz.compiler.op.Relation;
import java.util.List;

/** What rules do with constants, identity operands, logic and selections. */
final class IdentityCases {
    private IdentityCases() {}

    static final List<RuleCase> ALL = List.of(
            becomes(
                    new FoldNegatedPower(),
                    c -> c.g.power(c.g.negate(c.x), c.g.constant(2)),
                    c -> c.g.power(c.x, c.g.constant(2))),
            keeps(new FoldNegatedPower(), c -> c.g.power(c.g.negate(c.x), c.g.constant(3))),
            becomes(new FoldConstants(), c -> c.g.add(c.g.constant(2), c.g.constant(3)), c -> c.g.constant(5)),
            becomes(new FoldConstants(), c -> c.g.add(c.g.intConstant(2), c.g.intConstant(3)), c -> c.g.intConstant(5)),
            becomes(
                    new FoldConstants(),
                    c -> c.g.compare(Relation.LESS, c.g.constant(2), c.g.constant(3)),
                    c -> c.g.boolConstant(true)),
            keeps(new FoldConstants(), c -> c.g.add(c.x, c.g.constant(3))),
            keeps(new FoldConstants(), c -> c.g.multiply(c.g.intConstant(1 << 20), c.g.intConstant(1 << 20))),
            keeps(new FoldConstants(), c -> c.g.add(new Pin(c.g.constant(2), 0))),
            becomes(new RemoveZeroTerm(), c -> c.g.add(c.x, c.g.constant(-0.0)), c -> c.x),
            becomes(new RemoveZeroTerm(), c -> c.g.add(c.g.constant(-0.0), c.x), c -> c.x),
            becomes(new RemoveZeroTerm(), c -> c.g.subtract(c.x, c.g.zero()), c -> c.x),
            becomes(new RemoveZeroTerm(), c -> c.g.add(c.id, c.g.intConstant(0)), c -> c.id),
            keeps(new RemoveZeroTerm(), c -> c.g.add(c.x, c.g.zero())),
            keeps(new RemoveZeroTerm(), c -> c.g.subtract(c.x, c.g.constant(-0.0))),
            keeps(new RemoveZeroTerm(), c -> c.g.subtract(c.g.zero(), c.x)),
            becomes(new RemoveUnitFactor(), c -> c.g.multiply(c.x, c.g.one()), c -> c.x),
            becomes(new RemoveUnitFactor(), c -> c.g.multiply(c.g.one(), c.x), c -> c.x),
            becomes(new RemoveUnitFactor(), c -> c.g.divide(c.x, c.g.one()), c -> c.x),
            becomes(new RemoveUnitFactor(), c -> c.g.power(c.x, c.g.one()), c -> c.x),
            keeps(new RemoveUnitFactor(), c -> c.g.divide(c.g.one(), c.x)),
            keeps(new RemoveUnitFactor(), c -> c.g.power(c.g.one(), c.x)),
            becomes(new FoldMinusOne(), c -> c.g.multiply(c.x, c.g.constant(-1)), c -> c.g.negate(c.x)),
            becomes(new FoldMinusOne(), c -> c.g.multiply(c.g.constant(-1), c.x), c -> c.g.negate(c.x)),
            becomes(new FoldMinusOne(), c -> c.g.divide(c.x, c.g.constant(-1)), c -> c.g.negate(c.x)),
            keeps(new FoldMinusOne(), c -> c.g.divide(c.g.constant(-1), c.x)),
            keeps(new FoldMinusOne(), c -> c.g.multiply(c.g.constant(-2), c.x)),
            becomes(
                    new FoldPowerOfZeroExponent(),
                    c -> c.g.power(c.x, c.g.zero()),
                    c -> c.g.broadcast(c.g.one(), c.x.shape())),
            keeps(new FoldPowerOfZeroExponent(), c -> c.g.power(c.g.zero(), c.x)),
            becomes(new FoldDoubling(), c -> c.g.add(c.x, c.x), c -> c.g.multiply(c.g.constant(2), c.x)),
            keeps(new FoldDoubling(), c -> c.g.add(c.x, c.y)),
            keeps(new FoldDoubling(), c -> c.g.subtract(c.x, c.x)),
            becomes(new FoldLogic(), c -> c.g.and(c.p, c.g.boolConstant(true)), c -> c.p),
            becomes(new FoldLogic(), c -> c.g.or(c.g.boolConstant(false), c.p), c -> c.p),
            becomes(
                    new FoldLogic(),
                    c -> c.g.and(c.p, c.g.boolConstant(false)),
                    c -> c.g.broadcast(c.g.boolConstant(false), c.p.shape())),
            becomes(new FoldLogic(), c -> c.g.not(c.g.not(c.p)), c -> c.p),
            keeps(new FoldLogic(), c -> c.g.and(c.p, c.q)),
            keeps(new FoldLogic(), c -> c.g.not(c.p)),
            becomes(new FoldSelect(), c -> c.g.select(c.g.boolConstant(true), c.x, c.y), c -> c.x),
            becomes(new FoldSelect(), c -> c.g.select(c.g.boolConstant(false), c.x, c.y), c -> c.y),
            becomes(new FoldSelect(), c -> c.g.select(c.p, c.row, c.row), c -> c.g.broadcast(c.row, c.x.shape())),
            keeps(new FoldSelect(), c -> c.g.select(c.p, c.x, c.y)),
            keeps(new FoldSelect(), c -> c.g.select(c.p, c.g.zero(), c.g.constant(-0.0))),
            becomes(new FlipSelect(), c -> c.g.select(c.g.not(c.p), c.x, c.y), c -> c.g.select(c.p, c.y, c.x)),
            keeps(new FlipSelect(), c -> c.g.select(c.p, c.x, c.y)),
            becomes(
                    new CollapseSelects(),
                    c -> c.g.select(c.p, c.g.select(c.p, c.x, c.y), c.z),
                    c -> c.g.select(c.p, c.x, c.z)),
            becomes(
                    new CollapseSelects(),
                    c -> c.g.select(c.p, c.x, c.g.select(c.p, c.y, c.z)),
                    c -> c.g.select(c.p, c.x, c.z)),
            keeps(new CollapseSelects(), c -> c.g.select(c.p, c.g.select(c.q, c.x, c.y), c.z)),
            becomes(
                    new FuseNegatedComparison(),
                    c -> c.g.not(c.g.equal(c.x, c.y)),
                    c -> c.g.compare(Relation.NOT_EQUAL, c.x, c.y)),
            becomes(
                    new FuseNegatedComparison(),
                    c -> c.g.not(c.g.compare(Relation.LESS, c.id, c.label)),
                    c -> c.g.compare(Relation.GREATER_EQUAL, c.id, c.label)),
            keeps(new FuseNegatedComparison(), c -> c.g.not(c.g.compare(Relation.LESS, c.x, c.y))),
            becomes(new CollapseNegations(), c -> c.g.negate(c.g.negate(c.x)), c -> c.x),
            keeps(new CollapseNegations(), c -> c.g.negate(c.g.abs(c.x))));
}
