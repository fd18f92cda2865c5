package dev.leibniz.compiler.emit;

import java.util.List;

/** The classes of a network, and which of their methods run its kernels. */
public record EmittedNetwork(List<JavaSource> sources, KernelNames kernels) {
    public EmittedNetwork {
        sources = List.copyOf(sources);
    }
}
