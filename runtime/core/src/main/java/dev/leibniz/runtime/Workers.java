package dev.leibniz.runtime;

/**
 * A fixed number of threads among which the rows of a job are split. The borders depend on nothing but the number of
 * rows, so equal calls do equal work whichever thread is late. Calls from several threads at once are safe: whoever finds
 * the threads busy does its whole job itself.
 */
public final class Workers {
    /** What is done to a range of rows. */
    @FunctionalInterface
    public interface Job {
        /**
         * Does part of the work; called at the same time for several ranges, whose union is all rows.
         *
         * @param task the number that was given to {@link Workers#run}: which of the things that this job can do
         * @param from the first row
         * @param to the row behind the last one
         */
        void run(int task, int from, int to);
    }

    /** Some twenty microseconds of work. */
    private static final long LEAST_WORK = 1_000_000;

    private static final Workers SINGLE = new Workers(1, LEAST_WORK);

    private final int threads;
    private final long leastWork;
    private final WorkerCrew crew;

    private Workers(int threads, long leastWork) {
        this.threads = threads;
        this.leastWork = leastWork;
        this.crew = new WorkerCrew(threads - 1);
    }

    /** The calling thread and no other. */
    public static Workers single() {
        return SINGLE;
    }

    /**
     * The calling thread and {@code threads} − 1 daemon threads, which start with the first call that needs them and end
     * after {@link #shutdown()} or when nothing refers to this object any more.
     *
     * @throws IllegalArgumentException if {@code threads} is less than 1
     */
    public static Workers of(int threads) {
        return of(threads, LEAST_WORK);
    }

    /**
     * The same with another border between what is worth several threads and what is not.
     *
     * @param leastWork passes of fewer floating-point operations are run by the calling thread alone, and those of fewer than 20
     *     times as many if the others would have to be woken
     */
    public static Workers of(int threads, long leastWork) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", must be at least 1");
        }
        return threads == 1 ? SINGLE : new Workers(threads, leastWork);
    }

    /** Passes of fewer floating-point operations are run by the calling thread alone. */
    long leastWork() {
        return leastWork;
    }

    public int threads() {
        return threads;
    }

    /**
     * How many rows each range of such a call has, the last one perhaps fewer: a multiple of {@code grain}. The range that
     * begins at row {@code from} is number {@code from / rangeLength(rows, grain)}, which is less than {@link #threads()},
     * so jobs that need scratch memory can give each range its own.
     */
    public int rangeLength(int rows, int grain) {
        int grains = (int) (((long) rows + grain - 1) / grain);
        return Math.max(1, (grains + threads - 1) / threads) * grain;
    }

    /**
     * Runs the job on all rows [0, {@code rows}) and returns when all are done. Rows up to one {@code grain} are run by the
     * caller itself, so a grain should be worth waking a thread: some ten microseconds.
     *
     * @param grain the borders between ranges are multiples of it, at least 1
     * @throws RuntimeException or {@link Error}: the one that the job threw in the lowest range
     */
    public void run(Job job, int task, int rows, int grain) {
        int length = rangeLength(rows, grain);
        if (length >= rows || !crew.tryRun(this, job, task, rows, length)) {
            if (rows > 0) {
                job.run(task, 0, rows);
            }
        }
    }

    /**
     * Whether the threads would begin at once. Those that sleep are woken, so that soon they do: a caller that has little to
     * share goes ahead alone, and finds them awake at its next call if that comes within some tens of microseconds.
     */
    public boolean areAwake() {
        return crew.rouse(this);
    }

    /** Ends the threads; later calls run on the calling thread alone. */
    public void shutdown() {
        crew.shutdown();
    }
}
