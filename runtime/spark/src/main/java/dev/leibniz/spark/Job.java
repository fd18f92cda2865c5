package dev.leibniz.spark;

import dev.leibniz.training.TrainingException;
import dev.leibniz.training.data.DataException;
import java.util.function.Supplier;

/** A job of Spark. What is wrong with the rows that it makes is told in the one sentence that an executor found, not as a failure of all stages. */
final class Job {
    private Job() {}

    /**
     * Runs a job.
     *
     * @throws TrainingException if it failed by a {@link DataException}; the cause is what Spark has thrown
     */
    static <T> T run(Supplier<T> job) {
        try {
            return job.get();
        } catch (Exception e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof DataException) {
                    throw new TrainingException(cause.getMessage(), e);
                }
            }
            throw e;
        }
    }
}
