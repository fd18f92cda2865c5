package dev.leibniz.compiler.lsp;

import dev.leibniz.compiler.semantics.Facts;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionItemLabelDetails;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;

/** What can be written at a place: keywords that may stand there, names that mean something there. */
final class Completions {
    private static final List<String> TOP = List.of("package", "import", "network", "layer", "function", "optimizer");
    private static final Map<String, List<String>> STATEMENTS = Map.of(
            "network",
            List.of(
                    "size",
                    "input",
                    "param",
                    "state",
                    "next",
                    "hyper",
                    "output",
                    "loss",
                    "metric",
                    "train",
                    "for",
                    "scan",
                    "precision"),
            "layer",
            List.of("size", "param", "state", "next", "yield", "for", "scan"),
            "function",
            List.of("size", "yield", "for", "scan"),
            "optimizer",
            List.of("size", "state", "next", "for", "scan"));

    private final Snapshot snapshot;
    private final Context context;
    private final List<CompletionItem> items = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    private Completions(Snapshot snapshot, Context context) {
        this.snapshot = snapshot;
        this.context = context;
    }

    static List<CompletionItem> at(Snapshot snapshot, int offset) {
        Completions completions = new Completions(snapshot, Context.at(snapshot.file(), offset));
        completions.collect();
        return completions.items;
    }

    private void collect() {
        switch (context.kind()) {
            case NOTHING -> {}
            case DECLARATION -> TOP.forEach(this::keyword);
            case STATEMENT -> {
                STATEMENTS.getOrDefault(context.body(), List.of()).forEach(this::keyword);
                if (context.isInLoop()) {
                    keyword("collect");
                }
                locals();
            }
            case TYPE -> List.of("float", "int", "bool").forEach(this::keyword);
            case PRECISION -> List.of("float", "double").forEach(this::keyword);
            case IN -> keyword("in");
            case OPTIMIZER -> declarations(true);
            case EXPRESSION -> {
                context.callee().ifPresent(this::arguments);
                if (!context.isPiped()) {
                    locals();
                    List.of("training", "true", "false").forEach(this::keyword);
                }
                declarations(false);
                Operation.all().values().forEach(this::operation);
            }
        }
    }

    private void keyword(String word) {
        add(word, CompletionItemKind.Keyword);
    }

    private void locals() {
        if (context.body().equals("optimizer")) {
            List.of("w", "g", "t").forEach(name -> add(name, CompletionItemKind.Variable));
        }
        for (Word name : LocalNames.in(context.before())) {
            String type = snapshot.facts().at(name.span()).stream()
                    .map(Facts.Known::text)
                    .collect(Collectors.joining(" or "));
            add(name.text(), CompletionItemKind.Variable)
                    .ifPresent(item -> item.setDetail(type.isEmpty() ? null : type));
        }
    }

    private void declarations(boolean optimizers) {
        for (Declaration declaration : snapshot.facts().visible(snapshot.file())) {
            if (declaration instanceof Declaration.Optimizer == optimizers) {
                CompletionItemKind kind = declaration instanceof Declaration.Function
                        ? CompletionItemKind.Function
                        : CompletionItemKind.Class;
                add(declaration.name().text(), kind)
                        .ifPresent(item -> describe(
                                item,
                                Headings.arguments(declaration),
                                Headings.of(declaration),
                                declaration.doc().orElse("")));
            }
        }
    }

    private void operation(Operation operation) {
        add(operation.name(), CompletionItemKind.Function)
                .ifPresent(item -> describe(item, operation.arguments(), operation.heading(), operation.description()));
    }

    /** Names by which the arguments of a call can be given. */
    private void arguments(String callee) {
        Optional<Declaration> declared = snapshot.facts().visible(snapshot.file()).stream()
                .filter(declaration -> declaration.name().text().equals(callee))
                .findFirst();
        List<String> names = declared.map(declaration -> named(declaration))
                .or(() -> Operation.of(callee).map(Operation::parameters))
                .orElse(List.of());
        for (String name : names) {
            CompletionItem item = new CompletionItem(name + " =");
            item.setKind(CompletionItemKind.Property);
            item.setInsertText(name + " = ");
            item.setSortText("0" + name);
            items.add(item);
        }
    }

    /** Of a layer, its configuration: tensors stand in a list of their own, or before a pipe. */
    private static List<String> named(Declaration declaration) {
        List<Declaration.Formal> formals =
                declaration instanceof Declaration.Layer layer ? layer.configuration() : Tree.formals(declaration);
        return formals.stream().map(formal -> formal.name().text()).toList();
    }

    /** Empty if something nearer has that name. */
    private Optional<CompletionItem> add(String name, CompletionItemKind kind) {
        if (!known.add(name)) {
            return Optional.empty();
        }
        CompletionItem item = new CompletionItem(name);
        item.setKind(kind);
        item.setSortText((kind == CompletionItemKind.Variable ? "1" : "2") + name);
        items.add(item);
        return Optional.of(item);
    }

    private static void describe(CompletionItem item, String arguments, String heading, String description) {
        CompletionItemLabelDetails details = new CompletionItemLabelDetails();
        details.setDetail(arguments);
        item.setLabelDetails(details);
        item.setDetail(heading);
        if (!description.isEmpty()) {
            item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, description));
        }
    }
}
