package samples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.runtime.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import samples.digits.data.Batches;
import samples.digits.data.DigitsData;

/** Threads that predict while a network is trained and copies of it are published, {@code -Dsnapshots} of them. */
@Timeout(3600)
final class SnapshotsTest {
    private static final int THREADS = 64;
    private static final int SNAPSHOTS = Integer.getInteger("snapshots", 40);
    private static final int STEPS_BETWEEN = 3;
    private static final int BATCH = 32;

    /** Leaves the trainer a core to run on. */
    private static final long PAUSE_NANOS = 2_000_000;

    /** A network that is trained no more, and what it says of the images. */
    private record Snapshot(int version, Digits net, float[] answer) {}

    private final DigitsData data = DigitsData.load();
    private final float[] images = data.rows(0, 48).images();
    private final Workers workers = Workers.of(3, 0);
    private final AtomicInteger newestSeen = new AtomicInteger();
    private volatile Snapshot published = snapshot(0, Digits.initialise(1));

    private Snapshot snapshot(int version, Digits net) {
        Digits copy = net.copy();
        return new Snapshot(version, copy, copy.predict(images));
    }

    @Test
    void everyAnswerIsThatOfAPublishedNetworkAndNoThreadGoesBack() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            readers.add(threads.submit(() -> read(number)));
        }
        float[] trained = train(true);
        int predictions = 0;
        for (Future<Integer> reader : readers) {
            predictions += reader.get();
        }
        threads.shutdown();
        workers.shutdown();

        assertThat(predictions).isGreaterThanOrEqualTo(THREADS);
        assertThat(trained).as("trained with nobody looking").isEqualTo(train(false));
        System.out.printf("%,d snapshots, %,d predictions by %d threads%n", SNAPSHOTS, predictions, THREADS);
    }

    /** Trains, and publishes a copy after some steps when somebody has seen the one before; the parameters at the end. */
    private float[] train(boolean publishes) {
        Digits net = Digits.initialise(1);
        Digits.Trainer trainer = net.trainer(BATCH);
        Batches batches = new Batches(data.train(), BATCH, 1);
        for (int version = 1; version <= SNAPSHOTS; version++) {
            for (int step = 0; step < STEPS_BETWEEN; step++) {
                batches.fill((version * STEPS_BETWEEN + step) % batches.count());
                trainer.step(batches.images(), batches.labels());
            }
            if (publishes) {
                published = snapshot(version, net);
                while (newestSeen.get() < version) {
                    Thread.yield();
                }
            }
        }
        return net.parameters();
    }

    /** Predicts until the last network is published, alone or with others' help, into an array of its own or a new one; how often. */
    private int read(int number) {
        Digits.Workspace workspace = published.net().workspace(images.length / DigitsData.PIXELS);
        if (number % 4 == 1) {
            workspace.on(workers);
        }
        float[] mine = new float[published.answer().length];
        int predictions = 0;
        int last = 0;
        while (last < SNAPSHOTS) {
            Snapshot now = published;
            assertThat(now.version()).isGreaterThanOrEqualTo(last);
            last = now.version();
            float[] answer = mine;
            if (number % 4 == 0) {
                answer = now.net().predict(images);
            } else {
                now.net().predict(images, mine, workspace);
            }
            assertThat(answer).as("network %d", last).isEqualTo(now.answer());
            predictions++;
            newestSeen.accumulateAndGet(last, Math::max);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return predictions;
    }
}
