package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.CompiledNetwork;
import dev.leibniz.compiler.source.Spelling;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which network of a file is meant. */
record NetworkChoice(Path file, Optional<String> name) {

    /** The one of that name, or the only one. */
    CompiledNetwork of(List<CompiledNetwork> networks) {
        List<String> names = networks.stream().map(CompiledNetwork::name).toList();
        if (names.isEmpty()) {
            throw Failure.of("no-network", file + " declares no network");
        }
        if (name.isEmpty()) {
            if (names.size() > 1) {
                throw Failure.usage(
                        "which-network",
                        file + " declares several networks: " + String.join(", ", names),
                        "choose one with --network");
            }
            return networks.get(0);
        }
        int index = names.indexOf(name.get());
        if (index < 0) {
            String[] help = Spelling.closest(name.get(), names)
                    .map(closest -> new String[] {"did you mean `" + closest + "`?"})
                    .orElse(new String[0]);
            throw Failure.usage("no-network", file + " declares no network `" + name.get() + "`", help);
        }
        return networks.get(index);
    }
}
