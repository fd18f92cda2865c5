package dev.leibniz.compiler.emit;

import dev.leibniz.compiler.kernel.Kernel;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which methods of a network's classes run its kernels. Kernels that differ in the names of their buffers only share one. */
public final class KernelNames {
    private final Set<String> classes;
    private final Map<Kernel, String> methods;

    /**
     * @param classes the qualified names of those with the methods
     * @param methods the kernels by identity
     */
    KernelNames(Set<String> classes, Map<Kernel, String> methods) {
        this.classes = Set.copyOf(classes);
        this.methods = new IdentityHashMap<>(methods);
    }

    /** Whether the methods of a class are kernels, plain or on SIMD vectors. */
    public boolean isOf(String className) {
        return classes.contains(className);
    }

    /** The name of the method that runs one of the network's kernels. */
    public String method(Kernel kernel) {
        return Objects.requireNonNull(methods.get(kernel), kernel.name());
    }
}
