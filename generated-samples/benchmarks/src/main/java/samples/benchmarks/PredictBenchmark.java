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

/** A prediction for one row, into arrays of the caller's. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PredictBenchmark {
    private final float[] xTiny = Data.normal(4);
    private final float[] pTiny = new float[3];
    private final Tiny netTiny = Tiny.initialise(1);
    private final Tiny.Workspace workspaceTiny = netTiny.workspace(1);

    private final float[] xSmall = Data.normal(64);
    private final float[] pSmall = new float[10];
    private final Small netSmall = Small.initialise(1);
    private final Small.Workspace workspaceSmall = netSmall.workspace(1);

    private final float[] xMlp = Data.normal(784);
    private final float[] pMlp = new float[10];
    private final Mlp netMlp = Mlp.initialise(1);
    private final Mlp.Workspace workspaceMlp = netMlp.workspace(1);

    private final float[] xMlpWide = Data.normal(784);
    private final float[] pMlpWide = new float[10];
    private final MlpWide netMlpWide = MlpWide.initialise(1);
    private final MlpWide.Workspace workspaceMlpWide = netMlpWide.workspace(1);

    /** The probabilities of 3 classes. */
    @Benchmark
    public float[] tiny() {
        netTiny.predict(xTiny, pTiny, workspaceTiny);
        return pTiny;
    }

    /** The probabilities of 10 classes. */
    @Benchmark
    public float[] small() {
        netSmall.predict(xSmall, pSmall, workspaceSmall);
        return pSmall;
    }

    /** The probabilities of 10 classes. */
    @Benchmark
    public float[] mlp() {
        netMlp.predict(xMlp, pMlp, workspaceMlp);
        return pMlp;
    }

    /** The probabilities of 10 classes. */
    @Benchmark
    public float[] mlpWide() {
        netMlpWide.predict(xMlpWide, pMlpWide, workspaceMlpWide);
        return pMlpWide;
    }
}
