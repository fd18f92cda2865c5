package demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

final class ProbeTest {
    @Test
    void theImportedFunctionIsInTheNetwork() {
        assertArrayEquals(new float[] {3, 6, 9}, Probe.initialise(0).predict(new float[] {1, 2, 3}));
    }
}
