package dev.leibniz.compiler.rewrite;

import static dev.leibniz.compiler.rewrite.RuleCase.becomes;
import static dev.leibniz.compiler.rewrite.RuleCase.keeps;
import static dev.leibniz.compiler.rewrite.RuleCase.keepsIfShared;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.op.Relation;
import dev.leibniz.compiler.op.Window;
import java.util.List;

/** What rules do last, for the sake of the code. */
final class SpecialCases {
    private static final Size THREE = Size.of(3);
    private static final Window TILES = new Window(0, Sample.N.times(3), THREE, 3, 1);
    private static final Window OVERLAPPING = new Window(0, Sample.N.times(2).plus(1), THREE, 2, 1);

    private SpecialCases() {}

    static final List<RuleCase> ALL = List.of(
            becomes(
                    new AbsorbSign(),
                    c -> c.g.negate(c.g.multiply(c.g.constant(3), c.x)),
                    c -> c.g.multiply(c.g.constant(-3), c.x)),
            becomes(
                    new AbsorbSign(),
                    c -> c.g.negate(c.g.divide(c.g.constant(3), c.x)),
                    c -> c.g.divide(c.g.constant(-3), c.x)),
            becomes(
                    new AbsorbSign(),
                    c -> c.g.negate(c.g.divide(c.x, c.g.constant(3))),
                    c -> c.g.divide(c.x, c.g.constant(-3))),
            keeps(new AbsorbSign(), c -> c.g.negate(c.g.multiply(c.x, c.y))),
            becomes(
                    new DecomposeReduction(),
                    c -> c.g.sum(c.g.multiply(c.x, c.y), List.of(0, 1)),
                    c -> c.g.sum(c.g.sum(c.g.multiply(c.x, c.y), List.of(1)), List.of(0))),
            keeps(new DecomposeReduction(), c -> c.g.sum(c.g.multiply(c.x, c.y), List.of(0))),
            keeps(new DecomposeReduction(), c -> c.g.sum(c.x, List.of(0, 1))),
            becomes(
                    new DecomposeComposite(),
                    c -> c.g.softplus(c.x),
                    c -> c.g.add(c.g.maximum(c.x, c.g.zero()), c.g.log1p(c.g.exp(c.g.negate(c.g.abs(c.x)))))),
            keeps(new DecomposeComposite(), c -> c.g.tanh(c.x)),
            becomes(
                    new PushTermIntoShift(),
                    c -> c.g.subtract(c.x, c.g.add(c.row, shifted(c))),
                    c -> c.g.subtract(c.g.subtract(c.x, c.row), shifted(c))),
            becomes(
                    new PushTermIntoShift(),
                    c -> c.g.subtract(c.g.add(c.row, shifted(c)), c.y),
                    c -> c.g.subtract(shifted(c), c.g.subtract(c.y, c.row))),
            becomes(
                    new PushTermIntoShift(),
                    c -> c.g.subtract(c.x, c.g.add(c.row, sevenTimes(c))),
                    c -> c.g.subtract(c.g.subtract(c.x, c.row), sevenTimes(c))),
            keeps(new PushTermIntoShift(), c -> c.g.subtract(c.x, c.g.add(c.s, shifted(c)))),
            keeps(new PushTermIntoShift(), c -> c.g.add(c.x, c.g.add(c.row, shifted(c)))),
            becomes(
                            new DecomposeContractWithOneHot(Sample.RANGES),
                            c -> c.g.contract(
                                    List.of(c.g.oneHot(c.label, Size.of(3)), c.table), List.of("nk", "km"), "nm"),
                            c -> c.g.gather(c.table, c.label))
                    .ofFinite(),
            becomes(
                            new DecomposeContractWithOneHot(Sample.RANGES),
                            c -> c.g.contract(List.of(c.g.oneHot(c.label, Size.of(3)), c.y), List.of("nk", "nm"), "km"),
                            c -> c.g.scatterAdd(c.y, c.label, Size.of(3)))
                    .ofFinite(),
            keeps(
                    new DecomposeContractWithOneHot(Sample.RANGES),
                    c -> c.g.contract(List.of(c.g.oneHot(c.id, Size.of(3)), c.table), List.of("nk", "km"), "nm")),
            keeps(
                    new DecomposeContractWithOneHot(Sample.RANGES),
                    c -> c.g.contract(List.of(c.g.oneHot(c.label, Size.of(3)), c.y), List.of("nk", "nk"), "k")),
            becomes(
                    new FuseSumOfPicked(),
                    c -> c.g.sum(picked(c, true, List.of(1), c.g.range(Size.of(3)), c.g.zero()), List.of(1)),
                    c -> c.g.reduce(Combine.MAXIMUM, c.x, List.of(1))),
            becomes(
                    new FuseSumOfPicked(),
                    c -> c.g.sum(picked(c, false, List.of(0, 1), everyNumber(c), c.g.zero()), List.of(0, 1)),
                    c -> c.g.reduce(Combine.MINIMUM, c.x, List.of(0, 1))),
            keeps(
                    new FuseSumOfPicked(),
                    c -> c.g.sum(picked(c, true, List.of(1), c.g.range(Size.of(3)), c.g.zero()), List.of(0))),
            keeps(
                    new FuseSumOfPicked(),
                    c -> c.g.sum(picked(c, true, List.of(1), c.g.range(Size.of(3)), c.g.one()), List.of(1))),
            keeps(
                    new FuseSumOfPicked(),
                    c -> c.g.sum(picked(c, true, List.of(0), c.g.range(Size.of(3)), c.g.zero()), List.of(0))),
            becomes(
                            new DecomposeContract(),
                            c -> c.g.contract(List.of(c.vector, c.x, c.table), List.of("n", "nk", "km"), "m"),
                            c -> c.g.contract(
                                    List.of(c.g.contract(List.of(c.vector, c.x), List.of("n", "nk"), "k"), c.table),
                                    List.of("k", "km"),
                                    "m"))
                    .ofModest(),
            becomes(
                            new ReorderContracts(),
                            c -> c.g.contract(List.of(outer(c), c.y), List.of("nk", "nk"), "n"),
                            c -> c.g.contract(
                                    List.of(c.vector, c.g.contract(List.of(c.column, c.y), List.of("k", "nk"), "n")),
                                    List.of("n", "n"),
                                    "n"))
                    .ofModest(),
            keepsIfShared(new ReorderContracts(), c -> c.g.contract(List.of(outer(c), c.y), List.of("nk", "nk"), "n")),
            keeps(
                    new ReorderContracts(),
                    c -> c.g.contract(
                            List.of(c.g.contract(List.of(c.x, c.y), List.of("nk", "mk"), "nm"), c.z),
                            List.of("nm", "mj"),
                            "nj")),
            keeps(
                    new ReorderContracts(),
                    c -> c.g.contract(
                            List.of(c.g.contract(List.of(c.vector, c.x), List.of("n", "nk"), "k"), c.table),
                            List.of("k", "km"),
                            "m")),
            keeps(new DecomposeContract(), c -> c.g.contract(List.of(c.x, c.table), List.of("nk", "km"), "nm")),
            becomes(
                    new DecomposeOverlapAdd(),
                    c -> c.g.overlapAdd(c.x, List.of(TILES)),
                    c -> c.g.joinTiles(c.x, List.of(TILES))),
            keeps(new DecomposeOverlapAdd(), c -> c.g.overlapAdd(c.x, List.of(OVERLAPPING))),
            keeps(
                    new DecomposeOverlapAdd(),
                    c -> c.g.overlapAdd(
                            c.g.contract(List.of(c.x, c.z), List.of("nk", "nj"), "kj"),
                            List.of(new Window(0, Size.of(9), THREE, 3, 1)))),
            becomes(
                    new DecomposeProductWithOneHot(),
                    c -> c.g.multiply(c.g.oneHot(c.id, Size.of(3)), c.x),
                    c -> c.g.select(
                            c.g.equal(c.g.reshape(c.id, c.row.shape()), c.g.range(Size.of(3))), c.x, c.g.zero())),
            becomes(
                    new DecomposeProductWithOneHot(),
                    c -> c.g.multiply(c.s, c.g.oneHot(c.id, Size.of(3))),
                    c -> c.g.select(
                            c.g.equal(c.g.reshape(c.id, c.row.shape()), c.g.range(Size.of(3))), c.s, c.g.zero())),
            keeps(new DecomposeProductWithOneHot(), c -> c.g.subtract(c.x, c.g.oneHot(c.id, Size.of(3)))),
            becomes(
                    new DecomposeReluGate(),
                    c -> gate(c, c.g.sin(c.x), c.y),
                    c -> c.g.select(
                            c.g.compare(Relation.LESS_EQUAL, gate(c, c.g.sin(c.x), c.g.sin(c.x)), c.g.zero()),
                            c.g.zero(),
                            c.y)),
            keeps(new DecomposeReluGate(), c -> gate(c, c.g.sin(c.x), c.g.sin(c.x))),
            keeps(new DecomposeReluGate(), c -> gate(c, c.x, c.y)),
            keeps(new DecomposeReluGate(), c -> gate(c, gate(c, c.g.sin(c.x), c.g.sin(c.x)), c.y)),
            becomes(new DecomposePower(), c -> c.g.power(c.x, c.g.constant(2)), c -> c.g.multiply(c.x, c.x)),
            becomes(
                    new DecomposePower(),
                    c -> c.g.power(c.x, c.g.constant(3)),
                    c -> c.g.multiply(c.g.multiply(c.x, c.x), c.x)),
            becomes(
                    new DecomposePower(),
                    c -> c.g.power(c.x, c.g.constant(4)),
                    c -> c.g.multiply(c.g.multiply(c.x, c.x), c.g.multiply(c.x, c.x))),
            becomes(new DecomposePower(), c -> c.g.power(c.x, c.g.constant(0.5)), c -> c.g.sqrt(c.x)),
            becomes(new DecomposePower(), c -> c.g.power(c.x, c.g.constant(-1)), c -> c.g.divide(c.g.one(), c.x)),
            becomes(
                            new DecomposePower(),
                            c -> c.g.power(c.x, c.g.constant(-0.5)),
                            c -> c.g.divide(c.g.one(), c.g.sqrt(c.x)))
                    .ofFinite(),
            keeps(new DecomposePower(), c -> c.g.power(c.x, c.g.constant(2.5))),
            keeps(new DecomposePower(), c -> c.g.power(c.x, c.y)),
            becomes(
                    new DecomposeDivisionByPowerOfTwo(),
                    c -> c.g.divide(c.x, c.g.constant(8)),
                    c -> c.g.multiply(c.x, c.g.constant(0.125))),
            becomes(
                    new DecomposeDivisionByPowerOfTwo(),
                    c -> c.g.divide(c.x, c.g.constant(-0.5)),
                    c -> c.g.multiply(c.x, c.g.constant(-2))),
            keeps(new DecomposeDivisionByPowerOfTwo(), c -> c.g.divide(c.x, c.g.constant(3))),
            keeps(new DecomposeDivisionByPowerOfTwo(), c -> c.g.divide(c.x, c.g.zero())),
            becomes(
                    new DecomposeDivisionBySize(),
                    c -> c.g.divide(c.x, c.g.size(Sample.N)),
                    c -> c.g.multiply(c.x, c.g.divide(c.g.one(), c.g.size(Sample.N)))),
            keeps(new DecomposeDivisionBySize(), c -> c.g.divide(c.s, c.g.size(Sample.N))),
            keeps(new DecomposeDivisionBySize(), c -> c.g.divide(c.x, c.s)),
            becomes(
                    new DecomposeDivisionByRow(),
                    c -> c.g.divide(c.x, c.g.sqrt(c.g.add(c.row, c.g.constant(1e-5)))),
                    c -> c.g.multiply(c.x, c.g.divide(c.g.one(), c.g.sqrt(c.g.add(c.row, c.g.constant(1e-5)))))),
            keeps(new DecomposeDivisionByRow(), c -> c.g.divide(c.x, c.g.sqrt(c.row))),
            keeps(new DecomposeDivisionByRow(), c -> c.g.divide(c.x, c.g.sqrt(c.g.add(c.column, c.g.constant(1e-5))))));

