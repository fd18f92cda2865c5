package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RooflineTest {
    /** A machine of 100 GFLOP/s and 10 GB/s: ten operations a byte are worth either. */
    private static final Machine MACHINE = new Machine(100e9, 10e9);

    @Test
    void theSlowerOfOperationsAndBytesIsTheRoof() {
        List<KernelCost> costs = List.of(
                new KernelCost("copied", "Net.nn:3", "copied = x", 2, 0, 1_000_000),
                new KernelCost("y", "Net.nn:4,5", "y = x @ W", 1, 20_000_000, 1_000_000),
                new KernelCost("cached", "Net.nn:6", "", 1, 1_000, 400_000),
                new KernelCost("rare", "", "abcdefgh".repeat(8), 12_000, 1_000, 1_000));
        Profile profile = new Profile(Map.of("copied", 300, "y", 500, "cached", 20, "rare", 19), 1000, 800);

        assertThat(Roofline.of(costs, profile, MACHINE)).containsExactly("""
                kernel  lines        calls    share     µs  GFLOP/s  GB/s  of roof  limit       computes
                y       Net.nn:4,5       1   50.0 %  400.0     50.0  2.50     50 %  arithmetic  y = x @ W
                copied  Net.nn:3         2   30.0 %  240.0     0.00  4.17     42 %  memory      copied = x
                cached  Net.nn:6         1   2.00 %   16.0     0.06  25.0    250 %  memory
                rare                12,000   1.90 %   15.2        –     –        –  memory      abcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabc…
                rest                         16.1 %  128.8        –     –        –
                total               12,004  100.0 %  800.0     25.0  3.00     43 %""".split("\n"));
    }

    @Test
    void severalThreadsCanDoSeveralTimesAsMuchAndDoublesHalfOfIt() {
        assertThat(MACHINE.on(2, false)).isEqualTo(new Machine(200e9, 20e9));
        assertThat(MACHINE.on(2, true)).isEqualTo(new Machine(100e9, 20e9));
    }
}
