package samples.digits;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import samples.digits.data.DigitsData;

/** Predicts one image after the other, so many times as its argument says, and prints what that left: bytes that it allocated, and the heap before and after. */
final class Soak {
    private static final int IMAGES = 16;
    /** Of all predictions together: when the JIT takes something back that it has compiled, some vectors are objects for a moment. */
    private static final long LEEWAY_BYTES = 4096;

    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Digits net = Digits.initialise(1);
    private final float[][] images = new float[IMAGES][];
    private final float[][] answers = new float[IMAGES][];
    private final float[] answer = new float[10];
    private final Digits.Workspace workspace = net.workspace(1);

    private Soak() {
        DigitsData data = DigitsData.load();
        for (int i = 0; i < IMAGES; i++) {
            images[i] = data.rows(i, i + 1).images();
            answers[i] = net.predict(images[i]);
        }
    }

    public static void main(String[] arguments) {
        long predictions = Long.parseLong(arguments[0]);
        Soak soak = new Soak();
        soak.warmUp();
        long heapBefore = heap();
        long allocated = soak.predict(predictions);
        long heapAfter = heap();
        System.out.printf(
                Locale.ROOT,
                "%d predictions, %d bytes allocated, heap %d bytes before and %d after%n",
                predictions,
                allocated,
                heapBefore,
                heapAfter);
        boolean isFlat = allocated <= LEEWAY_BYTES && heapAfter - heapBefore <= LEEWAY_BYTES;
        System.exit(isFlat ? 0 : 1);
    }

    /** Goes on until the JIT has compiled everything. */
    private void warmUp() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (predict(20_000) > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    /** The bytes that it allocates. */
    private long predict(long times) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (long i = 0; i < times; i++) {
            int image = (int) (i % IMAGES);
            net.predict(images[image], answer, workspace);
            if (!Arrays.equals(answer, answers[image])) {
                throw new IllegalStateException("prediction " + i + " has other bits than the first one");
            }
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    /** Bytes in use after garbage was collected. */
    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
