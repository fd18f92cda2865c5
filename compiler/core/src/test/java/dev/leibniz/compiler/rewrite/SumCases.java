package dev.leibniz.compiler.rewrite;

import static dev.leibniz.compiler.rewrite.RuleCase.becomes;
import static dev.leibniz.compiler.rewrite.RuleCase.keeps;
import static dev.leibniz.compiler.rewrite.RuleCase.keepsIfShared;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Combine;
import java.util.List;

/** What rules do with reductions and contractions. */
final class SumCases {
    private SumCases() {}

    static final List<RuleCase> ALL = List.of(
            becomes(new RemoveUnitReduction(), c -> c.g.sum(c.row, List.of(1)), c -> c.row),
            becomes(new RemoveUnitReduction(), c -> c.g.sum(c.row, List.of(0, 1)), c -> c.g.sum(c.row, List.of(0))),
            keeps(new RemoveUnitReduction(), c -> c.g.sum(c.x, List.of(0))),
            becomes(
                    new CollapseReductions(),
                    c -> c.g.sum(c.g.sum(c.x, List.of(1)), List.of(0)),
                    c -> c.g.sum(c.x, List.of(0, 1))),
            keeps(new CollapseReductions(), c -> c.g.sum(c.g.reduce(Combine.MAXIMUM, c.x, List.of(1)), List.of(0))),
            becomes(
                    new FoldReductionOfBroadcast(),
                    c -> c.g.sum(c.g.broadcast(c.row, c.x.shape()), List.of(1)),
                    c -> c.g.multiply(c.g.constant(3), c.row)),
            becomes(
                    new FoldReductionOfBroadcast(),
                    c -> c.g.sum(c.g.broadcast(c.column, c.x.shape()), List.of(0, 1)),
                    c -> c.g.multiply(c.g.size(Sample.N), c.g.sum(c.g.reshape(c.column, Shape.of(1, 3)), List.of(1)))),
            becomes(
                    new FoldReductionOfBroadcast(),
                    c -> c.g.reduce(Combine.MAXIMUM, c.g.broadcast(c.row, c.x.shape()), List.of(1)),
                    c -> c.row),
            keeps(new FoldReductionOfBroadcast(), c -> c.g.sum(c.g.broadcast(c.row, c.x.shape()), List.of(0))),
            keeps(
                    new FoldReductionOfBroadcast(),
                    c -> c.g.reduce(Combine.PRODUCT, c.g.broadcast(c.row, c.x.shape()), List.of(1))),
            becomes(
                    new FuseSumOfProduct(),
                    c -> c.g.sum(
                            c.g.multiply(c.g.reshape(c.x, Shape.of(Sample.N, Size.of(3), Size.ONE)), c.table),
                            List.of(1)),
                    c -> c.g.reshape(
                            c.g.contract(
                                    List.of(
                                            c.g.reshape(
                                                    c.g.reshape(c.x, Shape.of(Sample.N, Size.of(3), Size.ONE)),
                                                    c.x.shape()),
                                            c.table),
                                    List.of("ab", "bc"),
                                    "ac"),
                            Shape.of(Sample.N, Size.ONE, Size.of(4)))),
            keeps(new FuseSumOfProduct(), c -> c.g.sum(c.g.multiply(c.x, c.y), List.of(0))),
            keeps(new FuseSumOfProduct(), c -> c.g.sum(c.g.multiply(c.x, c.row), List.of(1))),
            keeps(new FuseSumOfProduct(), c -> c.g.sum(c.g.multiply(c.x, c.row), List.of(0))),
            becomes(
                    new DropUnitLabels(),
                    c -> c.g.contract(List.of(c.row, c.x), List.of("nu", "nk"), "uk"),
                    c -> c.g.reshape(
                            c.g.contract(List.of(c.g.reshape(c.row, c.vector.shape()), c.x), List.of("n", "nk"), "k"),
                            Shape.of(1, 3))),
            keeps(new DropUnitLabels(), c -> c.g.contract(List.of(c.x, c.table), List.of("nk", "km"), "nm")),
            becomes(
                    new DropBroadcastLabels(),
                    c -> c.g.contract(List.of(c.g.broadcast(c.row, c.x.shape()), c.table), List.of("nk", "km"), "nm"),
                    c -> c.g.contract(
                            List.of(c.g.reshape(c.row, c.vector.shape()), c.table), List.of("n", "km"), "nm")),
            becomes(
                    new DropBroadcastLabels(),
                    c -> c.g.contract(List.of(c.g.broadcast(c.row, c.x.shape()), c.y), List.of("nk", "nm"), "m"),
                    c -> c.g.multiply(
                            c.g.constant(3),
                            c.g.contract(List.of(c.g.reshape(c.row, c.vector.shape()), c.y), List.of("n", "nm"), "m"))),
            becomes(
                    new DropBroadcastLabels(),
                    c -> c.g.contract(
                            List.of(c.g.broadcast(c.column, c.x.shape()), c.table), List.of("nk", "km"), "nm"),
                    c -> c.g.broadcast(
                            c.g.reshape(
                                    c.g.contract(List.of(c.column, c.table), List.of("k", "km"), "m"), Shape.of(1, 4)),
                            Shape.of(Sample.N, Size.of(4)))),
            keeps(new DropBroadcastLabels(), c -> c.g.contract(List.of(c.x, c.table), List.of("nk", "km"), "nm")),
            becomes(
                    new PullScalarOutOfContract(),
                    c -> c.g.contract(List.of(c.count, c.x, c.table), List.of("", "nk", "km"), "nm"),
                    c -> c.g.multiply(c.count, c.g.contract(List.of(c.x, c.table), List.of("nk", "km"), "nm"))),
            keeps(
                    new PullScalarOutOfContract(),
                    c -> c.g.contract(List.of(c.s, c.x, c.table), List.of("", "nk", "km"), "nm")),
            keeps(new PullScalarOutOfContract(), c -> c.g.contract(List.of(c.x, c.table), List.of("nk", "km"), "nm")),
            becomes(
                    new PushSumIntoContract(),
                    c -> c.g.contract(List.of(c.x, c.y), List.of("nk", "nm"), "m"),
                    c -> c.g.contract(
                            List.of(c.g.reshape(c.g.sum(c.x, List.of(1)), c.vector.shape()), c.y),
                            List.of("n", "nm"),
                            "m")),
            keeps(new PushSumIntoContract(), c -> c.g.contract(List.of(c.x, c.table), List.of("nk", "km"), "nm")),
            becomes(
                    new FusePermuteIntoContract(),
                    c -> c.g.contract(List.of(c.x, c.g.permute(c.table, List.of(1, 0))), List.of("nk", "mk"), "nm"),
                    c -> c.g.contract(List.of(c.x, c.table), List.of("nk", "km"), "nm")),
            keeps(new FusePermuteIntoContract(), c -> c.g.contract(List.of(c.x, c.table), List.of("nk", "km"), "nm")),
            becomes(
                    new FusePermuteOfContract(),
                    c -> c.g.permute(c.g.contract(List.of(c.x, c.table), List.of("nk", "km"), "nm"), List.of(1, 0)),
                    c -> c.g.contract(List.of(c.x, c.table), List.of("nk", "km"), "mn")),
            keepsIfShared(
                    new FusePermuteOfContract(),
                    c -> c.g.permute(c.g.contract(List.of(c.x, c.table), List.of("nk", "km"), "nm"), List.of(1, 0))),
            keeps(new FusePermuteOfContract(), c -> c.g.permute(c.x, List.of(1, 0))),
            becomes(
                    new DecomposeOuterProduct(),
                    c -> c.g.contract(List.of(c.vector, c.column), List.of("n", "k"), "nk"),
                    c -> c.g.multiply(c.g.reshape(c.vector, c.row.shape()), c.g.reshape(c.column, Shape.of(1, 3)))),
            becomes(
                    new DecomposeOuterProduct(),
                    c -> c.g.contract(List.of(c.x, c.y), List.of("nk", "nk"), "kn"),
                    c -> c.g.multiply(c.g.permute(c.x, List.of(1, 0)), c.g.permute(c.y, List.of(1, 0)))),
            keeps(new DecomposeOuterProduct(), c -> c.g.contract(List.of(c.x, c.table), List.of("nk", "km"), "nm")),
            becomes(
                    new PullFactorOutOfSum(),
                    c -> c.g.sum(c.g.multiply(c.s, c.x), List.of(1)),
                    c -> c.g.multiply(c.s, c.g.sum(c.x, List.of(1)))),
            becomes(
                    new PullFactorOutOfSum(),
                    c -> c.g.sum(c.g.multiply(c.x, c.row), List.of(1)),
                    c -> c.g.multiply(c.row, c.g.sum(c.x, List.of(1)))),
            becomes(
                    new PullFactorOutOfSum(),
                    c -> c.g.sum(c.g.divide(c.x, c.s), List.of(0, 1)),
                    c -> c.g.divide(c.g.sum(c.x, List.of(0, 1)), c.s)),
            becomes(
                    new PullFactorOutOfSum(),
                    c -> c.g.sum(c.g.negate(c.x), List.of(1)),
                    c -> c.g.negate(c.g.sum(c.x, List.of(1)))),
            keeps(new PullFactorOutOfSum(), c -> c.g.sum(c.g.divide(c.x, c.s), List.of(0))),
            keeps(new PullFactorOutOfSum(), c -> c.g.sum(c.g.multiply(c.x, c.column), List.of(1))));
}
