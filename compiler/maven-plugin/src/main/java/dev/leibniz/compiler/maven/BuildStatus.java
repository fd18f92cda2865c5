package dev.leibniz.compiler.maven;

import dev.leibniz.runtime.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one execution did last time, kept as a text file between builds.
 *
 * @param inputs the fingerprint of everything that decided the output; empty if the next build has to compile again
 * @param outputs the fingerprints of the files written, by path inside the output folder, with forward slashes
 */
record BuildStatus(String inputs, SortedMap<String, String> outputs) {
    static final BuildStatus NONE = new BuildStatus("", new TreeMap<>());

    private static final String INPUTS = "inputs";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}|-) (\\S.*)");

    /** The status in a file; {@link #NONE} where there is none, or none that can be understood. */
    static BuildStatus read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            return NONE;
        }
        @Nullable String inputs = null;
        SortedMap<String, String> outputs = new TreeMap<>();
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                return NONE;
            }
            if (matcher.group(2).equals(INPUTS)) {
                inputs = matcher.group(1).equals("-") ? "" : matcher.group(1);
            } else {
                outputs.put(matcher.group(2), matcher.group(1));
            }
        }
        return inputs == null ? NONE : new BuildStatus(inputs, outputs);
    }

    /** That of a build which begins to write these files: whatever becomes of it, the next one compiles, and knows of all that may lie in the folder. */
    BuildStatus unfinished(SortedMap<String, String> next) {
        SortedMap<String, String> all = new TreeMap<>(outputs);
        all.putAll(next);
        return new BuildStatus("", all);
    }

    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        outputs.forEach((path, fingerprint) ->
                text.append(fingerprint).append(' ').append(path).append('\n'));
        // The last line, without which the others may be a part only.
        text.append(inputs.isEmpty() ? "-" : inputs).append(' ').append(INPUTS).append('\n');
        Files.createDirectories(file.getParent());
        AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether these inputs gave what still lies in the folder, byte for byte. */
    boolean holds(String currentInputs, Path folder) throws IOException {
        if (!inputs.equals(currentInputs)) {
            return false;
        }
        for (Map.Entry<String, String> output : outputs.entrySet()) {
            Path file = folder.resolve(output.getKey());
            if (!Files.isRegularFile(file)
                    || !Fingerprint.of(Files.readAllBytes(file)).equals(output.getValue())) {
                return false;
            }
        }
        return true;
    }
}
