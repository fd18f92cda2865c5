package dev.leibniz.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.leibniz.runtime.Model;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllocationTest {
    /** How long to wait for the JIT on a busy machine. */
    private static final long PATIENCE_NANOS = 150_000_000_000L;

    static List<Programs.Case> programs() {
        return Programs.all().stream()
                .filter(program -> program.text().contains("train "))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void stepsAndPredictionsAllocateNothingOnPlainKernels(Programs.Case program) throws Exception {
        isZero(Generated.plain(program.text()).model(1), program);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void stepsAndPredictionsAllocateNothingOnVectors(Programs.Case program) throws Exception {
        isZero(Generated.of(program.text()).model(1), program);
    }

    /** Short rows and rows of several vectors. */
    private static void isZero(Model model, Programs.Case program) {
        for (int[] sizes : new int[][] {{9, 5}, {3, 41}}) {
            assertThat(allocated(model, Arrays.copyOf(sizes, model.sizes().size())))
                    .as("%s of %s", program.name(), Arrays.toString(sizes))
                    .isLessThan(100);
        }
    }

    /** Bytes that a hundred steps and predictions allocate, once the JIT has compiled them. */
    private static long allocated(Model model, int[] sizes) {
        Batch batch = Batch.of(model, sizes);
        Object[] inputs = batch.predicting(model);
        Object[] outputs = batch.outputs(model);
        Model.Training training = model.training(sizes);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = Long.MAX_VALUE;
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (bytes >= 100 && System.nanoTime() < end) {
            for (int i = 0; i < 1000; i++) {
                training.step(batch.inputs(), sizes);
                model.predict(inputs, sizes, outputs);
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 100; i++) {
                training.step(batch.inputs(), sizes);
                model.predict(inputs, sizes, outputs);
            }
            bytes = threads.getCurrentThreadAllocatedBytes() - before;
        }
        return bytes;
    }
}
