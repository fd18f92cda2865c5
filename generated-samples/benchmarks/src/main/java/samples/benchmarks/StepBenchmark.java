package samples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A training step: forward, backward and plain SGD. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StepBenchmark {
    private final float[] xTiny = Data.normal(16 * 4);
    private final int[] yTiny = Data.labels(16, 3);
    private final Tiny netTiny = Tiny.initialise(1);
    private final Tiny.Trainer trainerTiny = netTiny.trainer(16);

    private final float[] xSmall = Data.normal(32 * 64);
    private final int[] ySmall = Data.labels(32, 10);
    private final Small netSmall = Small.initialise(1);
    private final Small.Trainer trainerSmall = netSmall.trainer(32);

    private final float[] xMlp = Data.normal(128 * 784);
    private final int[] yMlp = Data.labels(128, 10);
    private final Mlp netMlp = Mlp.initialise(1);
    private final Mlp.Trainer trainerMlp = netMlp.trainer(128);

    private final float[] xMlpWide = Data.normal(256 * 784);
    private final int[] yMlpWide = Data.labels(256, 10);
    private final MlpWide netMlpWide = MlpWide.initialise(1);
    private final MlpWide.Trainer trainerMlpWide = netMlpWide.trainer(256);

    /** 16 rows. */
    @Benchmark
    public float tiny() {
        return trainerTiny.step(xTiny, yTiny);
    }

    /** 32 rows. */
    @Benchmark
    public float small() {
        return trainerSmall.step(xSmall, ySmall);
    }

    /** 128 rows. */
    @Benchmark
    public float mlp() {
        return trainerMlp.step(xMlp, yMlp);
    }

    /** 256 rows. */
    @Benchmark
    public float mlpWide() {
        return trainerMlpWide.step(xMlpWide, yMlpWide);
    }
}
