package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.schedule.NetworkCode;
import java.util.List;

/**
 * A network's description and its Java files.
 *
 * @param name the network's name in its source
 */
public record CompiledNetwork(String name, NetworkCode code, List<GeneratedFile> files) {
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
