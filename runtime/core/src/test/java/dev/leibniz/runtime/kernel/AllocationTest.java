package dev.leibniz.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class AllocationTest {
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private record Case(String name, Runnable work) {}

    private final float[] x = new float[4096];
    private final float[] y = new float[4096];
    private final float[] scratch = new float[VectorMatMul.scratchLength(40, 40, 40) + 5000];

    @TestFactory
    List<DynamicTest> nothingIsAllocatedOnceTheJitHasCompiled() {
        List<Case> cases = List.of(
                new Case("exp", () -> VectorFunctions.exp(x, 0, 999)),
                new Case("expm1", () -> VectorFunctions.expm1(x, 0, 999)),
                new Case("log", () -> VectorFunctions.log(x, 0, 999)),
                new Case("log1p", () -> VectorFunctions.log1p(x, 0, 999)),
                new Case("tanh", () -> VectorFunctions.tanh(x, 0, 2048, 999)),
                new Case("sigmoid", () -> VectorFunctions.sigmoid(x, 0, 2048, 999)),
                new Case("erf", () -> VectorFunctions.erf(x, 0, 2048, 999)),
                new Case("sin", () -> VectorFunctions.sin(x, 0, 999)),
                new Case("cos", () -> VectorFunctions.cos(x, 0, 999)),
                new Case("cos of large numbers", this::cosOfLarge),
                new Case("pow", () -> VectorFunctions.pow(x, 0, 1024, 999)),
                new Case("vector product", this::vectorProduct),
                new Case("vector product by a transposed matrix", this::transposedProduct),
                new Case("one row", this::oneRow),
                new Case("one column", this::oneColumn),
                new Case("plain product", this::plainProduct));
        return cases.stream()
                .map(each -> DynamicTest.dynamicTest(each.name, () -> assertAllocatesNothing(each.work)))
                .toList();
    }

    /** Compilation takes its time on a busy machine, so rounds go on until one allocates nothing. */
    private static void assertAllocatesNothing(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long end = System.nanoTime() + PATIENCE_NANOS;
        long allocated;
        do {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < 100; i++) {
                work.run();
            }
            allocated = threads.getThreadAllocatedBytes(thread) - before;
        } while (allocated > 0 && System.nanoTime() < end);
        assertThat(allocated).isZero();
    }

    private void cosOfLarge() {
        Arrays.fill(x, 1e10f);
        VectorFunctions.cos(x, 0, 999);
    }

    private void vectorProduct() {
        VectorMatMul.multiply(40, 40, 40, x, 0, 40, 1, x, 0, 40, 1, y, 0, 40, true, scratch, 0);
    }

    private void transposedProduct() {
        VectorMatMul.multiply(37, 33, 40, x, 0, 1, 40, x, 0, 1, 40, y, 0, 40, false, scratch, 0);
    }

    private void oneRow() {
        VectorMatMul.multiply(1, 50, 60, x, 0, 60, 1, x, 0, 50, 1, y, 0, 50, true, scratch, 0);
    }

    private void oneColumn() {
        VectorMatMul.multiply(50, 1, 60, x, 0, 60, 1, x, 0, 1, 1, y, 0, 1, true, scratch, 0);
    }

    private void plainProduct() {
        PlainMatMul.multiply(40, 40, 40, x, 0, 40, 1, x, 0, 40, 1, y, 0, 40, true, scratch, 0);
    }
}
