package dev.leibniz.compiler.lsp;

import dev.leibniz.compiler.semantics.BuiltinSignature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An operation that the language has built in, in words.
 *
 * @param heading how it is called, {@code sum(x, axis, keep = false)}
 * @param parameters the names by which arguments can be given
 */
record Operation(String name, String heading, String description, List<String> parameters) {
    private static final String FILE = "operations.txt";

    /** All of them, by name. */
    static Map<String, Operation> all() {
        return Read.ALL;
    }

    static Optional<Operation> of(String name) {
        return Optional.ofNullable(all().get(name));
    }

    /** What stands behind the name where it is called. */
    String arguments() {
        return heading.substring(name.length());
    }

    private static final class Read {
        static final Map<String, Operation> ALL = read();
    }

    private static Map<String, Operation> read() {
        Map<String, Operation> all = new LinkedHashMap<>();
        Map<String, String> lines = new LinkedHashMap<>();
        text().lines().forEach(line -> lines.put(line.split("\\W", 2)[0], line));
        for (BuiltinSignature signature : BuiltinSignature.all()) {
            String[] line = lines.getOrDefault(signature.name(), signature.name() + " : ")
                    .split(" : ", 2);
            all.put(signature.name(), new Operation(signature.name(), line[0], line[1], signature.parameters()));
        }
        return all;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(Operation.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
