package dev.leibniz.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Very many tiny calls of a pool in every situation that it knows, {@code -Dpool.rounds} of them: a wake-up that is lost never ends, a share that is done
 * twice or whose effects are not seen is a wrong sum. All that is counted lies in plain arrays, for which only the pool's own order of memory accounts.
 */
@Timeout(1200)
class PoolStressTest {
    private static final int ROUNDS = Integer.getInteger("pool.rounds", 5_000);

    /** What a job and its caller count: each row, by whichever thread runs it. */
    private static final class Counts implements Workers.Job {
        private final int[] runs;

        Counts(int rows) {
            runs = new int[rows];
        }

        @Override
        public void run(int task, int from, int to) {
            for (int i = from; i < to; i++) {
                runs[i] += task;
            }
        }

        void requireEach(int expected) {
            for (int each : runs) {
                if (each != expected) {
                    throw new AssertionError("instead of " + expected + " each: " + Arrays.toString(runs));
                }
            }
        }
    }

    /** Waits in one of the ways after which threads of a pool spin, yield or sleep. */
    private static void pause(Random random) {
        int choice = random.nextInt(2000);
        if (choice == 0) {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        } else if (choice < 20) {
            Thread.yield();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void eachRowOfEachCallIsRunOnceAndSeenByTheCaller(int threads) {
        Workers workers = Workers.of(threads);
        Counts counts = new Counts(threads + 3);
        Random random = new Random(threads);
        for (int round = 1; round <= ROUNDS; round++) {
            workers.run(counts, 1, counts.runs.length, 1);
            counts.requireEach(round);
            pause(random);
        }
        workers.shutdown();
    }

    @Test
    void callersAtOnceEachGetTheirOwnWork() throws Exception {
        Workers workers = Workers.of(3);
        together(16, number -> {
            Counts counts = new Counts(7);
            Random random = new Random(number);
            for (int round = 1; round <= ROUNDS / 2; round++) {
                workers.run(counts, 1, 7, 1);
                counts.requireEach(round);
                pause(random);
            }
        });
        workers.shutdown();
    }

    @Test
    void callsWithinCallsRunWhereTheyAre() throws Exception {
        Workers workers = Workers.of(3);
        together(4, number -> {
            for (int round = 1; round <= ROUNDS / 10; round++) {
                Counts[] inner = {new Counts(5), new Counts(5), new Counts(5)};
                workers.run(
                        (task, from, to) -> {
                            for (int i = from; i < to; i++) {
                                workers.run(inner[i], task, 5, 1);
                            }
                        },
                        2,
                        3,
                        1);
                for (Counts each : inner) {
                    each.requireEach(2);
                }
            }
        });
        workers.shutdown();
    }

    @Test
    void whoIsInterruptedAtAnyMomentFinishesAndLosesNoWork() throws Exception {
        Workers workers = Workers.of(3, 0);
        Team team = new Team(workers);
        AtomicBoolean isDone = new AtomicBoolean();
        Thread caller = Thread.currentThread();
        Set<Thread> all = ConcurrentHashMap.newKeySet();
        workers.run((task, from, to) -> all.add(Thread.currentThread()), 0, 3, 1);
        all.add(caller);
        Thread interrupter = new Thread(() -> {
            while (!isDone.get()) {
                all.forEach(Thread::interrupt);
                Thread.yield();
            }
        });
        interrupter.start();
        try {
            Counts counts = new Counts(3);
            int[] sums = new int[3];
            for (int round = 1; round <= ROUNDS / 5; round++) {
                workers.run(counts, 1, 3, 1);
                counts.requireEach(round);
                team.run(share -> add(share, sums));
                assertThat(sums).containsOnly(3 * round);
            }
        } finally {
            isDone.set(true);
            while (interrupter.isAlive()) {
                Thread.onSpinWait();
            }
            Thread.interrupted();
        }
        workers.shutdown();
    }

    /** Each share adds one to all elements, one after the other. */
    private static void add(Share share, int[] sums) {
        for (int turn = 0; turn < 3; turn++) {
            int own = (share.index() + turn) % 3;
            if (share == Share.WHOLE) {
                for (int i = 0; i < 3; i++) {
                    sums[i]++;
                }
            } else {
                sums[own]++;
            }
            share.await();
        }
    }

    @Test
    void oneFailureComesOutAndTheTeamGoesOn() {
        Workers workers = Workers.of(3, 0);
        Team team = new Team(workers);
        Random random = new Random(5);
        int[] sums = new int[3];
        int good = 0;
        for (int round = 0; round < ROUNDS / 5; round++) {
            int failing = random.nextInt(8); // A bit a share: none, one, or several fail.
            int step = random.nextInt(4);
            try {
                team.run(share -> {
                    for (int turn = 0; turn < step; turn++) {
                        share.await();
                    }
                    if ((failing >> share.index() & 1) == 1) {
                        throw new IllegalStateException(String.valueOf(share.index()));
                    }
                    share.await();
                });
                assertThat(failing).isZero();
            } catch (IllegalStateException e) {
                assertThat(failing >> Integer.parseInt(e.getMessage()) & 1).isEqualTo(1);
                assertThat(e.getSuppressed()).isEmpty();
            }
            good++;
            team.run(share -> add(share, sums));
            assertThat(sums).containsOnly(3 * good);
        }
        workers.shutdown();
    }

    @Test
    void aPoolThatIsEndedWhileItWorksFinishesWhatItHasBegun() throws Exception {
        for (int round = 0; round < Math.max(1, ROUNDS / 100); round++) {
            Workers workers = Workers.of(3);
            Set<Thread> helpers = ConcurrentHashMap.newKeySet();
            workers.run((task, from, to) -> helpers.add(Thread.currentThread()), 0, 3, 1);
            helpers.remove(Thread.currentThread());
            assertThat(helpers).hasSize(2);
            int last = 20 + round % 5;
            together(3, number -> {
                Counts counts = new Counts(3);
                for (int call = 1; call <= 40; call++) {
                    if (number == 0 && call == last) {
                        workers.shutdown();
                    }
                    workers.run(counts, 1, 3, 1);
                    counts.requireEach(call);
                }
            });
            for (Thread helper : helpers) {
                helper.join();
            }
            Counts later = new Counts(3);
            workers.run(later, 1, 3, 1);
            later.requireEach(1);
        }
    }

    /** What one of several threads does. */
    private interface Part {
        void run(int number) throws Exception;
    }

    private static void together(int count, Part part) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        List<Callable<Void>> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            parts.add(() -> {
                part.run(number);
                return null;
            });
        }
        for (Future<Void> each : threads.invokeAll(parts)) {
            each.get();
        }
        threads.shutdown();
    }
}
