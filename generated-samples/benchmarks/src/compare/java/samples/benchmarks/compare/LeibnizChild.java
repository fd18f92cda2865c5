package samples.benchmarks.compare;

import com.sun.management.ThreadMXBean;
import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.Workers;
import dev.leibniz.runtime.kernel.Simd;
import dev.leibniz.runtime.kernel.VectorMatMul;
import java.lang.management.ManagementFactory;
import samples.benchmarks.Yardstick;

/** Measures generated networks, and the runtime's matrix products. */
final class LeibnizChild {
    private static final int[] ONE_ROW = {1};

    private final Task task;
    private final Stopwatch stopwatch;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private LeibnizChild(Task task) {
        this.task = task;
        this.stopwatch = new Stopwatch(task.seconds());
    }

    /** A task. */
    public static void main(String[] arguments) {
        LeibnizChild child = new LeibnizChild(Task.of(arguments));
        switch (child.task.kind()) {
            case "probe" ->
                Report.about("Leibniz on " + System.getProperty("java.vm.name") + " " + Runtime.version() + ", "
                        + (Simd.available() ? "SIMD kernels" : "plain kernels"));
            case "step" -> child.step();
            case "predict" -> child.predict();
            case "product" -> child.products();
            default -> throw new IllegalArgumentException("no task is called " + child.task.kind());
        }
    }

    private Yardstick yardstick() {
        Yardstick yardstick = Yardstick.of(task.subject());
        yardstick.model().setWorkers(Workers.of(task.threads()));
        return yardstick;
    }

    private void step() {
        Yardstick yardstick = yardstick();
        Model model = yardstick.model();
        int[] sizes = {yardstick.batch()};
        Object[] inputs = yardstick.batchInputs();
        Model.Training training = model.training(sizes);
        Stopwatch.Action step = () -> training.step(inputs, sizes);
        Report.figure(task, "parameters", ((float[]) model.parameters()).length);
        Report.figure(task, "batch", yardstick.batch());
        Report.figure(task, "step", stopwatch.micros(step));
        Report.figure(task, "step bytes", Stopwatch.perCall(step, threads::getCurrentThreadAllocatedBytes));
        Report.resident(task);
    }

    private void predict() {
        Yardstick yardstick = yardstick();
        Model model = yardstick.model();
        Object[] inputs = yardstick.rowInputs();
        Object[] outputs = yardstick.rowOutputs();
        Stopwatch.Action predict = () -> model.predict(inputs, ONE_ROW, outputs);
        Report.figure(task, "predict", stopwatch.micros(predict));
        Report.figure(task, "predict bytes", Stopwatch.perCall(predict, threads::getCurrentThreadAllocatedBytes));
        Stopwatch.Latencies latencies = stopwatch.latencies(predict);
        Report.figure(task, "p50", latencies.quantile(0.5));
        Report.figure(task, "p99", latencies.quantile(0.99));
        Report.figure(task, "p99.9", latencies.quantile(0.999));
    }

    private void products() {
        int n = task.size();
        float[] a = Yardstick.normal(n * n);
        float[] b = Yardstick.normal(n * n);
        float[] c = new float[n * n];
        float[] scratch = new float[VectorMatMul.scratchLength(n, n, n)];
        Report.figure(
                task,
                "A·B",
                stopwatch.micros(
                        () -> VectorMatMul.multiply(n, n, n, a, 0, n, 1, b, 0, n, 1, c, 0, n, false, scratch, 0)));
        Report.figure(
                task,
                "A·Bᵀ",
                stopwatch.micros(
                        () -> VectorMatMul.multiply(n, n, n, a, 0, n, 1, b, 0, 1, n, c, 0, n, false, scratch, 0)));
        Report.figure(
                task,
                "Aᵀ·B",
                stopwatch.micros(
                        () -> VectorMatMul.multiply(n, n, n, a, 0, 1, n, b, 0, n, 1, c, 0, n, false, scratch, 0)));
    }
}
