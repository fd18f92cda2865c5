package dev.leibniz.compiler.kernel;

import dev.leibniz.compiler.ir.Size;
import java.util.List;

/**
 * Steps run once for each value of a variable, {@code low, low + 1, …} or the same from the last to the first. Within them the variable takes part in sizes as free
 * sizes do.
 */
public record Repeat(String variable, Size low, Size count, boolean backwards, List<Step> body) implements Step {
    public Repeat {
        body = List.copyOf(body);
    }

    @Override
    public Size flops() {
        return body.stream().map(Step::flops).reduce(Size.ZERO, Size::plus).times(count);
    }
}
