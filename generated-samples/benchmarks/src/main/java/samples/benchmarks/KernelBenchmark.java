package samples.benchmarks;

import dev.leibniz.runtime.kernel.PlainMatMul;
import dev.leibniz.runtime.kernel.VectorFunctions;
import dev.leibniz.runtime.kernel.VectorMatMul;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What generated code calls: products of square matrices, which take 2·size³ operations, and functions of size² numbers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmark {
    /** Rows and columns. */
    @Param({"64", "192", "480"})
    public int size;

    private final float[] a = Yardstick.normal(480 * 480);
    private final float[] b = Yardstick.normal(480 * 480);
    private final float[] c = new float[480 * 480];
    private final float[] scratch =
            new float[Math.max(VectorMatMul.scratchLength(480, 480, 480), PlainMatMul.scratchLength(480, 480, 480))];

    /** On SIMD vectors. */
    @Benchmark
    public float[] vectorProduct() {
        VectorMatMul.multiply(size, size, size, a, 0, size, 1, b, 0, size, 1, c, 0, size, false, scratch, 0);
        return c;
    }

    /** In plain Java. */
    @Benchmark
    public float[] plainProduct() {
        PlainMatMul.multiply(size, size, size, a, 0, size, 1, b, 0, size, 1, c, 0, size, false, scratch, 0);
        return c;
    }

    /** The exponential, on SIMD vectors, with the copy it needs. */
    @Benchmark
    public float[] vectorExp() {
        System.arraycopy(a, 0, c, 0, size * size);
        VectorFunctions.exp(c, 0, size * size);
        return c;
    }

    /** The hyperbolic tangent, on SIMD vectors, with the copy it needs. */
    @Benchmark
    public float[] vectorTanh() {
        int half = size * size / 2;
        System.arraycopy(a, 0, c, 0, half);
        VectorFunctions.tanh(c, 0, half, half);
        return c;
    }
}
