package dev.leibniz.compiler.maven;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.driver.SourceReader;
import dev.leibniz.compiler.explain.Figures;
import dev.leibniz.compiler.page.Chapter;
import dev.leibniz.compiler.page.ExplainPage;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** One run of the goal that explains: a page for each file that declares networks. */
final class NnPages {
    private final Settings settings;
    private final Log log;
    private final LeibnizCompiler compiler = new LeibnizCompiler();

    NnPages(Settings settings, Log log) {
        this.settings = settings;
        this.log = log;
    }

    /** The parameters. */
    record Settings(
            SourceFolder sources,
            Dependencies dependencies,
            Path output,
            Charset encoding,
            boolean failOnWarning,
            CompileOptions options) {}

    /** @throws MojoFailureException after the messages, if there are errors, or warnings that count as such */
    void run() throws IOException, MojoFailureException {
        Diagnostics found = new Diagnostics();
        List<SourceFile> sources = settings.sources().read(new SourceReader(settings.encoding(), found));
        List<SourceFile> dependencies = settings.dependencies().read(sources, found);
        if (!found.hasErrors()) {
            compiler.check(new CompileRequest(sources, dependencies, settings.options()))
                    .forEach(found::report);
        }
        new Messages(log).failOn(found.all(), settings.failOnWarning());
        Map<String, String> pages = pages(sources, dependencies);
        new OutputFolder(settings.output()).write(pages);
        pages.keySet()
                .forEach(page -> log.info("Explained in " + settings.output().resolve(page)));
    }

    /** The texts, by path. */
    private Map<String, String> pages(List<SourceFile> sources, List<SourceFile> dependencies) {
        Map<String, String> pages = new TreeMap<>();
        for (SourceFile source : sources) {
            List<SourceFile> others = new ArrayList<>(sources);
            others.remove(source);
            others.addAll(dependencies);
            List<Chapter> chapters =
                    Chapter.of(compiler, new CompileRequest(List.of(source), others, settings.options()));
            if (!chapters.isEmpty()) {
                pages.put(
                        settings.sources().place(source).replaceFirst("\\.nn$", "") + ".html",
                        ExplainPage.of(
                                source, chapters, new Figures(settings.options().sizes())));
            }
        }
        return pages;
    }
}
