package dev.leibniz.runtime.kernel;

import java.util.Locale;

/**
 * Whether this JVM runs the kernels on SIMD vectors. Generated code asks once, when its class loads.
 *
 * <p>The Vector API lives in the module {@code jdk.incubator.vector}, which a JVM resolves only when started with
 * {@code --add-modules jdk.incubator.vector}. Without it, with vectors of fewer than four floats, or with the system
 * property {@code leibniz.simd=false}, the plain kernels run instead. This class loads either way.
 */
public final class Simd {
    private static final String MODULE = "jdk.incubator.vector";

    private Simd() {}

    /** Whether the classes of this package whose names begin with {@code Vector} can be used, and are worth it. */
    public static boolean available() {
        return Answer.AVAILABLE;
    }

    /** Holds the answer, found and logged once, when first asked for. */
    private static final class Answer {
        static final boolean AVAILABLE = decide();

        private static boolean decide() {
            if ("false".equals(System.getProperty("leibniz.simd", "").toLowerCase(Locale.ROOT))) {
                return false;
            }
            if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
                System.getLogger("dev.leibniz.runtime")
                        .log(
                                System.Logger.Level.INFO,
                                "running plain kernels; start the JVM with --add-modules " + MODULE
                                        + " for the faster SIMD ones");
                return false;
            }
            return VectorFunctions.lanes() >= 4;
        }
    }
}
