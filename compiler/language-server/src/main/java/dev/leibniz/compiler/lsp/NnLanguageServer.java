package dev.leibniz.compiler.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** One conversation with an editor, from {@code initialize} to {@code exit}. */
public final class NnLanguageServer implements LanguageServer, LanguageClientAware {
    /** What goes wrong between two programs is no news for a person, and editors show what a server prints. */
    private static final Logger PROTOCOL = Logger.getLogger("org.eclipse.lsp4j");

    private final Workspace workspace = new Workspace();
    private final Worker worker = new Worker();
    private final Publisher publisher = new Publisher(workspace, worker);
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private boolean isShutDown;

    /**
     * Serves one editor until it says {@code exit} or hangs up.
     *
     * @return the exit status that the protocol asks for: 1 if the editor left without {@code shutdown}
     */
    public static int serve(InputStream in, OutputStream out) throws InterruptedException {
        PROTOCOL.setLevel(Level.OFF);
        NnLanguageServer server = new NnLanguageServer();
        Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, in, out);
        server.connect(launcher.getRemoteProxy());
        Future<Void> listening = launcher.startListening();
        server.worker.watch(listening, () -> server.ended.complete(server.status()));
        try {
            return server.ended.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a conversation is no failure", e);
        } finally {
            listening.cancel(true);
            server.worker.stop();
        }
    }

    @Override
    public void connect(LanguageClient client) {
        publisher.connect(client);
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        ServerCapabilities offered = new ServerCapabilities();
        offered.setTextDocumentSync(TextDocumentSyncKind.Full);
        offered.setHoverProvider(true);
        offered.setDefinitionProvider(true);
        offered.setDocumentSymbolProvider(true);
        offered.setDocumentFormattingProvider(true);
        offered.setInlayHintProvider(true);
        offered.setCompletionProvider(new CompletionOptions(false, List.of(">")));
        return CompletableFuture.completedFuture(new InitializeResult(offered, new ServerInfo("nnc")));
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        isShutDown = true;
        return CompletableFuture.completedFuture(new Object());
    }

    @Override
    public void exit() {
        ended.complete(status());
    }

    private int status() {
        return isShutDown ? 0 : 1;
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // Nothing is traced.
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return new Documents(workspace, worker, publisher);
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return new WatchedFiles(workspace, worker, publisher);
    }
}
