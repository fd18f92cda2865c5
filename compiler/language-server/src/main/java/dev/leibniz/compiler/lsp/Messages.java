package dev.leibniz.compiler.lsp;

import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Program;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Range;

/** What the compiler says of a document, in the protocol's form. */
final class Messages {
    private static final String SOURCE = "leibniz";
    private static final String UNUSED = "unused";

    private Messages() {}

    static List<org.eclipse.lsp4j.Diagnostic> of(Snapshot snapshot, Workspace workspace) {
        List<org.eclipse.lsp4j.Diagnostic> messages = new ArrayList<>();
        Set<SourceFile> elsewhere = new HashSet<>();
        for (Diagnostic diagnostic : snapshot.analysis().diagnostics()) {
            of(diagnostic, snapshot.file(), workspace).ifPresentOrElse(messages::add, () -> {
                if (diagnostic.isError() && elsewhere.add(diagnostic.span().file())) {
                    messages.add(elsewhere(diagnostic, snapshot, workspace));
                }
            });
        }
        return messages;
    }

    /** Of a file used here that has mistakes itself: why nothing else is told. */
    private static org.eclipse.lsp4j.Diagnostic elsewhere(
            Diagnostic diagnostic, Snapshot snapshot, Workspace workspace) {
        SourceFile other = diagnostic.span().file();
        String text = other.name()
                + ", which this file uses, has mistakes: until they are mended, names and shapes are not checked here";
        Span here =
                snapshot.program().packageName().map(Program.PackageName::span).orElse(new Span(snapshot.file(), 0, 0));
        return message(
                Diagnostic.warning(diagnostic.code(), diagnostic.span(), diagnostic.message()), here, text, workspace);
    }

    /** Of a mistake in another file that was found from this one, the place here that led there. */
    private static Optional<org.eclipse.lsp4j.Diagnostic> of(
            Diagnostic diagnostic, SourceFile file, Workspace workspace) {
        Optional<Span> here = diagnostic.span().file() == file
                ? Optional.of(diagnostic.span())
                : diagnostic.labels().stream()
                        .map(Diagnostic.Label::span)
                        .filter(span -> span.file() == file)
                        .findFirst();
        return here.map(span -> message(diagnostic, span, text(diagnostic), workspace));
    }

    private static org.eclipse.lsp4j.Diagnostic message(
            Diagnostic diagnostic, Span here, String text, Workspace workspace) {
        Range range = Positions.of(here);
        org.eclipse.lsp4j.Diagnostic message = new org.eclipse.lsp4j.Diagnostic(range, text);
        message.setSeverity(diagnostic.isError() ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning);
        message.setCode(diagnostic.code());
        message.setSource(SOURCE);
        if (diagnostic.code().equals(UNUSED)) {
            message.setTags(List.of(DiagnosticTag.Unnecessary));
        }
        message.setRelatedInformation(related(diagnostic, here, workspace));
        return message;
    }

    private static List<DiagnosticRelatedInformation> related(Diagnostic diagnostic, Span here, Workspace workspace) {
        List<Diagnostic.Label> labels = new ArrayList<>(diagnostic.labels());
        if (!here.equals(diagnostic.span())) {
            labels.add(0, new Diagnostic.Label(diagnostic.span(), diagnostic.message()));
        }
        return labels.stream()
                .filter(label -> !label.text().isEmpty())
                .flatMap(label -> workspace.location(label.span()).stream()
                        .map(location -> new DiagnosticRelatedInformation(location, label.text())))
                .toList();
    }

    private static String text(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder(diagnostic.message());
        diagnostic.notes().forEach(note -> text.append("\nnote: ").append(note));
        diagnostic.help().forEach(help -> text.append("\nhelp: ").append(help));
        return text.toString();
    }
}
