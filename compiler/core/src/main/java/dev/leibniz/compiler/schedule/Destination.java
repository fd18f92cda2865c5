package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Place;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;

/**
 * Where a value is written, and whether it is added to what is there.
 *
 * @param origin where in the buffer its first element goes
 */
record Destination(Buffer buffer, boolean adds, Index origin) {
    Destination(Buffer buffer, boolean adds) {
        this(buffer, adds, Index.ZERO);
    }

    /** Whether the buffer holds just the value afterwards. */
    boolean isWhole() {
        return !adds && origin.equals(Index.ZERO);
    }

    Place place() {
        return new Place(buffer, origin);
    }

    /** The place of an element. */
    Index at(Index element) {
        return origin.plus(element);
    }

    Statement store(Index element, Scalar value) {
        Index at = at(element);
        return adds
                ? new Statement.StoreCombined(buffer, at, Combine.SUM, value)
                : new Statement.Store(buffer, at, value);
    }
}
