package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;

/** Where a value is written, and whether it is added to what is there. */
record Destination(Buffer buffer, boolean adds) {
    Statement store(Index at, Scalar value) {
        return adds
                ? new Statement.StoreCombined(buffer, at, Combine.SUM, value)
                : new Statement.Store(buffer, at, value);
    }
}
