package dev.leibniz.compiler.rewrite;

import static dev.leibniz.compiler.rewrite.RuleCase.becomes;
import static dev.leibniz.compiler.rewrite.RuleCase.keeps;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.op.Permute;
import dev.leibniz.compiler.op.Pin;
import dev.leibniz.compiler.op.Reshape;
import java.util.List;

/** What rules do with views: reshapes, permutations, broadcasts, slices, paddings, concatenations. */
final class ViewCases {
    private ViewCases() {}

    static final List<RuleCase> ALL = List.of(
            becomes(
                    new CollapseReshapes(),
                    c -> c.g.reshape(c.g.reshape(c.x, Shape.of(Size.of(3), Sample.N)), Shape.of(Sample.N.times(3))),
                    c -> c.g.reshape(c.x, Shape.of(Sample.N.times(3)))),
            becomes(new CollapseReshapes(), c -> c.g.add(new Reshape(c.x, c.x.shape())), c -> c.x),
            keeps(new CollapseReshapes(), c -> c.g.reshape(c.g.permute(c.x, List.of(1, 0)), c.x.shape())),
            becomes(new CollapsePermutes(), c -> c.g.permute(c.g.permute(c.x, List.of(1, 0)), List.of(1, 0)), c -> c.x),
            becomes(new CollapsePermutes(), c -> c.g.add(new Permute(c.x, List.of(0, 1))), c -> c.x),
            keeps(new CollapsePermutes(), c -> c.g.permute(c.x, List.of(1, 0))),
            becomes(
                    new FoldPermuteOfUnitAxes(),
                    c -> c.g.permute(c.row, List.of(1, 0)),
                    c -> c.g.reshape(c.row, Shape.of(Size.ONE, Sample.N))),
            keeps(new FoldPermuteOfUnitAxes(), c -> c.g.permute(c.x, List.of(1, 0))),
            becomes(
                    new CollapseBroadcasts(),
                    c -> c.g.broadcast(c.g.broadcast(c.s, c.column.shape()), c.x.shape()),
                    c -> c.g.broadcast(c.s, c.x.shape())),
            becomes(
                    new CollapseBroadcasts(),
                    c -> c.g.broadcast(c.g.reshape(c.column, Shape.of(1, 3)), c.x.shape()),
                    c -> c.g.broadcast(c.column, c.x.shape())),
            keeps(new CollapseBroadcasts(), c -> c.g.broadcast(c.g.reshape(c.vector, c.row.shape()), c.x.shape())),
            becomes(
                    new CollapseViewOfUniform(),
                    c -> c.g.permute(c.g.broadcast(c.s, c.x.shape()), List.of(1, 0)),
                    c -> c.g.broadcast(c.s, Shape.of(Size.of(3), Sample.N))),
            becomes(
                    new CollapseViewOfUniform(),
                    c -> c.g.slice(c.g.broadcast(c.s, c.x.shape()), 1, Size.ONE, Size.of(2), 1),
                    c -> c.g.broadcast(c.s, Shape.of(Sample.N, Size.of(2)))),
            keeps(new CollapseViewOfUniform(), c -> c.g.permute(c.g.broadcast(c.row, c.x.shape()), List.of(1, 0))),
            becomes(
                    new CollapseSlices(),
                    c -> c.g.slice(c.g.slice(c.table, 1, Size.ONE, Size.of(3), 1), 1, Size.ONE, Size.of(2), 1),
                    c -> c.g.slice(c.table, 1, Size.of(2), Size.of(2), 1)),
            keeps(
                    new CollapseSlices(),
                    c -> c.g.slice(c.g.slice(c.table, 0, Size.ONE, Size.of(2), 1), 1, Size.ONE, Size.of(2), 1)),
            keeps(
                    new CollapseSlices(),
                    c -> c.g.slice(c.g.slice(c.table, 1, Size.of(3), Size.of(3), -1), 1, Size.ONE, Size.of(2), 1)),
            becomes(
                    new FoldSliceOfConcat(),
                    c -> c.g.slice(c.g.concat(List.of(c.x, c.y), 1), 1, Size.of(3), Size.of(3), 1),
                    c -> c.y),
            becomes(
                    new FoldSliceOfConcat(),
                    c -> c.g.slice(c.g.concat(List.of(c.x, c.y), 1), 1, Size.of(4), Size.of(2), 1),
                    c -> c.g.slice(c.y, 1, Size.ONE, Size.of(2), 1)),
            keeps(
                    new FoldSliceOfConcat(),
                    c -> c.g.slice(c.g.concat(List.of(c.x, c.y), 1), 1, Size.of(2), Size.of(2), 1)),
            becomes(
                    new FoldSliceOfPad(),
                    c -> c.g.slice(c.g.pad(c.x, 1, Size.of(2), Size.ONE, 0), 1, Size.of(2), Size.of(3), 1),
                    c -> c.x),
            becomes(
                    new FoldSliceOfPad(),
                    c -> c.g.slice(c.g.pad(c.x, 1, Size.of(2), Size.ONE, 0), 1, Size.of(3), Size.of(2), 1),
                    c -> c.g.slice(c.x, 1, Size.ONE, Size.of(2), 1)),
            keeps(
                    new FoldSliceOfPad(),
                    c -> c.g.slice(c.g.pad(c.x, 1, Size.of(2), Size.ONE, 0), 1, Size.ONE, Size.of(3), 1)),
            becomes(
                    new CollapseConcats(),
                    c -> c.g.concat(List.of(c.g.concat(List.of(c.x, c.y), 1), c.z), 1),
                    c -> c.g.concat(List.of(c.x, c.y, c.z), 1)),
            keeps(
                    new CollapseConcats(),
                    c -> c.g.concat(List.of(c.g.concat(List.of(c.x, c.y), 0), c.g.concat(List.of(c.y, c.z), 0)), 1)),
            becomes(
                    new FuseConcatOfSlices(),
                    c -> c.g.concat(
                            List.of(
                                    c.g.slice(c.table, 1, Size.ONE, Size.ONE, 1),
                                    c.g.slice(c.table, 1, Size.of(2), Size.of(2), 1)),
                            1),
                    c -> c.g.slice(c.table, 1, Size.ONE, Size.of(3), 1)),
            becomes(
                    new FuseConcatOfSlices(),
                    c -> c.g.concat(
                            List.of(
                                    c.g.slice(c.table, 1, Size.ZERO, Size.ONE, 1),
                                    c.g.slice(c.table, 1, Size.ONE, Size.of(3), 1)),
                            1),
                    c -> c.table),
            keeps(
                    new FuseConcatOfSlices(),
                    c -> c.g.concat(
                            List.of(
                                    c.g.slice(c.table, 1, Size.of(2), Size.of(2), 1),
                                    c.g.slice(c.table, 1, Size.ZERO, Size.of(2), 1)),
                            1)),
            becomes(
                    new FuseSumOfPads(),
                    c -> c.g.add(c.g.pad(c.x, 1, Size.of(3), Size.ZERO, 0), c.g.pad(c.y, 1, Size.ZERO, Size.of(3), 0)),
                    c -> c.g.concat(List.of(c.y, c.x), 1)),
            becomes(
                    new FuseSumOfPads(),
                    c -> c.g.add(c.g.pad(c.x, 1, Size.ONE, Size.of(4), 0), c.g.pad(c.y, 1, Size.of(4), Size.ONE, 0)),
                    c -> c.g.pad(c.g.concat(List.of(c.x, c.y), 1), 1, Size.ONE, Size.ONE, 0)),
            keeps(
                    new FuseSumOfPads(),
                    c -> c.g.add(c.g.pad(c.x, 1, Size.of(2), Size.ZERO, 0), c.g.pad(c.y, 1, Size.ZERO, Size.of(2), 0))),
            keeps(
                    new FuseSumOfPads(),
                    c -> c.g.add(c.g.pad(c.x, 1, Size.of(3), Size.ZERO, 1), c.g.pad(c.y, 1, Size.ZERO, Size.of(3), 0))),
            becomes(
                    new PullBroadcast(),
                    c -> c.g.exp(c.g.broadcast(c.row, c.x.shape())),
                    c -> c.g.broadcast(c.g.exp(c.row), c.x.shape())),
            becomes(
                    new PullBroadcast(),
                    c -> c.g.add(c.g.broadcast(c.row, c.x.shape()), c.x),
                    c -> c.g.add(c.row, c.x)),
            becomes(
                    new PullBroadcast(),
                    c -> c.g.add(c.g.broadcast(c.row, c.x.shape()), c.column),
                    c -> c.g.add(c.row, c.column)),
            keeps(new PullBroadcast(), c -> c.g.add(c.row, c.x)),
            keeps(new PullBroadcast(), c -> c.g.add(new Pin(c.g.broadcast(c.row, c.x.shape()), 0))),
            becomes(new DropUnitReshape(), c -> c.g.add(c.x, c.g.reshape(c.s, Shape.of(1, 1))), c -> c.g.add(c.x, c.s)),
            becomes(
                    new DropUnitReshape(),
                    c -> c.g.add(c.x, c.g.reshape(c.column, Shape.of(1, 3))),
                    c -> c.g.add(c.x, c.column)),
            keeps(new DropUnitReshape(), c -> c.g.add(c.x, c.g.reshape(c.vector, c.row.shape()))),
            keeps(new DropUnitReshape(), c -> c.g.add(c.column, c.g.reshape(c.column, Shape.of(1, 3)))),
            becomes(
                    new PullReshape(),
                    c -> c.g.exp(c.g.reshape(c.row, c.vector.shape())),
                    c -> c.g.reshape(c.g.exp(c.row), c.vector.shape())),
            becomes(
                    new PullReshape(),
                    c -> c.g.add(
                            c.g.reshape(c.x, Shape.of(Sample.N.times(3))),
                            c.g.reshape(c.y, Shape.of(Sample.N.times(3)))),
                    c -> c.g.reshape(c.g.add(c.x, c.y), Shape.of(Sample.N.times(3)))),
            keeps(new PullReshape(), c -> c.g.exp(c.g.reshape(c.x, Shape.of(Sample.N.times(3))))),
            keeps(new PullReshape(), c -> c.g.add(c.g.reshape(c.row, c.vector.shape()), c.vector)),
            becomes(
                    new PullReshapeOutOfReduce(),
                    c -> c.g.sum(c.g.reshape(c.row, c.vector.shape()), List.of(0)),
                    c -> c.g.reshape(c.g.sum(c.row, List.of(0)), Shape.of(1))),
            becomes(
                    new PullReshapeOutOfReduce(),
                    c -> c.g.reduce(
                            Combine.MAXIMUM, c.g.reshape(c.x, Shape.of(Sample.N, Size.ONE, Size.of(3))), List.of(1, 2)),
                    c -> c.g.reshape(
                            c.g.reduce(Combine.MAXIMUM, c.x, List.of(1)), Shape.of(Sample.N, Size.ONE, Size.ONE))),
            keeps(
                    new PullReshapeOutOfReduce(),
                    c -> c.g.sum(c.g.reshape(c.x, Shape.of(Sample.N.times(3))), List.of(0))),
            becomes(new RemoveStopGradient(), c -> c.g.stopGradient(c.x), c -> c.x),
            keeps(new RemoveStopGradient(), c -> c.g.add(new Pin(c.x, 0))));
}
