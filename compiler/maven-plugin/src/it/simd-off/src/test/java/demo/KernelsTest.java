package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class KernelsTest {
    @Test
    void theKernelsAreThoseWanted() {
        assertEquals("ThreesScalarKernels", Threes.KERNELS.getClass().getSimpleName());
        assertEquals(false, ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
    }
}
