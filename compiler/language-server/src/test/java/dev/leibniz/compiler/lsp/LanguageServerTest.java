package dev.leibniz.compiler.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor sees of the server, in the order in which it would ask. */
final class LanguageServerTest {
    private static final String URI_OF_TEXT = "untitled:Digits.nn";
    private static final String DIGITS = """
            package samples.digits;

            /** Twice as much. */
            function twice(x, factor = 2) = factor * x;

            /** Tells handwritten digits apart. */
            network Digits {
              size N;
              size H = 64;
              /** Grey values of the pixels. */
              input image: float[N, H];
              input label: int[N] in 0..10;
              param W: float[H, 10] = glorot_uniform();

              hidden = image |> dense(32) |> relu;
              logits = twice(image @ W, factor = 3) + (hidden |> dense(10));
              logits = logits - mean(logits, axis = -1, keep = true);

              output digit = softmax(logits);
              loss   mean(cross_entropy(logits, label));
              metric accuracy = mean(argmax(logits) == label);
              train  sgd(rate = 0.1, momentum = 0.9);
            }
            """;

    private final Editor editor = new Editor();

    @AfterEach
    void leave() {
        editor.close();
    }

    private void open(String text) {
        editor.open(URI_OF_TEXT, text);
    }

    private String hover(String place) {
        return editor.hover(URI_OF_TEXT, place);
    }

    @Test
    void saysWhatItCan() {
        assertThat(editor.offered().getCapabilities().getTextDocumentSync().getLeft())
                .isEqualTo(TextDocumentSyncKind.Full);
        assertThat(editor.offered().getCapabilities().getHoverProvider().getLeft())
                .isTrue();
    }

    // -- mistakes

    @Test
    void aSoundFileHasNoDiagnostics() {
        open(DIGITS);

        assertThat(editor.diagnostics(URI_OF_TEXT)).isEmpty();
    }

    @Test
    void aMistakeIsToldWithCodePlaceAndWhereItCameFrom() {
        String wrong = DIGITS.replace("float[H, 10]", "float[H + 1, 10]");
        open(wrong);

        Diagnostic told = editor.diagnostics(URI_OF_TEXT).get(0);
        assertThat(told.getSeverity()).isEqualTo(DiagnosticSeverity.Error);
        assertThat(told.getCode().getLeft()).isEqualTo("shape-mismatch");
        assertThat(told.getSource()).isEqualTo("leibniz");
        assertThat(told.getMessage().getLeft()).contains("cannot multiply float[N, 64] by float[65, 10]");
        assertThat(Editor.part(wrong, told.getRange())).isEqualTo("@");
        assertThat(told.getRelatedInformation()).anySatisfy(related -> {
            assertThat(related.getMessage()).startsWith("float[65, 10], declared at");
            assertThat(Editor.part(wrong, related.getLocation().getRange())).isEqualTo("W");
        });
    }

    @Test
    void helpStandsInTheMessageAndUnusedNamesAreGreyed() {
        open(DIGITS.replace("|> relu;", "|> rellu;"));
        assertThat(editor.diagnostics(URI_OF_TEXT).get(0).getMessage().getLeft())
                .endsWith("\nhelp: did you mean `relu`?");

        editor.change(URI_OF_TEXT, DIGITS.replace("  output", "  idle = logits;\n  output"));
        Diagnostic unused = editor.diagnostics(URI_OF_TEXT).get(0);
        assertThat(unused.getSeverity()).isEqualTo(DiagnosticSeverity.Warning);
        assertThat(unused.getTags()).containsExactly(DiagnosticTag.Unnecessary);
    }

    @Test
    void aMistakeGoesWhenItIsMendedAndWhenTheDocumentIsClosed() {
        open(DIGITS.replace("size N;", "size N"));
        assertThat(editor.diagnostics(URI_OF_TEXT)).isNotEmpty();

        editor.change(URI_OF_TEXT, DIGITS);
        assertThat(editor.diagnostics(URI_OF_TEXT)).isEmpty();

        editor.change(URI_OF_TEXT, DIGITS.replace("size N;", "size N"));
        assertThat(editor.diagnostics(URI_OF_TEXT)).isNotEmpty();
        editor.close(URI_OF_TEXT);
        assertThat(editor.diagnostics(URI_OF_TEXT)).isEmpty();
    }

    // -- hover

