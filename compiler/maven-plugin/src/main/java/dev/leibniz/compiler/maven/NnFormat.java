package dev.leibniz.compiler.maven;

import dev.leibniz.compiler.driver.SourceReader;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.syntax.Formatter;
import dev.leibniz.runtime.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** One run of the goal that brings files into the one style, or tells which are not in it. */
final class NnFormat {
    private final Settings settings;
    private final Log log;

    NnFormat(Settings settings, Log log) {
        this.settings = settings;
        this.log = log;
    }

    /**
     * The parameters.
     *
     * @param check whether files are left as they are
     */
    record Settings(List<SourceFolder> folders, Charset encoding, boolean check) {}

    /** @throws MojoFailureException after the messages, if a file is no program, or not in the style when that is to be checked */
    void run() throws IOException, MojoFailureException {
        Diagnostics found = new Diagnostics();
        SourceReader reader = new SourceReader(settings.encoding(), found);
        Map<String, String> different = new TreeMap<>();
        for (SourceFolder folder : settings.folders()) {
            for (SourceFile file : folder.read(reader)) {
                Optional<String> text = found.hasErrors() ? Optional.empty() : Formatter.format(file, found);
                text.filter(formatted -> !formatted.equals(file.text()))
                        .ifPresent(formatted -> different.put(file.path(), formatted));
            }
        }
        new Messages(log).failOn(found.all(), false);
        if (settings.check()) {
            check(different);
        } else {
            write(different);
        }
    }

    private void check(Map<String, String> different) throws MojoFailureException {
        different.keySet().forEach(file -> log.error(file + " is not in the style of .nn files"));
        if (!different.isEmpty()) {
            throw new MojoFailureException(Messages.plural(different.size(), "file")
                    + " not in the style of .nn files, which leibniz:format brings them into: "
                    + String.join(
                            ", ",
                            different.keySet().stream()
                                    .map(file -> String.valueOf(Path.of(file).getFileName()))
                                    .toList()));
        }
    }

    private void write(Map<String, String> different) throws IOException {
        for (Map.Entry<String, String> file : different.entrySet()) {
            AtomicFile.write(Path.of(file.getKey()), file.getValue().getBytes(settings.encoding()));
            log.info("Formatted " + file.getKey());
        }
    }
}
