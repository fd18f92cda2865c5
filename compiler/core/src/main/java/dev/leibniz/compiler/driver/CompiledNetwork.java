package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.emit.KernelNames;
import dev.leibniz.compiler.schedule.NetworkCode;
import java.util.List;

/**
 * A network's description and its Java files.
 *
 * @param name the network's name in its source
 * @param kernels which methods of its classes run its kernels
 */
public record CompiledNetwork(String name, NetworkCode code, List<GeneratedFile> files, KernelNames kernels) {
    public CompiledNetwork {
        files = List.copyOf(files);
    }

    /** The network's name in its source. */
    public String name() {
        return code.name().replaceAll("Observed$", "");
    }

    /** The qualified name of the model class. */
    public String className() {
        return code.packageName() + "." + code.name();
    }
}