    @Test
    void aNameHasItsTypeWhereItIsBoundAndWhereItIsRead() {
        open(DIGITS);

        assertThat(hover("hid|den =")).contains("hidden: float[N, 32]");
        assertThat(hover("(hid|den |>")).contains("hidden: float[N, 32]");
        assertThat(hover("input lab|el")).contains("label: int[N]");
        assertThat(hover("output di|git")).contains("digit: float[N, 10]");
        assertThat(hover("size |H")).contains("`H` is the int 64");
        assertThat(hover("float[|N, H]")).contains("`N` is the size N");
    }

    @Test
    void aCallHasItsHeadingWhatItGivesAndItsDocComment() {
        open(DIGITS);

        assertThat(hover("den|se(32)"))
                .contains("layer dense(units, bias = true)")
                .contains("→ float[N, 32]")
                .contains("\n\n");
        assertThat(hover("re|lu;")).contains("function relu(x)").contains("→ float[N, 32]");
        assertThat(hover("twi|ce(image"))
                .contains("function twice(x, factor = 2)")
                .contains("Twice as much.");
        assertThat(hover("me|an(cross"))
                .contains("mean(x, axis, keep = false)")
                .contains("→ float")
                .contains("share");
        assertThat(hover("sg|d(rate")).contains("optimizer sgd(");
        assertThat(hover("network Dig|its")).contains("Tells handwritten digits apart.");
    }

    @Test
    void argumentsAndOperatorsAreExplainedToo() {
        open(DIGITS);

        assertThat(hover("image @ W, fac|tor = 3")).contains("factor = 2");
        assertThat(hover("image |@ W")).contains("float[N, 10]");
        assertThat(hover("(|x, factor")).contains("x: float[N, 10]");
        assertThat(hover("ima|ge @ W")).contains("image: float[N, 64]").contains("Grey values");
    }

    @Test
    void whatIsSoundInAFileWithMistakesIsStillKnown() {
        open(DIGITS.replace("|> dense(10))", "|> dens(10) )").replace("size H = 64;", "size H = 64"));

        assertThat(hover("hid|den =")).contains("hidden: float[N, 32]");
        assertThat(hover("(hid|den |>")).contains("hidden: float[N, 32]");
        assertThat(hover("sam|ples")).isEmpty();
    }

    @Test
    void whatNothingUsesIsShownAsItIsWritten() {
        open("function f(x: float[..., K], k = 2) {\n  half = x / k;\n  yield half + sum(x, keep = true);\n}\n");

        assertThat(hover("ha|lf +")).contains("half = x / k;");
        assertThat(hover("/ |k")).contains("k = 2");
        assertThat(hover("ke|ep = true")).contains("sum(x, axis, keep = false)");
    }

    // -- definition

    @Test
    void namesLeadToWhereTheyWereLastGivenAMeaning() {
        open(DIGITS);

        assertThat(definition("(hid|den |>")).isEqualTo("hidden");
        assertThat(definition("softmax(log|its")).isEqualTo("logits");
        assertThat(editor.definition(URI_OF_TEXT, "softmax(log|its")
                        .get(0)
                        .getRange()
                        .getStart())
                .isEqualTo(Editor.position(DIGITS, DIGITS.indexOf("logits = logits")));
        assertThat(definition("float[N, |H]")).isEqualTo("H");
        assertThat(definition("twi|ce(image")).isEqualTo("twice");
        assertThat(definition("fac|tor = 3")).isEqualTo("factor");
        assertThat(editor.definition(URI_OF_TEXT, "me|an(cross")).isEmpty();
    }

    private String definition(String place) {
        Location location = editor.definition(URI_OF_TEXT, place).get(0);
        assertThat(location.getUri()).isEqualTo(URI_OF_TEXT);
        return Editor.part(DIGITS, location.getRange());
    }

    @Test
    void namesOfTheStandardLibraryLeadToACopyThatCannotBeWrittenTo() throws IOException {
        open(DIGITS);

        Location location = editor.definition(URI_OF_TEXT, "den|se(32)").get(0);
        Path copy = Path.of(URI.create(location.getUri()));
        String text = Files.readString(copy);
        assertThat(Editor.part(text, location.getRange())).isEqualTo("dense");
        assertThat(text).contains("package leibniz.std;");
        assertThat(Files.getPosixFilePermissions(copy)).doesNotContain(PosixFilePermission.OWNER_WRITE);

        editor.open(location.getUri(), text);
        assertThat(editor.diagnostics(location.getUri())).isEmpty();
        assertThat(editor.symbols(location.getUri()))
                .extracting(DocumentSymbol::getName)
                .contains("dense");
    }

