package dev.leibniz.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {
    @Test
    void everyRowIsRunOnceInRangesThatBeginAtMultiplesOfTheGrain() {
        for (int threads : new int[] {1, 2, 3, 5}) {
            Workers workers = Workers.of(threads);
            for (int rows : new int[] {0, 1, 7, 8, 9, 64, 1000}) {
                for (int grain : new int[] {1, 4, 8, 2000}) {
                    AtomicIntegerArray runs = new AtomicIntegerArray(Math.max(1, rows));
                    AtomicInteger ranges = new AtomicInteger();
                    workers.run(
                            (task, from, to) -> {
                                assertThat(task).isEqualTo(9);
                                assertThat(from % grain).isZero();
                                ranges.incrementAndGet();
                                for (int i = from; i < to; i++) {
                                    runs.incrementAndGet(i);
                                }
                            },
                            9,
                            rows,
                            grain);
                    assertThat(ranges.get()).isLessThanOrEqualTo(threads);
                    for (int i = 0; i < rows; i++) {
                        assertThat(runs.get(i)).isEqualTo(1);
                    }
                }
            }
            workers.shutdown();
        }
    }

    @Test
    void manyShortCallsAllComplete() {
        Workers workers = Workers.of(3);
        long[] sums = new long[3];
        Workers.Job job = (task, from, to) -> {
            for (int i = from; i < to; i++) {
                sums[i] += task;
            }
        };
        long expected = 0;
        for (int i = 0; i < 5_000; i++) {
            workers.run(job, i, 3, 1);
            expected += i;
        }
        assertThat(sums).containsOnly(expected);
        workers.shutdown();
    }

    @Test
    void callsAfterAPauseWakeTheThreads() throws InterruptedException {
        Workers workers = Workers.of(2);
        for (int i = 0; i < 5; i++) {
            AtomicInteger rows = new AtomicInteger();
            workers.run((task, from, to) -> rows.addAndGet(to - from), 0, 10, 1);
            assertThat(rows.get()).isEqualTo(10);
            Thread.sleep(20);
        }
        workers.shutdown();
    }

    @Test
    void theFailureOfTheLowestRangeReachesTheCallerAfterAllHaveEnded() {
        Workers workers = Workers.of(4);
        AtomicInteger ended = new AtomicInteger();
        assertThatThrownBy(() -> workers.run(
                        (task, from, to) -> {
                            ended.incrementAndGet();
                            if (from > 0) {
                                throw new IllegalStateException("row " + from);
                            }
                        },
                        0,
                        4,
                        1))
                .hasMessage("row 1");
        assertThat(ended.get()).isEqualTo(4);
        assertThatThrownBy(() -> workers.run(
                        (task, from, to) -> {
                            throw new AssertionError("row " + from);
                        },
                        0,
                        4,
                        1))
                .isInstanceOf(AssertionError.class)
                .hasMessage("row 0");
        AtomicInteger rows = new AtomicInteger();
        workers.run((task, from, to) -> rows.addAndGet(to - from), 0, 4, 1);
        assertThat(rows.get()).isEqualTo(4);
        workers.shutdown();
    }

    @Test
    void aCallFromWithinAJobRunsThere() {
        Workers workers = Workers.of(2);
        AtomicInteger rows = new AtomicInteger();
        workers.run((task, from, to) -> workers.run((inner, f, t) -> rows.addAndGet(t - f), 0, 10, 1), 0, 2, 1);
        assertThat(rows.get()).isEqualTo(20);
        workers.shutdown();
    }

    @Test
    void afterShutdownTheCallerWorksAlone() throws InterruptedException {
        Workers workers = Workers.of(2);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        workers.run((task, from, to) -> threads.add(Thread.currentThread()), 0, 2, 1);
        workers.shutdown();
        threads.remove(Thread.currentThread());
        for (Thread thread : threads) {
            thread.join();
        }
        Set<Thread> later = ConcurrentHashMap.newKeySet();
        workers.run((task, from, to) -> later.add(Thread.currentThread()), 0, 2, 1);
        assertThat(later).containsOnly(Thread.currentThread());
    }

    @Test
    void shutdownFromWithinAJobEndsTheThreadsAfterIt() throws InterruptedException {
        Workers workers = Workers.of(2);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        workers.run(
                (task, from, to) -> {
                    threads.add(Thread.currentThread());
                    workers.shutdown();
                },
                0,
                2,
                1);
        assertThat(threads).hasSize(2);
        threads.remove(Thread.currentThread());
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void threadsEndWhenNothingRefersToTheirWorkers() throws InterruptedException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        useOnce(threads);
        threads.remove(Thread.currentThread());
        for (Thread thread : threads) {
            for (int i = 0; i < 100 && thread.isAlive(); i++) {
                System.gc();
                thread.join(Duration.ofMillis(50).toMillis());
            }
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void aCallAllocatesNothing() {
        Workers workers = Workers.of(2);
        Workers.Job job = (task, from, to) -> {};
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 1000; i++) {
            workers.run(job, 0, 2, 1);
        }
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5; attempt++) {
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int i = 0; i < 1000; i++) {
                workers.run(job, 0, 2, 1);
            }
            least = Math.min(
                    least,
                    threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
        }
        assertThat(least).isLessThan(1000);
        workers.shutdown();
    }

    @Test
    void anInterruptedCallerFinishesAndStaysInterrupted() {
        Workers workers = Workers.of(2);
        Thread.currentThread().interrupt();
        AtomicInteger rows = new AtomicInteger();
        workers.run(
                (task, from, to) -> {
                    if (from > 0) {
                        long end = System.nanoTime() + 20_000_000;
                        while (System.nanoTime() < end) {
                            Thread.onSpinWait();
                        }
                    }
                    rows.addAndGet(to - from);
                },
                0,
                2,
                1);
        assertThat(rows.get()).isEqualTo(2);
        assertThat(Thread.interrupted()).isTrue();
        workers.shutdown();
    }

    @Test
    void fewerThanOneThreadIsRefused() {
        assertThatThrownBy(() -> Workers.of(0)).hasMessage("threads is 0, must be at least 1");
    }

    private static void useOnce(Set<Thread> threads) {
        Workers.of(3).run((task, from, to) -> threads.add(Thread.currentThread()), 0, 3, 1);
        assertThat(threads).hasSize(3);
    }
}
