package dev.leibniz.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerCrewTest {
    /** A thread that the system has no room for. */
    private static final class Refused extends Thread {
        @Override
        public synchronized void start() {
            throw new OutOfMemoryError("unable to create native thread");
        }
    }

    @Test
    void aThreadThatCouldNotBeStartedIsStartedByTheNextCall() {
        AtomicInteger made = new AtomicInteger();
        WorkerCrew crew = new WorkerCrew(3, loop -> made.incrementAndGet() == 2 ? new Refused() : new Thread(loop));
        Workers owner = Workers.of(4);
        AtomicInteger rows = new AtomicInteger();
        Workers.Job job = (task, from, to) -> rows.addAndGet(to - from);

        assertThatThrownBy(() -> crew.tryRun(owner, job, 0, 4, 1)).isInstanceOf(OutOfMemoryError.class);
        assertThat(rows.get()).isZero();

        assertThat(crew.tryRun(owner, job, 0, 4, 1)).isTrue();
        assertThat(rows.get()).isEqualTo(4);
        assertThat(made.get()).isEqualTo(4);
        crew.shutdown();
    }
}
