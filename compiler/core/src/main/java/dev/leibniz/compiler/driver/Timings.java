package dev.leibniz.compiler.driver;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How long the stages of a compilation took, in the order in which they first ran. Not for several threads. */
public final class Timings {
    private final Map<String, Duration> stages = new LinkedHashMap<>();

    /** Runs a stage; what it takes is added to what earlier runs of it took. */
    <T> T time(String stage, Supplier<T> run) {
        long start = System.nanoTime();
        try {
            return run.get();
        } finally {
            stages.merge(stage, Duration.ofNanos(System.nanoTime() - start), Duration::plus);
        }
    }

    public Map<String, Duration> stages() {
        return Collections.unmodifiableMap(stages);
    }

    public Duration total() {
        return stages.values().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
