package dev.leibniz.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that run a pass together. */
@Timeout(60)
class TeamTest {
    private final Workers workers = Workers.of(3, 0);
    private final Team team = new Team(workers);

    @AfterEach
    void end() {
        workers.shutdown();
    }

    @Test
    void sharesCoverAllRowsOnce() {
        for (int threads : new int[] {1, 2, 3, 7}) {
            for (int rows : new int[] {0, 1, 2, 7, 31, 32, 33, 1000}) {
                int[] next = {0};
                for (int i = 0; i < threads; i++) {
                    Share share = new Share(null, i, threads);
                    assertThat(share.from(rows)).isEqualTo(next[0]);
                    assertThat(share.to(rows)).isGreaterThanOrEqualTo(next[0]);
                    next[0] = share.to(rows);
                }
                assertThat(next[0]).isEqualTo(rows);
            }
        }
        for (int threads : new int[] {1, 2, 3, 7}) {
            for (int rows : new int[] {0, 1, 255, 256, 257, 511, 512, 1000, 100_000}) {
                int next = 0;
                for (int i = 0; i < threads; i++) {
                    Share share = new Share(null, i, threads);
                    assertThat(share.fromLane(rows)).isEqualTo(next);
                    next = share.toLane(rows);
                    assertThat(next == rows || next % 256 == 0).isTrue();
                }
                assertThat(next).isEqualTo(rows);
            }
        }
        assertThat(Share.WHOLE.toLane(5)).isEqualTo(5);
        assertThat(Share.WHOLE.to(5)).isEqualTo(5);
    }

    @Test
    void whatOthersWroteIsSeenBehindTheWait() {
        int rounds = 2_000;
        int[] numbers = new int[3];
        int[] wrong = new int[3];
        team.run(share -> {
            for (int round = 1; round <= rounds; round++) {
                numbers[share.index()] = round;
                share.await();
                for (int other : numbers) {
                    wrong[share.index()] += other == round ? 0 : 1;
                }
                share.await();
            }
        });
        assertThat(wrong).containsOnly(0);
        assertThat(numbers).containsOnly(rounds);
    }

    @Test
    void aThreadThatComesLateIsWaitedFor() {
        int[] seen = new int[3];
        team.run(share -> {
            if (share.index() == 1) {
                sleep(30);
            }
            seen[share.index()] = 1;
            share.await();
            if (share.isFirst()) {
                sleep(30);
            }
            seen[share.index()] += Arrays.stream(seen).sum();
            share.await();
        });
        assertThat(seen[0]).isGreaterThanOrEqualTo(4);
    }

    @Test
    void theFailureOfOneEndsAllAndReachesTheCaller() {
        for (int failing = 0; failing < 3; failing++) {
            int index = failing;
            assertThatThrownBy(() -> team.run(share -> {
                        share.await();
                        if (share.index() == index) {
                            throw new IllegalStateException("share " + index);
                        }
                        share.await();
                        share.await();
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("share " + index);
        }
        whatOthersWroteIsSeenBehindTheWait();
    }

    @Test
    void whoFindsTheWorkersBusyRunsAlone() {
        int[] shares = new int[3];
        team.run(share -> new Team(workers).run(inner -> {
            shares[share.index()] = inner == Share.WHOLE ? 1 : 2;
            inner.await();
        }));
        assertThat(shares).containsOnly(1);
    }

    @Test
    void littleWorkIsNotShared() {
        Workers careful = Workers.of(2);
        try {
            assertThat(new Team(careful).shares(1000)).isFalse();
            assertThat(new Team(careful).shares(1e9)).isTrue();
            assertThat(new Team(Workers.single()).shares(1e9)).isFalse();
        } finally {
            careful.shutdown();
        }
    }

    @Test
    void sleepingThreadsAreWokenForTheNextCall() {
        Workers careful = Workers.of(2);
        try {
            Team two = new Team(careful);
            boolean shared = two.shares(2e6);
            // How long waking takes is up to the machine; the test's own timeout ends what never happens.
            while (!shared) {
                Thread.onSpinWait();
                shared = two.shares(2e6);
            }
            assertThat(shared).isTrue();
        } finally {
            careful.shutdown();
        }
    }

    private static void sleep(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
