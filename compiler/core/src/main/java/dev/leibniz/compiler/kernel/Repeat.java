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

    /** {@code for t in 0..T}, as `.nn` has it; {@code T..0} of turns from the last to the first. */
    public String heading() {
        Size end = low.plus(count);
        return "for " + variable + " in " + (backwards ? end + ".." + low : low + ".." + end);
    }

    @Override
    public Size flops() {
        return body.stream().map(Step::flops).reduce(Size.ZERO, Size::plus).times(count);
    }
}
