package dev.leibniz.compiler.maven;

import dev.leibniz.compiler.driver.Precision;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** What the texts of parameters mean; a text that means nothing is an error that says what is needed. */
final class ParameterValues {
    private ParameterValues() {}

    static Charset encoding(String name) throws MojoExecutionException {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new MojoExecutionException("leibniz.encoding must name an encoding that Java knows, found " + name);
        }
    }

    static Optional<Precision> precision(@Nullable String name) throws MojoExecutionException {
        if (name == null || name.isEmpty()) {
            return Optional.empty();
        }
        for (Precision candidate : Precision.values()) {
            if (candidate.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(candidate);
            }
        }
        throw new MojoExecutionException("leibniz.precision must be float or double, found " + name);
    }

    /** The values of entries such as {@code H=128}, by name. */
    static Map<String, Long> sizes(@Nullable List<String> entries) throws MojoExecutionException {
        Map<String, Long> values = new TreeMap<>();
        for (String entry : list(entries)) {
            String[] parts = entry.strip().split("\\s*=\\s*", -1);
            if (parts.length != 2 || parts[0].isEmpty() || !parts[1].matches("\\d{1,18}")) {
                throw new MojoExecutionException("leibniz.sizes must hold entries such as H=128, found " + entry);
            }
            values.put(parts[0], Long.parseLong(parts[1]));
        }
        return values;
    }

    /** A list that was not given has nothing in it. */
    static List<String> list(@Nullable List<String> entries) {
        return entries == null ? List.of() : List.copyOf(entries);
    }
}
