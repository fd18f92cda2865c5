package dev.leibniz.compiler.randomprogram;

import dev.leibniz.compiler.ir.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Expressions of a draft, no deeper than said.
 *
 * @param depth how many productions may still stand in each other
 */
record Expressions(Draft draft, int depth) {
    private static final int TRIALS = 6;

    private static final List<Production> FLOATS = floats();

    private static List<Production> floats() {
        List<Production> all = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            all.addAll(ElementwiseProductions.ALL);
        }
        all.addAll(IdiomProductions.ALL);
        all.addAll(ReductionProductions.ALL);
        all.addAll(ViewProductions.ALL);
        all.addAll(ContractionProductions.ALL);
        all.addAll(LayerProductions.ALL);
        return List.copyOf(all);
    }

    /** One level deeper. */
    Expr of(Type want) {
        return new Expressions(draft, depth - 1).draw(want);
    }

    Expr draw(Type want) {
        draft.count();
        if (depth <= 0 || !draft.mayGrow()) {
            return new Leaves(draft).leaf(want);
        }
        List<Production> productions = draft.pure
                ? ElementwiseProductions.ALL
                : want.dtype() == DType.BOOL
                        ? LogicProductions.BOOLS
                        : want.dtype() == DType.INT ? LogicProductions.INTS : FLOATS;
        for (int trial = 0; trial < TRIALS; trial++) {
            Optional<Expr> made = draft.one(productions).make(want, this);
            if (made.isPresent()) {
                return made.get();
            }
        }
        return new Leaves(draft).leaf(want);
    }
}
