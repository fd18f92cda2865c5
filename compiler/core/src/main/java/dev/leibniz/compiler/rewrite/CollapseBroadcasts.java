package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Broadcast;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Reshape;
import java.util.Optional;

/** {@code broadcast(broadcast(x)) → broadcast(x)}, {@code broadcast(reshape(x)) → broadcast(x)} where the reshape only adds or drops leading axes of size 1 (exact). */
final class CollapseBroadcasts implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Broadcast outer)) {
            return Optional.empty();
        } else if (outer.x().shape().equals(v.shape())) {
            return Optional.of(outer.x());
        } else if (outer.x().op() instanceof Broadcast inner) {
            return Optional.of(g.broadcast(inner.x(), v.shape()));
        }
        return outer.x().op() instanceof Reshape reshape
                        && Terms.sameButLeadingUnits(
                                reshape.x().shape(), outer.x().shape())
                        && reshape.x().shape().broadcastsTo(v.shape())
                ? Optional.of(g.broadcast(reshape.x(), v.shape()))
                : Optional.empty();
    }
}
