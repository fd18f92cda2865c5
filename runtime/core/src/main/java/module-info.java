/**
 * What generated code calls. Nothing but {@code java.base} is needed; kernels on vectors run where the JVM was told to add {@code jdk.incubator.vector}, which a module
 * that has such kernels requires likewise. Generated classes lie in modules of applications and call kernels by themselves, so every package is exported.
 */
module dev.leibniz.runtime {
    requires static jdk.incubator.vector;
    requires static org.jspecify;

    exports dev.leibniz.runtime;
    exports dev.leibniz.runtime.io;
    exports dev.leibniz.runtime.kernel;
    exports dev.leibniz.runtime.random;
}
