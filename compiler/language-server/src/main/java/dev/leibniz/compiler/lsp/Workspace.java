package dev.leibniz.compiler.lsp;

import dev.leibniz.compiler.driver.Analysis;
import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.semantics.Facts;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Parser;
import dev.leibniz.compiler.syntax.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Location;

/** The open documents, and what is known of them until one is touched. */
final class Workspace {
    private final Map<String, SourceFile> open = new LinkedHashMap<>();
    private final Map<String, Snapshot> known = new HashMap<>();
    private final StandardFiles standard = new StandardFiles();

    /** The URIs of open documents. */
    List<String> open() {
        return List.copyOf(open.keySet());
    }

    /**
     * A document as it is now.
     *
     * @return the URIs of open documents, itself first, of which something else may be known now
     */
    List<String> put(String uri, String text) {
        Optional<Path> path = Uris.path(uri);
        open.put(uri, new SourceFile(path.map(Path::toString).orElse(uri), text));
        return touched(uri);
    }

    /** The same for a document that is open no longer. */
    List<String> close(String uri) {
        open.remove(uri);
        return touched(uri);
    }

    private List<String> touched(String uri) {
        List<String> affected = new ArrayList<>(List.of(uri));
        Optional<Path> path = Uris.path(uri);
        known.forEach((other, snapshot) -> {
            boolean uses = snapshot.analysis().libraries().stream()
                    .anyMatch(program -> path.filter(
                                    p -> p.toString().equals(program.file().path()))
                            .isPresent());
            if (uses && !other.equals(uri) && open.containsKey(other)) {
                affected.add(other);
            }
        });
        affected.forEach(known::remove);
        return affected;
    }

    /** Files changed that are not open. */
    void forget() {
        known.clear();
    }

    /** What is known of an open document. */
    Optional<Snapshot> snapshot(String uri) {
        SourceFile file = open.get(uri);
        return Optional.ofNullable(file).map(text -> known.computeIfAbsent(uri, u -> look(u, text)));
    }

    private Snapshot look(String uri, SourceFile file) {
        Optional<Path> path = Uris.path(uri);
        if (path.filter(standard::holds).isPresent()) {
            return asText(file);
        }
        List<SourceFile> libraries =
                path.map(p -> new Neighbourhood(openFiles()).libraries(file, p)).orElse(List.of());
        try {
            CompileRequest request = new CompileRequest(List.of(file), libraries, CompileOptions.DEFAULTS);
            return new Snapshot(file, new LeibnizCompiler().analyse(request));
        } catch (RuntimeException | StackOverflowError fault) {
            return asText(file);
        }
    }

    private Map<Path, SourceFile> openFiles() {
        Map<Path, SourceFile> files = new HashMap<>();
        open.forEach((uri, file) -> Uris.path(uri).ifPresent(path -> files.put(path, file)));
        return files;
    }

    /** What the text alone tells. */
    private static Snapshot asText(SourceFile file) {
        Diagnostics diagnostics = new Diagnostics();
        Program program = Parser.parse(file, diagnostics);
        return new Snapshot(file, new Analysis(List.of(program), List.of(), Facts.none(), diagnostics.all()));
    }

    /** A place as editors can go to it: in the document of that file, or in a copy if it belongs to the standard library. */
    Optional<Location> location(Span span) {
        if (span.isNone()) {
            return Optional.empty();
        }
        return open.entrySet().stream()
                .filter(entry -> entry.getValue() == span.file())
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> standard.path(span.file())
                        .or(() -> Uris.fileOf(span.file().path()))
                        .map(path -> path.toUri().toString()))
                .map(uri -> new Location(uri, Positions.of(span)));
    }
}
