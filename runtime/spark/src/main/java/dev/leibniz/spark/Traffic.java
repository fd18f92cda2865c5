package dev.leibniz.spark;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerBlockUpdated;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.storage.BlockUpdatedInfo;
import org.jspecify.annotations.Nullable;

/** Counts the bytes that Spark says it has moved: broadcasts, as executors keep them, results of tasks, and shuffles. */
final class Traffic extends SparkListener {
    private final AtomicLong broadcast = new AtomicLong();
    private final AtomicLong results = new AtomicLong();
    private final AtomicLong shuffled = new AtomicLong();

    @Override
    public void onBlockUpdated(SparkListenerBlockUpdated event) {
        BlockUpdatedInfo block = event.blockUpdatedInfo();
        if (block.blockId().isBroadcast()
                && block.storageLevel().isValid()
                && !block.blockManagerId().isDriver()) {
            broadcast.addAndGet(block.memSize() + block.diskSize());
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd event) {
        @Nullable TaskMetrics metrics = event.taskMetrics();
        if (metrics != null) {
            results.addAndGet(metrics.resultSize());
            shuffled.addAndGet(metrics.shuffleWriteMetrics().bytesWritten());
        }
    }

    /** What all executors together received of broadcasts, compressed as Spark sends them. */
    long broadcast() {
        return broadcast.get();
    }

    /** What tasks returned to the driver. */
    long results() {
        return results.get();
    }

    /** What executors sent each other. */
    long shuffled() {
        return shuffled.get();
    }
}