    /** x where z is not negative or zero. */
    private static Value outer(Sample c) {
        return c.g.contract(List.of(c.vector, c.column), List.of("n", "k"), "nk");
    }

    private static Value gate(Sample c, Value z, Value x) {
        return c.g.select(c.g.compare(Relation.LESS_EQUAL, z, c.g.zero()), c.g.zero(), x);
    }

    /** The extreme element where it is, something else everywhere else. */
    private static Value picked(Sample c, boolean largest, List<Integer> axes, Value numbers, Value otherwise) {
        return c.g.select(c.g.equal(c.g.argExtreme(largest, c.x, axes), numbers), c.x, otherwise);
    }

    private static Value everyNumber(Sample c) {
        return c.g.reshape(c.g.range(Sample.N.times(3)), c.x.shape());
    }

    /** The logarithm of a sum of equal terms. */
    private static Value sevenTimes(Sample c) {
        return c.g.log(c.g.multiply(c.g.constant(7), c.g.exp(c.g.subtract(c.y, c.row))));
    }

    /** The logarithm of the sum of a row's exponentials, smaller by a number a row. */
    private static Value shifted(Sample c) {
        return c.g.log(c.g.sum(c.g.exp(c.g.subtract(c.x, c.row)), List.of(1)));
    }
}
