package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What fuzzing has found worth keeping, and changes of it by chance: each input is understood or refused in words, within five seconds of a thread and the
 * 256 MB that this JVM has. {@code -Dfuzz.mutations=100 -Dfuzz.seed=1} tries a hundred times as many changes, others for another seed.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FuzzReplayTest {
    private static final long LONGEST = 5_000_000_000L;
    private static final int MOST_FILES = 400;
    private static final long MOST_BYTES = 300_000;

    record Kept(FuzzTarget target, Path file) {
        @Override
        public String toString() {
            return target + " " + file.getFileName();
        }
    }

    static List<Kept> kept() throws IOException {
        List<Kept> kept = new ArrayList<>();
        for (FuzzTarget target : FuzzTarget.values()) {
            target.inputs().forEach(file -> kept.add(new Kept(target, file)));
        }
        return kept;
    }

    @ParameterizedTest
    @MethodSource("kept")
    void whatIsKeptIsUnderstoodOrRefused(Kept kept) throws IOException {
        read(kept.target(), Files.readAllBytes(kept.file()));
    }

    @ParameterizedTest
    @EnumSource
    void soIsWhatComesOfItByChance(FuzzTarget target) throws IOException {
        List<byte[]> inputs = new ArrayList<>();
        for (Path file : target.inputs()) {
            inputs.add(Files.readAllBytes(file));
        }
        Mutation mutation = new Mutation(Long.getLong("fuzz.seed", 1), inputs, target.words());
        int count = target.mutations() * Integer.getInteger("fuzz.mutations", 1);
        for (int k = 0; k < count; k++) {
            read(target, mutation.next());
        }
    }

    @Test
    void theInputsAreFewAndSmall() throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (Kept each : kept()) {
            all.add(Files.readAllBytes(each.file()));
        }
        assertThat(all).hasSizeBetween(100, MOST_FILES);
        assertThat(all.stream().mapToLong(bytes -> bytes.length).sum()).isLessThan(MOST_BYTES);
    }

    private static void read(FuzzTarget target, byte[] bytes) throws IOException {
        long before = processorTime();
        try {
            target.read(bytes);
        } catch (RuntimeException | Error fault) {
            throw new AssertionError(told(target, bytes), fault);
        }
        long taken = processorTime() - before;
        assertThat(taken).as("nanoseconds, %s", told(target, bytes)).isLessThan(LONGEST);
    }

    /** That of this thread, which other programs of the machine do not make longer. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String told(FuzzTarget target, byte[] bytes) {
        byte[] some = Arrays.copyOf(bytes, Math.min(bytes.length, 8192));
        return target + " of the bytes, in Base64, " + Base64.getEncoder().encodeToString(some);
    }
}
