package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.op.Reduce;
import dev.leibniz.compiler.source.Problem;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Declaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What only networks may do. An optimizer's rule is for parameters of every shape, so it can neither ask for axes and sizes nor change them. */
final class OptimizerLimits {
    private static final Set<String> REDUCTIONS =
            Set.of("sum", "prod", "mean", "var", "max", "min", "norm", "logsumexp");
    private static final Set<String> OTHERS = Set.of("grad", "identity", "checkpoint");

    private static final String HELP =
            "use what treats all elements alike: arithmetic, functions of single elements, `sum`, `mean`, `max`, `norm` of a whole tensor";

    private final Reporter reporter;
    private final boolean optimizer;

    private OptimizerLimits(Reporter reporter, boolean optimizer) {
        this.reporter = reporter;
        this.optimizer = optimizer;
    }

    static OptimizerLimits none(Reporter reporter) {
        return new OptimizerLimits(reporter, false);
    }

    static OptimizerLimits ofOptimizer(Reporter reporter) {
        return new OptimizerLimits(reporter, true);
    }

    /** Whether what is elaborated is the rule of an optimizer. */
    boolean apply() {
        return optimizer;
    }

    /** Reports an operation if it must know axes or sizes. Draws have a mistake of their own. */
    void requireAllowed(Builtin builtin, Span at) {
        String name = builtin.name();
        boolean allowed = REDUCTIONS.contains(name)
                || OTHERS.contains(name)
                || ElementwiseBuiltins.ALL.contains(builtin)
                || RandomBuiltins.ALL.contains(builtin)
                || Fillings.ALL.contains(builtin);
        if (!allowed) {
            requireNetwork("`" + name + "`", at);
        }
    }

    /** Reports an {@code axis} argument. */
    void requireNoAxis(Call call, Operand axis) {
        if (optimizer) {
            throw reporter.fail(new StructureProblems.ShapedOptimizer(
                    axis.span().isNone() ? call.at() : axis.span(),
                    "the `axis` of `" + call.name() + "`",
                    "without `axis`, `" + call.name() + "` takes all elements"));
        }
    }

    /** Reports a derivative that takes more than a loop over the elements: that of a product needs, for each, the product of all others. */
    void requireDerivative(Call call, Value y) {
        if (optimizer
                && call.g().graph().reachable(List.of(y)).stream()
                        .anyMatch(
                                value -> value.op() instanceof Reduce reduce && reduce.combine() == Combine.PRODUCT)) {
            requireNetwork("`grad` of `prod`", call.at());
        }
    }

    /** Reports something that depends on axes. */
    void requireNetwork(String what, Span at) {
        if (optimizer) {
            throw reporter.fail(new StructureProblems.ShapedOptimizer(at, what, HELP));
        }
    }

    /** The mistake of a function whose argument has named axes, such as {@code x: float[..., K]}. */
    Optional<Problem> namedAxes(String callee, Declaration.Formal formal, Span at) {
        return optimizer
                ? Optional.of(new StructureProblems.ShapedOptimizer(
                        at,
                        "`" + callee + "`, whose argument is declared as `"
                                + formal.span().text() + "`",
                        HELP))
                : Optional.empty();
    }

    /** Reports a loop at run time: a rule is one loop over the elements. What stands in it is looked at all the same. */
    void reportScan(Span at) {
        if (optimizer) {
            reporter.report(new StructureProblems.Misplaced(
                    at, "scan", "in an optimizer", List.of("`for` repeats when compiled")));
        }
    }
}
