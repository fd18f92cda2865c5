package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Broadcast;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Permute;
import dev.leibniz.compiler.op.Reshape;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.op.ScanResult;
import dev.leibniz.compiler.op.SizeOf;
import dev.leibniz.compiler.op.Slice;
import dev.leibniz.compiler.op.StopGradient;
import dev.leibniz.compiler.op.Windows;
import java.util.Collection;

/** Counts operations that something has to be done for: each would be a kernel if nothing were fused. */
final class Operations {
    private Operations() {}

    /** Those that roots depend on, and those in the bodies of loops. */
    static int count(Graph graph, Collection<Value> roots) {
        int count = 0;
        for (Value value : graph.reachable(roots)) {
            if (value.op() instanceof Scan scan) {
                count += count(scan.body().graph(), scan.body().results());
            } else if (!Inlining.isOutside(value) && !isFree(value)) {
                count++;
            }
        }
        return count;
    }

    /** Numbers, results of loops, and views: other strides over the memory of an operand. */
    private static boolean isFree(Value value) {
        return value.op() instanceof Constant
                || value.op() instanceof SizeOf
                || value.op() instanceof ScanResult
                || value.op() instanceof Reshape
                || value.op() instanceof Permute
                || value.op() instanceof Slice
                || value.op() instanceof Broadcast
                || value.op() instanceof Windows
                || value.op() instanceof StopGradient;
    }
}
