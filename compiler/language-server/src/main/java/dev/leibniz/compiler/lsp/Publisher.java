package dev.leibniz.compiler.lsp;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** Tells the editor what is wrong with open documents, shortly after they were last touched. */
final class Publisher {
    private static final long PAUSE_IN_MILLIS = 120;

    private final Workspace workspace;
    private final Worker worker;
    private Optional<LanguageClient> client = Optional.empty();

    Publisher(Workspace workspace, Worker worker) {
        this.workspace = workspace;
        this.worker = worker;
    }

    void connect(LanguageClient editor) {
        client = Optional.of(editor);
    }

    /** Looks at a document when it was left alone for a moment. */
    void soon(String uri) {
        worker.later(uri, PAUSE_IN_MILLIS, () -> publish(uri));
    }

    /** A document that is closed has nothing wrong any more. */
    private void publish(String uri) {
        List<Diagnostic> found = workspace
                .snapshot(uri)
                .map(snapshot -> Messages.of(snapshot, workspace))
                .orElse(List.of());
        client.ifPresent(editor -> editor.publishDiagnostics(new PublishDiagnosticsParams(uri, found)));
    }
}
