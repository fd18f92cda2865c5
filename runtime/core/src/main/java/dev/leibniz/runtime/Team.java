package dev.leibniz.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The threads that run the passes of one workspace together: each runs the whole pass with a {@link Share} of its own, and they
 * wait for each other where a kernel reads what others have written. Which rows a thread computes shows in no bit of the
 * result. Belongs to one caller at a time.
 */
public final class Team {
    /** A pass that threads run together. */
    public interface Pass {
        /** Runs it once a share, at the same time. */
        void run(Share share);
    }

    /** Passes of so many times the least work are worth waking threads that sleep. */
    private static final double WORTH_WAKING = 20;

    /** Some tens of microseconds, in which most kernels end. */
    private static final int SPINS = 4_000;

    /** Some milliseconds: to be woken may take longer than a kernel, and would make the others wait in their turn. */
    private static final int YIELDS = 4_000;

    /** Thrown in threads that wait for one that has failed. */
    private static final class Abandoned extends Error {
        private static final long serialVersionUID = 1;

        Abandoned() {
            super(null, null, false, false);
        }
    }

    private static final Abandoned ABANDONED = new Abandoned();

    private final Workers workers;
    private final Share[] shares;
    private final Workers.Job job = this::run;
    private final AtomicInteger arrived = new AtomicInteger();
    private volatile int phase;
    private volatile boolean failed;
    private @Nullable Pass pass;

    /** The caller's thread and those of {@code workers}, which may serve other teams too. */
    public Team(Workers workers) {
        this.workers = workers;
        this.shares = new Share[workers.threads()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = shares.length == 1 ? Share.WHOLE : new Share(this, i, shares.length);
        }
    }

    /** Whether a pass of so many floating-point operations is worth more than the caller's own thread, now. */
    public boolean shares(double work) {
        double least = workers.leastWork();
        return shares.length > 1 && work >= least && (work >= WORTH_WAKING * least || workers.areAwake());
    }

    /**
     * Runs a pass and returns when all threads are done. If other callers keep the workers busy, the caller runs it alone.
     *
     * @throws RuntimeException or {@link Error}: that of the lowest share that has thrown one
     */
    public void run(Pass what) {
        pass = what;
        failed = false;
        arrived.set(0);
        try {
            workers.run(job, 0, shares.length, 1);
        } finally {
            pass = null;
        }
    }

    private void run(int task, int from, int to) {
        Pass what = pass;
        if (what == null) {
            throw new IllegalStateException("no pass to run");
        }
        if (to - from == shares.length) {
            what.run(Share.WHOLE);
            return;
        }
        try {
            what.run(shares[from]);
        } catch (Abandoned e) {
            // The share that failed says why.
        } catch (RuntimeException | Error e) {
            failed = true;
            wakeAll();
            throw e;
        }
    }

    void await(Share share) {
        int current = phase;
        if (failed) {
            throw ABANDONED;
        }
        if (arrived.incrementAndGet() == shares.length) {
            arrived.set(0);
            phase = current + 1;
            wakeAll();
            return;
        }
        for (int turn = 0; phase == current; turn++) {
            if (failed) {
                throw ABANDONED;
            }
            if (turn < SPINS) {
                Thread.onSpinWait();
                continue;
            }
            if (turn < SPINS + YIELDS) {
                Thread.yield();
                continue;
            }
            share.park();
            if (phase == current && !failed) {
                LockSupport.park(this);
            }
            share.unparked();
        }
    }

    private void wakeAll() {
        for (Share share : shares) {
            share.unpark();
        }
    }
}
