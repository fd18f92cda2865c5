package dev.leibniz.compiler.lsp;

import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What editors tell of files that are not open: when they change, so may what is known of those that are. */
final class WatchedFiles implements WorkspaceService {
    private final Workspace workspace;
    private final Worker worker;
    private final Publisher publisher;

    WatchedFiles(Workspace workspace, Worker worker, Publisher publisher) {
        this.workspace = workspace;
        this.worker = worker;
        this.publisher = publisher;
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        // Nothing can be configured.
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        worker.run(() -> {
            workspace.forget();
            workspace.open().forEach(publisher::soon);
        });
    }
}
