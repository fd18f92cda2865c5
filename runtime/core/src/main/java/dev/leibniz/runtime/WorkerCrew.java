package dev.leibniz.runtime;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one {@link Workers} and the call that they serve. Threads refer to the crew and only weakly to its owner,
 * so that an owner nobody needs any more is collected and its threads end.
 *
 * <p>The caller writes what is to be done into the crew, then raises the {@code turn} of each member that takes part; these
 * volatile writes publish the rest. Nothing is written again until each of them has counted {@code pending} down. Both
 * sides spin for some microseconds before they park: the kernels of a training step follow each other closer than that.
 */
final class WorkerCrew {
    /** Some tens of microseconds; none to speak of where a waiting thread would keep a working one from its core. */
    private static final int SPINS = 4_000;

    private static final int SPINS_IF_CROWDED = 50;
    private static final long LONGEST_PARK_NANOS = 200_000_000L;

    private final Member[] members;
    private final ThreadFactory factory;
    private final int spinLimit;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicInteger pending = new AtomicInteger();
    private volatile boolean callerParked;

    /** Someone wants the threads to end; the one who then holds {@code busy} keeps it and sets {@code stopped}. */
    private volatile boolean ended;

    private volatile boolean stopped;

    private @Nullable Thread caller;
    private Workers.@Nullable Job job;
    private int task;
    private int rows;
    private int length;
    private boolean started;

    WorkerCrew(int count) {
        this(count, loop -> new Thread(null, loop, "", 0, false));
    }

    /** @param factory makes threads that have not started */
    WorkerCrew(int count, ThreadFactory factory) {
        this.factory = factory;
        members = new Member[count];
        spinLimit = count < Runtime.getRuntime().availableProcessors() ? SPINS : SPINS_IF_CROWDED;
        for (int i = 0; i < count; i++) {
            members[i] = new Member(i + 1);
        }
    }

    /** Runs the job in ranges of that length, or returns false at once if the threads are busy or have ended. */
    boolean tryRun(Workers owner, Workers.Job work, int taskNumber, int rowCount, int rangeLength) {
        if (!busy.compareAndSet(false, true)) {
            return false;
        }
        try {
            start(owner);
            int helpers = (rowCount - 1) / rangeLength;
            job = work;
            task = taskNumber;
            rows = rowCount;
            length = rangeLength;
            caller = Thread.currentThread();
            pending.set(helpers);
            for (int i = 0; i < helpers; i++) {
                members[i].wake();
            }
            try {
                work.run(taskNumber, 0, rangeLength);
            } finally {
                awaitHelpers();
            }
            rethrow(helpers);
            return true;
        } finally {
            forget();
            Reference.reachabilityFence(owner);
        }
    }

    /** Whether all threads are waiting for a turn and none is parked; wakes those that are. */
    boolean rouse(Workers owner) {
        if (!busy.compareAndSet(false, true)) {
            return false;
        }
        try {
            boolean ready = started;
            start(owner);
            for (Member member : members) {
                if (member.parked) {
                    ready = false;
                    LockSupport.unpark(member.thread);
                }
            }
            return ready;
        } finally {
            forget();
            Reference.reachabilityFence(owner);
        }
    }

    /** Ends the threads, at once or after the call that is running; may be called from within a job. */
    void shutdown() {
        ended = true;
        stopUnlessBusy();
    }

    private void stopUnlessBusy() {
        if (ended && busy.compareAndSet(false, true)) {
            stopped = true;
            for (Member member : members) {
                LockSupport.unpark(member.thread);
            }
        }
    }

    private void start(Workers owner) {
        if (!started) {
            WeakReference<Workers> reference = new WeakReference<>(owner);
            for (Member member : members) {
                member.start(reference);
            }
            started = true;
        }
    }

    private void awaitHelpers() {
        boolean interrupted = false;
        for (int spins = spinLimit; pending.get() > 0; ) {
            if (spins > 0) {
                spins--;
                Thread.onSpinWait();
                continue;
            }
            callerParked = true;
            if (pending.get() > 0) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
            callerParked = false;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void rethrow(int helpers) {
        for (int i = 0; i < helpers; i++) {
            Throwable failure = members[i].failure;
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure != null) {
                throw (RuntimeException) failure;
            }
        }
    }

    private void forget() {
        for (Member member : members) {
            member.failure = null;
        }
        job = null;
        caller = null;
        busy.set(false);
        stopUnlessBusy();
    }

    /** One thread, which runs the range of its number. */
    private final class Member {
        private final int range;
        private volatile int turn;
        private volatile boolean parked;
        private volatile @Nullable Thread thread;
        private @Nullable Throwable failure;

        Member(int range) {
            this.range = range;
        }

        /** Starts the thread, unless an earlier call did so before it failed for the next one. */
        void start(WeakReference<Workers> owner) {
            if (thread != null) {
                return;
            }
            Thread created = factory.newThread(() -> {
                for (int seen = 0; awaitTurn(seen, owner); seen++) {
                    runRange();
                }
            });
            created.setName("leibniz-worker-" + range);
            created.setDaemon(true);
            created.setContextClassLoader(null);
            created.start();
            thread = created;
        }

        void wake() {
            turn = turn + 1;
            if (parked) {
                LockSupport.unpark(thread);
            }
        }

        private void runRange() {
            Thread waiting = caller;
            try {
                Workers.Job work = job;
                if (work != null) {
                    int from = range * length;
                    work.run(task, from, Math.min(rows, from + length));
                }
            } catch (Throwable thrown) {
                failure = thrown;
            }
            if (pending.decrementAndGet() == 0 && callerParked) {
                LockSupport.unpark(waiting);
            }
        }

        private boolean awaitTurn(int seen, WeakReference<Workers> owner) {
            for (int spins = spinLimit; turn == seen; ) {
                if (stopped || owner.get() == null) {
                    return false;
                }
                if (spins > 0) {
                    spins--;
                    Thread.onSpinWait();
                    continue;
                }
                parked = true;
                if (turn == seen && !stopped) {
                    LockSupport.parkNanos(WorkerCrew.this, LONGEST_PARK_NANOS);
                    Thread.interrupted();
                    spins = spinLimit;
                }
                parked = false;
            }
            return true;
        }
    }
}
