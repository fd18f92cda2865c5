package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Contract;
import dev.leibniz.compiler.op.OverlapAdd;
import dev.leibniz.compiler.op.Window;
import java.util.Optional;

/** {@code overlap_add(x) → join_tiles(x)} where windows tile (stable: −0 stays, of which a sum makes 0). Products of matrices are added up where they are computed. */
final class DecomposeOverlapAdd implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof OverlapAdd overlap) || overlap.x().op() instanceof Contract) {
            return Optional.empty();
        }
        boolean tile = overlap.windows().stream().allMatch(Window::tiles);
        return tile ? Optional.of(g.joinTiles(overlap.x(), overlap.windows())) : Optional.empty();
    }
}
