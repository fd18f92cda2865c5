package dev.leibniz.compiler.semantics;

import java.util.List;

/**
 * The names by which an operation of the language is called.
 *
 * @param parameters those of its arguments, in order
 */
public record BuiltinSignature(String name, List<String> parameters) {
    public BuiltinSignature {
        parameters = List.copyOf(parameters);
    }

    /** Those of all operations that no `.nn` source defines. */
    public static List<BuiltinSignature> all() {
        return Builtins.names().stream()
                .map(name -> new BuiltinSignature(name, Builtins.parameters(name)))
                .toList();
    }
}
