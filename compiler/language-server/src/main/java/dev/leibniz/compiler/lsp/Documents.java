package dev.leibniz.compiler.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** What editors tell and ask of open documents. */
final class Documents implements TextDocumentService {
    private final Workspace workspace;
    private final Worker worker;
    private final Publisher publisher;

    Documents(Workspace workspace, Worker worker, Publisher publisher) {
        this.workspace = workspace;
        this.worker = worker;
        this.publisher = publisher;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        put(params.getTextDocument().getUri(), params.getTextDocument().getText());
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        List<TextDocumentContentChangeEvent> changes = params.getContentChanges();
        if (!changes.isEmpty()) {
            put(
                    params.getTextDocument().getUri(),
                    changes.get(changes.size() - 1).getText());
        }
    }

    private void put(String uri, String text) {
        worker.run(() -> {
            List<String> affected = workspace.put(uri, text);
            affected.forEach(publisher::soon);
        });
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        worker.run(() -> {
            List<String> affected = workspace.close(params.getTextDocument().getUri());
            affected.forEach(publisher::soon);
        });
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        // What was saved is what was told before.
    }

    private <T extends @Nullable Object> CompletableFuture<T> ask(
            TextDocumentIdentifier document, T nothing, Function<Snapshot, T> question) {
        return worker.ask(
                nothing,
                () -> workspace.snapshot(document.getUri()).map(question).orElse(nothing));
    }

    @Override
    public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
        return this.<@Nullable Hover>ask(
                params.getTextDocument(),
                null,
                snapshot -> Hovers.at(snapshot, snapshot.offset(params.getPosition()))
                        .orElse(null));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return ask(
                        params.getTextDocument(),
                        List.<Location>of(),
                        snapshot -> Definitions.at(snapshot, snapshot.offset(params.getPosition()))
                                .flatMap(workspace::location)
                                .map(List::of)
                                .orElse(List.of()))
                .thenApply(Either::forLeft);
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return ask(
                        params.getTextDocument(),
                        List.<CompletionItem>of(),
                        snapshot -> Completions.at(snapshot, snapshot.offset(params.getPosition())))
                .thenApply(Either::forLeft);
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return ask(params.getTextDocument(), List.of(), snapshot -> Formatting.of(snapshot.file()));
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        return ask(
                params.getTextDocument(),
                List.of(),
                snapshot -> InlayHints.in(
                        snapshot,
                        snapshot.offset(params.getRange().getStart()),
                        snapshot.offset(params.getRange().getEnd())));
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return ask(
                params.getTextDocument(),
                List.of(),
                snapshot -> Symbols.of(snapshot.program()).stream()
                        .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                        .toList());
    }
}
