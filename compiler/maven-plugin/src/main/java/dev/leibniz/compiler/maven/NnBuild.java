package dev.leibniz.compiler.maven;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.CompileResult;
import dev.leibniz.compiler.driver.GeneratedFile;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.driver.SourceReader;
import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** One execution of a goal: compiles what changed, writes what became different, deletes what is not generated any more. */
final class NnBuild {
    private final Settings settings;
    private final Function<CompileRequest, CompileResult> compiler;
    private final Log log;
    private final Messages messages;

    NnBuild(Settings settings, Function<CompileRequest, CompileResult> compiler, Log log) {
        this.settings = settings;
        this.compiler = compiler;
        this.log = log;
        this.messages = new Messages(log);
    }

    /**
     * The parameters.
     *
     * @param libraries folders whose files may be imported; nothing is generated from them, nor from those of dependencies
     * @param status the file that keeps the {@link BuildStatus}
     */
    record Settings(
            SourceFolder sources,
            List<SourceFolder> libraries,
            Dependencies dependencies,
            Path output,
            Path status,
            Charset encoding,
            boolean failOnWarning,
            CompileOptions options) {}

    /**
     * Brings the output folder up to date.
     *
     * @throws MojoFailureException after the messages, if there are errors, or warnings that count as such
     */
    void run() throws IOException, MojoFailureException {
        Diagnostics unreadable = new Diagnostics();
        SourceReader reader = new SourceReader(settings.encoding(), unreadable);
        List<SourceFile> sources = settings.sources().read(reader);
        List<SourceFile> libraries = new ArrayList<>();
        for (SourceFolder folder : settings.libraries()) {
            libraries.addAll(folder.read(reader));
        }
        List<SourceFile> own = new ArrayList<>(sources);
        own.addAll(libraries);
        libraries.addAll(settings.dependencies().read(own, unreadable));
        messages.failOn(unreadable.all(), false);

        BuildStatus earlier = BuildStatus.read(settings.status());
        String inputs = fingerprint(sources, libraries);
        if (earlier.holds(inputs, settings.output())) {
            log.info(Messages.plural(sources.size(), ".nn file") + (sources.size() == 1 ? " is" : " are")
                    + " up to date");
            return;
        }
        List<Diagnostic> diagnostics = new ArrayList<>(settings.sources().misplaced(sources));
        CompileResult result = compiler.apply(new CompileRequest(sources, libraries, settings.options()));
        diagnostics.addAll(result.diagnostics());
        messages.failOn(diagnostics, settings.failOnWarning());
        // With warnings the next build compiles again, so that they are seen again.
        write(result.files(), diagnostics.isEmpty() ? inputs : "", earlier, sources.size());
    }

    private void write(List<GeneratedFile> files, String inputs, BuildStatus earlier, int sources) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        SortedMap<String, String> fingerprints = new TreeMap<>();
        for (GeneratedFile file : files) {
            texts.put(file.path(), file.text());
            fingerprints.put(file.path(), Fingerprint.of(file.text().getBytes(StandardCharsets.UTF_8)));
        }
        if (sources == 0 && earlier.equals(BuildStatus.NONE)) {
            return;
        }
        OutputFolder folder = new OutputFolder(settings.output());
        BuildStatus unfinished = earlier.unfinished(fingerprints);
        unfinished.write(settings.status());
        folder.tidy(unfinished.outputs().keySet());
        int written = folder.write(texts);
        folder.deleteOrphans(earlier.outputs().keySet(), texts.keySet());
        new BuildStatus(inputs, fingerprints).write(settings.status());
        log.info("Compiled " + Messages.plural(sources, ".nn file") + " to " + texts.size() + " Java files, " + written
                + " of them changed");
    }

    /** Everything that decides what is generated, the compiler itself included. */
    private String fingerprint(List<SourceFile> sources, List<SourceFile> libraries) throws IOException {
        Fingerprint fingerprint = new Fingerprint()
                .add(Fingerprint.ofProgram(LeibnizCompiler.class))
                .add(settings.options().toString())
                .add(Boolean.toString(settings.failOnWarning()));
        for (List<SourceFile> files : List.of(sources, libraries)) {
            fingerprint.add(Integer.toString(files.size()));
            files.forEach(file -> fingerprint.add(file.path()).add(file.text()));
        }
        return fingerprint.hex();
    }
}
