package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Contract;
import dev.leibniz.compiler.op.OverlapAdd;
import dev.leibniz.compiler.op.Window;
import java.util.Optional;

/** {@code overlap_add(x) → join_tiles(x)} where windows tile (exact). Products of matrices are added up where they are computed. */
final class DecomposeOverlapAdd implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        boolean tiles = v.op() instanceof OverlapAdd overlap
                && overlap.windows().stream().allMatch(Window::tiles)
                && !(overlap.x().op() instanceof Contract);
        return tiles
                ? Optional.of(g.joinTiles(((OverlapAdd) v.op()).x(), ((OverlapAdd) v.op()).windows()))
                : Optional.empty();
    }
}
