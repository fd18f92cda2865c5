/** Uses a network; the SIMD module is there only if the JVM is told to add it. */
module demo {
    requires dev.leibniz.runtime;
    requires static jdk.incubator.vector;
}