    @Test
    void importedNamesLeadToTheirFileAsItIsOnTheScreen(@TempDir Path root) throws IOException {
        Path shared = Files.createDirectories(root.resolve("lib")).resolve("shapes.nn");
        Path main = Files.createDirectories(root.resolve("app")).resolve("Net.nn");
        Files.writeString(shared, "package lib;\n\nfunction half(x) = x / 2;\n");
        String text = "package app;\n\nimport lib.half;\n\nnetwork Net {\n  size N;\n  input x: float[N, 3];\n"
                + "  output y = half(x);\n}\n";
        String uri = main.toUri().toString();
        editor.open(uri, text);
        assertThat(editor.diagnostics(uri)).isEmpty();

        for (String place : List.of("import lib.ha|lf", "= ha|lf(x)")) {
            Location location = editor.definition(uri, place).get(0);
            assertThat(location.getUri()).isEqualTo(shared.toUri().toString());
            assertThat(Editor.part(Files.readString(shared), location.getRange()))
                    .isEqualTo("half");
        }

        editor.open(shared.toUri().toString(), "package lib;\n\nfunction third(x) = x / 3;\n");
        assertThat(editor.diagnostics(uri))
                .extracting(told -> told.getCode().getLeft())
                .contains("import-not-found");
    }

    @Test
    void filesOfOnePackageInOneFolderSeeEachOther(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("more.nn"), "package app;\n\nfunction half(x) = x / 2;\n");
        Files.writeString(root.resolve("other.nn"), "package other;\n\nfunction third(x) = x / 3;\n");
        String uri = root.resolve("Net.nn").toUri().toString();
        editor.open(uri, "package app;\n\nnetwork Net {\n  size N;\n  input x: float[N];\n  output y = half(x);\n}\n");

