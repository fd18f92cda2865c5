package dev.leibniz.compiler.lsp;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** An editor that talks to a server of its own over streams. Places are said as in {@code "den|se(64)"}: where the bar is, in the first such text. */
final class Editor implements LanguageClient, AutoCloseable {
    private static final Pattern BAR = Pattern.compile("\\|(?!>)");
    private static final int PIPE = 1 << 20;
    private static final long PATIENCE_IN_SECONDS = 20;

    private final Map<String, LinkedBlockingQueue<List<Diagnostic>>> published = new ConcurrentHashMap<>();
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final PipedOutputStream toServer = new PipedOutputStream();
    private final CompletableFuture<Integer> exitStatus;
    private final LanguageServer server;
    private final InitializeResult offered;

    Editor() {
        try {
            PipedInputStream serverIn = new PipedInputStream(toServer, PIPE);
            PipedOutputStream serverOut = new PipedOutputStream();
            PipedInputStream fromServer = new PipedInputStream(serverOut, PIPE);
            exitStatus = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return NnLanguageServer.serve(serverIn, serverOut);
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    task -> new Thread(task, "server").start());
            Launcher<LanguageServer> launcher = LSPLauncher.createClientLauncher(this, fromServer, toServer);
            launcher.startListening();
            server = launcher.getRemoteProxy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        offered = wait(server.initialize(new InitializeParams()));
        server.initialized(new org.eclipse.lsp4j.InitializedParams());
    }

    static <T> T wait(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("no answer", e);
        }
    }

    InitializeResult offered() {
        return offered;
    }

    // -- documents

    void open(String uri, String text) {
        texts.put(uri, text);
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "nn", 1, text)));
    }

    void change(String uri, String text) {
        texts.put(uri, text);
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(uri, 2),
                        List.of(new TextDocumentContentChangeEvent(text))));
    }

    void close(String uri) {
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(document(uri)));
    }

    /** What is told next of a document. */
    List<Diagnostic> diagnostics(String uri) {
        try {
            List<Diagnostic> next = queue(uri).poll(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was published of " + uri);
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    // -- questions

    CompletableFuture<Hover> hoverAt(String uri, Position position) {
        return server.getTextDocumentService().hover(new HoverParams(document(uri), position));
    }

    /** The text of a hover; empty if there is none. */
    String hover(String uri, String place) {
        Hover hover = wait(hoverAt(uri, position(uri, place)));
        return hover == null ? "" : hover.getContents().getRight().getValue();
    }

    List<? extends Location> definition(String uri, String place) {
        return wait(server.getTextDocumentService()
                        .definition(new DefinitionParams(document(uri), position(uri, place))))
                .getLeft();
    }

    CompletableFuture<List<CompletionItem>> completionAt(String uri, Position position) {
        return server.getTextDocumentService()
                .completion(new CompletionParams(document(uri), position))
                .thenApply(Either::getLeft);
    }

    List<CompletionItem> completion(String uri, String place) {
        return wait(completionAt(uri, position(uri, place)));
    }

    List<String> proposals(String uri, String place) {
        return completion(uri, place).stream().map(CompletionItem::getLabel).toList();
    }

    List<? extends TextEdit> format(String uri) {
        return wait(server.getTextDocumentService()
                .formatting(new DocumentFormattingParams(document(uri), new FormattingOptions(2, true))));
    }

    List<InlayHint> hints(String uri) {
        Range all = new Range(
                new Position(0, 0), position(texts.get(uri), texts.get(uri).length()));
        return wait(server.getTextDocumentService().inlayHint(new InlayHintParams(document(uri), all)));
    }

    List<DocumentSymbol> symbols(String uri) {
        return wait(server.getTextDocumentService().documentSymbol(new DocumentSymbolParams(document(uri)))).stream()
                .map(Either::getRight)
                .toList();
    }

    /** Ends the conversation as the protocol wants it. */
    int leave() {
        wait(server.shutdown());
        server.exit();
        return wait(exitStatus);
    }

    /** Hangs up without a word. */
    int hangUp() throws IOException {
        toServer.close();
        return wait(exitStatus);
    }

    @Override
    public void close() {
        if (!exitStatus.isDone()) {
            leave();
        }
    }

    private static TextDocumentIdentifier document(String uri) {
        return new TextDocumentIdentifier(uri);
    }

    private Position position(String uri, String place) {
        String text = texts.get(uri);
        Matcher bar = BAR.matcher(place);
        int found = text.indexOf(bar.replaceFirst(""));
        if (found < 0 || !bar.reset().find()) {
            throw new IllegalArgumentException("no " + place + " in " + text);
        }
        return position(text, found + bar.start());
    }

    /** The place of an offset in a text whose lines end with line feeds. */
    static Position position(String text, int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return new Position(line, offset - (before.lastIndexOf('\n') + 1));
    }

    /** The part of a text that a range covers. */
    static String part(String text, Range range) {
        return text.substring(offset(text, range.getStart()), offset(text, range.getEnd()));
    }

    static int offset(String text, Position position) {
        int start = 0;
        for (int line = 0; line < position.getLine(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start + position.getCharacter();
    }

    // -- what the server says by itself

    private LinkedBlockingQueue<List<Diagnostic>> queue(String uri) {
        return published.computeIfAbsent(uri, u -> new LinkedBlockingQueue<>());
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams params) {
        queue(params.getUri()).add(params.getDiagnostics());
    }

    @Override
    public void telemetryEvent(Object event) {
        throw new AssertionError("unexpected telemetry");
    }

    @Override
    public void showMessage(MessageParams message) {
        throw new AssertionError("unexpected message " + message);
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        throw new AssertionError("unexpected question " + request);
    }

    @Override
    public void logMessage(MessageParams message) {
        throw new AssertionError("unexpected message " + message);
    }
}
