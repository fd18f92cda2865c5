package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class KernelsTest {
    @Test
    void theKernelsAreThoseWanted() {
        assertEquals("ThreesVectorKernels", Threes.KERNELS.getClass().getSimpleName());
        assertEquals(true, ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
    }
}