        assertThat(editor.diagnostics(uri)).isEmpty();
        assertThat(editor.proposals(uri, "= |half")).contains("half").doesNotContain("third");
    }

    @Test
    void aFileThatIsUsedAndHasMistakesIsNamed(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("more.nn"), "package app;\n\nfunction half(x = x / 2;\n");
        String uri = root.resolve("Net.nn").toUri().toString();
        editor.open(uri, "package app;\n\nnetwork Net {\n  size N;\n  input x: float[N];\n  output y = half(x);\n}\n");

        List<Diagnostic> told = editor.diagnostics(uri);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).getMessage().getLeft()).startsWith("more.nn, which this file uses, has mistakes");
        assertThat(told.get(0).getRelatedInformation().get(0).getLocation().getUri())
                .isEqualTo(root.resolve("more.nn").toUri().toString());
    }

    // -- completion

    @Test
    void statementsBeginWithTheKeywordsOfTheirBody() {
        open(DIGITS.replace("  hidden", "  p\n  hidden") + "\nlayer scaled()(x) {\n  y\n}\n\nn\n");

        assertThat(editor.proposals(URI_OF_TEXT, "  p|\n"))
                .contains("param", "precision", "train", "loss", "image", "W")
                .doesNotContain("yield", "network", "hidden", "softmax");
        assertThat(editor.proposals(URI_OF_TEXT, "  y|\n}"))
                .contains("yield", "param", "x")
                .doesNotContain("loss", "train");
        assertThat(editor.proposals(URI_OF_TEXT, "}\n\nn|\n"))
                .contains("network", "layer")
                .doesNotContain("param");
    }

    @Test
    void expressionsProposeNamesOperationsAndTheLibraryWithWhatTheyAre() {
        open(DIGITS.replace("output digit = softmax(logits);", "output digit = s"));

        assertThat(editor.proposals(URI_OF_TEXT, "digit = s|"))
                .contains("hidden", "logits", "image", "softmax", "dense", "relu", "twice", "sum", "training")
                .doesNotContain("sgd", "accuracy", "param");
        assertThat(editor.completion(URI_OF_TEXT, "digit = s|"))
                .anySatisfy(item -> {
                    assertThat(item.getLabel()).isEqualTo("hidden");
                    assertThat(item.getDetail()).isEqualTo("float[N, 32]");
                })
                .anySatisfy(item -> {
                    assertThat(item.getLabel()).isEqualTo("dense");
                    assertThat(item.getLabelDetails().getDetail()).startsWith("(units, bias = true)");
                    assertThat(item.getDocumentation().getRight().getValue()).isNotBlank();
                });
    }

    @Test
    void argumentsTypesOptimizersAndLoopsAreProposedWhereTheyBelong() {
        open("network A {\n  size N;\n  input x: ;\n  h = x |> dense(8, );\n  v = sum(x, );\n  train a\n  for i  \n");

        assertThat(editor.proposals(URI_OF_TEXT, "x: |;")).containsExactly("float", "int", "bool");
        assertThat(editor.proposals(URI_OF_TEXT, "dense(8, |)"))
                .contains("bias =", "units =", "x")
                .doesNotContain("x =");
        assertThat(editor.proposals(URI_OF_TEXT, "sum(x, |)")).contains("axis =", "keep =");
        assertThat(editor.proposals(URI_OF_TEXT, "train a|"))
                .contains("adam", "sgd")
                .doesNotContain("dense");
        assertThat(editor.proposals(URI_OF_TEXT, "for i |")).containsExactly("in");
    }

    @Test
    void behindAPipeStandWhatCanBeApplied() {
        open(DIGITS);

        assertThat(editor.proposals(URI_OF_TEXT, "image |> |dense"))
                .contains("dense", "relu", "sum", "twice")
                .doesNotContain("image", "training", "hidden");
    }

    @Test
    void nothingIsProposedInCommentsStringsNumbersAndNewNames() {
        open("// a comment\nnetwork A {\n  size N;\n  /* inside */ x = 12;\n  y = einsum(\"ab\");\n");

        for (String place : List.of("// a com|ment", "ins|ide", "= 12|;", "\"a|b\"", "size |N", "network |A")) {
            assertThat(editor.proposals(URI_OF_TEXT, place)).as(place).isEmpty();
        }
    }

    // -- format, hints, outline

    @Test
    void formattingChangesOnlyTheLinesThatDiffer() {
        String untidy = DIGITS.replace("hidden = image |> dense(32)", "hidden=image|>dense( 32 )");
        open(untidy);

        List<? extends TextEdit> edits = editor.format(URI_OF_TEXT);
        assertThat(edits).hasSize(1);
        TextEdit edit = edits.get(0);
        assertThat(edit.getNewText()).isEqualTo("  hidden = image |> dense(32) |> relu;\n");
        assertThat(Editor.part(untidy, edit.getRange())).isEqualTo("  hidden=image|>dense( 32 ) |> relu;\n");

        editor.change(URI_OF_TEXT, DIGITS);
        assertThat(editor.format(URI_OF_TEXT)).isEmpty();
        editor.change(URI_OF_TEXT, "network {");
        assertThat(editor.format(URI_OF_TEXT)).isEmpty();
    }

    @Test
    void definedNamesHaveTheirShapesBehindThem() {
        open(DIGITS);

        assertThat(editor.hints(URI_OF_TEXT))
                .extracting(hint -> hint.getLabel().getLeft())
                .containsExactly(": float[N, 32]", ": float[N, 10]", ": float[N, 10]", ": float[N, 10]");
        Position first = editor.hints(URI_OF_TEXT).get(0).getPosition();
        assertThat(first).isEqualTo(Editor.position(DIGITS, DIGITS.indexOf("hidden =") + "hidden".length()));
    }

    @Test
    void theOutlineHoldsDeclarationsAndTheirNames() {
        open(DIGITS);

        List<DocumentSymbol> symbols = editor.symbols(URI_OF_TEXT);
        assertThat(symbols).extracting(DocumentSymbol::getName).containsExactly("twice", "Digits");
        assertThat(symbols.get(0).getKind()).isEqualTo(SymbolKind.Function);
        assertThat(symbols.get(1).getChildren())
                .extracting(DocumentSymbol::getName)
                .containsExactly("N", "H", "image", "label", "W", "hidden", "logits", "digit", "accuracy");
    }

    // -- the conversation

    @Test
    void itLeavesWhenToldToAndWhenTheEditorIsGone() throws IOException {
        assertThat(editor.leave()).isZero();

        Editor other = new Editor();
        assertThat(other.hangUp()).isEqualTo(1);
    }

    @Test
    void documentsThatAreNotOpenHaveNoAnswers() {
        assertThat(Editor.wait(editor.hoverAt("untitled:none", new Position(3, 1))))
                .isNull();
        assertThat(Editor.wait(editor.completionAt("no uri at all", new Position(-1, 1))))
                .isEmpty();
    }
}
