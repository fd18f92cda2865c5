package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.CompilerBug;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.grammar.NnLexer;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * The one style of source text. A statement begins a line, a block is indented by two spaces, spaces stand where {@link Spacing} says, one empty line at
 * most divides, what ends a line as a comment is aligned. Where a long statement is broken, where lines are empty, and how lines end is the author's.
 */
public final class Formatter {
    private Formatter() {}

    /**
     * The text of a file in the one style, which is its own: formatting it again changes nothing. Empty if it is no program; then what is wrong is reported.
     *
     * @throws CompilerBug if words would be lost
     */
    public static Optional<String> format(SourceFile file, Diagnostics diagnostics) {
        Diagnostics found = new Diagnostics();
        ParsedFile parsed = ParsedFile.of(file, found);
        if (found.hasErrors() || parsed.tree().isEmpty()) {
            found.all().forEach(diagnostics::report);
            return Optional.empty();
        }
        String text = new FormattedText(parsed).text();
        if (!words(parsed.tokens().getTokens())
                .equals(words(
                        ParsedFile.tokens(new SourceFile(file.path(), text)).getTokens()))) {
            throw new CompilerBug("formatting " + file.path() + " changes what it says");
        }
        return Optional.of(file.text().contains("\r\n") ? text.replace("\n", "\r\n") : text);
    }

    /** What the layout must not change: the words, and of comments all but the space between theirs. */
    private static List<String> words(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.getType() != NnLexer.SPACE)
                .map(token -> token.getChannel() == Token.DEFAULT_CHANNEL
                        ? token.getText()
                        : token.getText().replaceAll("\\s+", " ").strip())
                .toList();
    }
}
