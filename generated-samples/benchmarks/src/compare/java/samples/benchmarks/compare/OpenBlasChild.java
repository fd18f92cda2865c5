package samples.benchmarks.compare;

import static org.bytedeco.openblas.global.openblas_full.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_full.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_full.CblasTrans;
import static org.bytedeco.openblas.global.openblas_full.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_full.openblas_get_config;
import static org.bytedeco.openblas.global.openblas_full.openblas_get_corename;
import static org.bytedeco.openblas.global.openblas_full.openblas_set_num_threads;

import org.bytedeco.javacpp.FloatPointer;
import samples.benchmarks.Yardstick;

/** Measures the matrix products of OpenBLAS, on memory of its own. */
final class OpenBlasChild {
    private final Task task;
    private final FloatPointer a;
    private final FloatPointer b;
    private final FloatPointer c;

    private OpenBlasChild(Task task) {
        this.task = task;
        int n = task.size();
        a = new FloatPointer(Yardstick.normal(n * n));
        b = new FloatPointer(Yardstick.normal(n * n));
        c = new FloatPointer((long) n * n);
    }

    /** A task. */
    public static void main(String[] arguments) {
        Task task = Task.of(arguments);
        openblas_set_num_threads(task.threads());
        switch (task.kind()) {
            case "probe" ->
                Report.about(openblas_get_config().getString() + ", core "
                        + openblas_get_corename().getString());
            case "product" -> new OpenBlasChild(task).products();
            default -> throw new IllegalArgumentException("no task is called " + task.kind());
        }
    }

    private void products() {
        measure("A·B", CblasNoTrans, CblasNoTrans);
        measure("A·Bᵀ", CblasNoTrans, CblasTrans);
        measure("Aᵀ·B", CblasTrans, CblasNoTrans);
    }

    private void measure(String what, int transposeA, int transposeB) {
        int n = task.size();
        Stopwatch.Action product =
                () -> cblas_sgemm(CblasRowMajor, transposeA, transposeB, n, n, n, 1, a, n, b, n, 0, c, n);
        Report.figure(task, what, new Stopwatch(task.seconds()).micros(product));
    }
}
