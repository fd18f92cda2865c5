package samples.benchmarks;

import dev.leibniz.runtime.Model;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
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
    /** The yardstick. */
    @Param({"Tiny", "Small", "Mlp", "MlpWide", "LeNet", "ResNet", "Gpt", "Lstm"})
    public String network = "";

    private Model.Training training = Yardstick.of("Tiny").model().training(1);
    private Object[] inputs = {};
    private int[] sizes = {};

    /** Makes the network and its batch. */
    @Setup
    public void setup() {
        Yardstick yardstick = Yardstick.of(network);
        sizes = new int[] {yardstick.batch()};
        inputs = yardstick.batchInputs();
        training = yardstick.model().training(sizes);
    }

    /** One batch. */
    @Benchmark
    public double step() {
        return training.step(inputs, sizes);
    }
}
