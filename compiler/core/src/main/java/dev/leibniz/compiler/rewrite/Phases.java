package dev.leibniz.compiler.rewrite;

import java.util.ArrayList;
import java.util.List;

/** Which rules run in which phase. Of rules that apply to the same value the first wins, so folding stands first. */
final class Phases {
    private Phases() {}

    /** Constants and identity operands; part of every phase. */
    static final List<Rule> IDENTITIES = List.of(
            new FoldConstants(),
            new RemoveZeroTerm(),
            new RemoveUnitFactor(),
            new FoldMinusOne(),
            new FoldPowerOfZeroExponent(),
            new FoldNegatedPower(),
            new FoldDoubling(),
            new FoldLogic(),
            new FoldSelect(),
            new FlipSelect(),
            new CollapseSelects(),
            new FuseNegatedComparison(),
            new CollapseNegations());

    /** Views next to views, and out of the way of what they hide; part of every phase. */
    static final List<Rule> VIEWS = List.of(
            new CollapseReshapes(),
            new CollapsePermutes(),
            new FoldPermuteOfUnitAxes(),
            new CollapseBroadcasts(),
            new CollapseViewOfUniform(),
            new CollapseSlices(),
            new FoldSliceOfConcat(),
            new FoldSliceOfPad(),
            new CollapseConcats(),
            new FuseConcatOfSlices(),
            new FuseSumOfPads(),
            new PullBroadcast(),
            new DropUnitReshape(),
            new PullReshape(),
            new PullReshapeOutOfReduce());

    /** Minus signs move towards the roots, until a sum takes them in. */
    static final List<Rule> SIGNS =
            List.of(new FuseNegatedTerm(), new PullSignOutOfSum(), new PullSignOutOfProduct(), new PullSignOutOfView());

    /** Zeros that nothing reaches. */
    static final List<Rule> SELECTS = List.of(new SinkFactorIntoSelect(), new FuseSumOfSelects());

    /** Reductions and contractions over as little as possible. */
    static final List<Rule> SUMS = List.of(
            new RemoveUnitReduction(),
            new FoldReductionOfBroadcast(),
            new FuseSumOfProduct(),
            new DropUnitLabels(),
            new DropBroadcastLabels(),
            new PullScalarOutOfContract(),
            new PushSumIntoContract(),
            new FusePermuteIntoContract(),
            new FusePermuteOfContract(),
            new DecomposeOuterProduct());

    /** Reductions of reductions are one, until the last phase takes them apart as it suits the code. */
    static final List<Rule> COLLAPSES = List.of(new CollapseReductions());

    /** Scalars move outwards and meet, products with a common factor become one. */
    static final List<Rule> FACTORS = List.of(
            new FuseScalarFactors(),
            new FuseReciprocal(),
            new FuseConstantTerms(),
            new PullScalarOutOfProduct(),
            new PullFactorOutOfSum(),
            new PullCommonFactor(),
            new FuseSigmoidError());

    /** Forms that keep their digits where the written one overflows or cancels. */
    static List<Rule> stable(Ranges ranges) {
        return List.of(
                new CollapseLogOfExp(),
                new StabiliseLogOfSoftmax(),
                new StabiliseLogOfPicked(ranges),
                new StabiliseLogSumExp(),
                new PushLogInwards(),
                new CollapseShiftOfLogSumExp(),
                new StabiliseSoftmax(),
                new StabiliseQuotientOfExps(),
                new CollapseShiftOfSoftmax(),
                new StabiliseExpOfLogSoftmax(),
                new StabiliseSoftplus(),
                new StabiliseLogOfSigmoid(),
                new StabiliseLogAddExp(),
                new StabiliseLog1p(),
                new StabiliseExpm1(),
                new StabiliseLog1mExp(),
                new StabiliseTanh(),
                new StabiliseSigmoid(),
                new StabiliseBinaryCrossEntropy(),
                new StabiliseRootOfSquare(),
                new StabiliseNorm(),
                new StabiliseNormalised(),
                new StabiliseVariance(),
                new FoldSumOfOneHot(ranges));
    }

    /** What later stages have no word for, or what costs less in another form. */
    static List<Rule> special(Ranges ranges) {
        return List.of(
                new DecomposeComposite(),
                new PushTermIntoShift(),
                new DecomposeReduction(),
                new DecomposeContractWithOneHot(ranges),
                new DecomposeProductWithOneHot(),
                new DecomposeReluGate(),
                new DecomposeOverlapAdd(),
                new FuseSumOfPicked(),
                new DecomposePower(),
                new DecomposeDivisionByPowerOfTwo(),
                new DecomposeDivisionBySize(),
                new DecomposeDivisionByRow(),
                new AbsorbSign());
    }

    /** Of the primal only: in derivatives 1 − σ costs nothing more, its other form another exponential. */
    static final List<Rule> PRIMAL = List.of(new StabiliseOneMinusSigmoid());

    /** In which order matrices are multiplied: of the primal, so that derivatives take it over, and at last of what only derivatives multiply. */
    static final List<Rule> ORDERS = List.of(new DecomposeContract(), new ReorderContracts());

    /** Once derivatives have been taken. */
    static final List<Rule> DERIVED = List.of(new RemoveStopGradient());

    /** Off unless asked for by name. */
    static final List<Rule> UNSAFE = List.of(new FoldMultiplyByZero(), new FoldSelfQuotient());

    @SafeVarargs
    static List<Rule> all(List<Rule>... lists) {
        List<Rule> all = new ArrayList<>();
        for (List<Rule> list : lists) {
            all.addAll(list);
        }
        return List.copyOf(all);
    }
}
