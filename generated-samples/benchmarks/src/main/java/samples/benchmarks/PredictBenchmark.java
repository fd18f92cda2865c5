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

/** A prediction for one row, into arrays of the caller's; in the mode {@code sample} with the tail of its distribution. */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PredictBenchmark {
    private static final int[] ONE_ROW = {1};

    /** The yardstick. */
    @Param({"Tiny", "Small", "Mlp", "MlpWide", "LeNet", "ResNet", "Gpt", "Lstm"})
    public String network = "";

    private Model model = Yardstick.of("Tiny").model();
    private Object[] inputs = {};
    private Object[] outputs = {};

    /** Makes the network and its row. */
    @Setup
    public void setup() {
        Yardstick yardstick = Yardstick.of(network);
        model = yardstick.model();
        inputs = yardstick.rowInputs();
        outputs = yardstick.rowOutputs();
    }

    /** One row. */
    @Benchmark
    public Object[] predict() {
        model.predict(inputs, ONE_ROW, outputs);
        return outputs;
    }
}
