package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

final class KernelsTest {
    @Test
    void theKernelsAreThoseWanted() {
        assertEquals("ThreesVectorKernels", Threes.KERNELS.getClass().getSimpleName());
        assertEquals(true, ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
    }

    @Test
    void argumentsOfTheUserAreThereAndTheModuleIsThereOnce() {
        assertEquals("1", System.getProperty("own"));
        assertEquals(
                1,
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(argument -> argument.contains("jdk.incubator.vector"))
                        .count());
    }
}
