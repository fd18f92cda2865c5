package dev.leibniz.compiler.lsp;

import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.syntax.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What may be written at an offset, judged by the words before it alone: the text around is rarely a program while someone types.
 *
 * @param kind what kind of word
 * @param body the keyword of the declaration whose body or heading this is; empty outside
 * @param statement the words of the statement or heading so far, without the one being typed
 * @param before all words of the declaration so far, without the one being typed
 * @param isInLoop whether there is a loop at run time around
 */
record Context(Kind kind, String body, List<Word> statement, List<Word> before, boolean isInLoop) {
    /** What may come. */
    enum Kind {
        /** Nothing that can be proposed: a new name, a number, or the inside of a comment. */
        NOTHING,
        /** A declaration. */
        DECLARATION,
        /** A statement. */
        STATEMENT,
        /** The element type of a tensor. */
        TYPE,
        /** An optimizer. */
        OPTIMIZER,
        /** {@code float} or {@code double}. */
        PRECISION,
        /** The {@code in} of a loop. */
        IN,
        /** An expression. */
        EXPRESSION
    }

    private static final Set<String> DECLARATIONS = Set.of("network", "layer", "function", "optimizer");
    private static final Set<String> NAMING = Set.of(
            "network",
            "layer",
            "function",
            "optimizer",
            "size",
            "input",
            "param",
            "state",
            "hyper",
            "output",
            "metric",
            "for",
            "scan",
            "package",
            "import",
            "as");
    /** The words that begin a statement even if the one before is not ended. */
    private static final Set<String> STATEMENTS = Set.of(
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
            "yield",
            "for",
            "scan",
            "collect",
            "precision");

    private static final Set<String> TYPED = Set.of("input", "param", "state");

    static Context at(SourceFile file, int offset) {
        List<Word> before = new ArrayList<>();
        for (Word word : Word.of(file)) {
            if (word.span().start() >= offset) {
                break;
            } else if (word.kind() == Word.Kind.COMMENT) {
                if (isInside(word, offset)) {
                    return nothing();
                }
            } else if (offset <= word.span().end()
                    && (word.kind() == Word.Kind.NUMBER || word.kind() == Word.Kind.STRING)) {
                return nothing();
            } else if (offset > word.span().end() || word.kind() == Word.Kind.SIGN) {
                before.add(word);
            }
        }
        return of(before);
    }

    private static Context nothing() {
        return new Context(Kind.NOTHING, "", List.of(), List.of(), false);
    }

    /** A comment that ends with its line, or does not end, goes on behind its last character. */
    private static boolean isInside(Word comment, int offset) {
        boolean isClosed = comment.text().startsWith("/*") && comment.text().endsWith("*/");
        return isClosed
                ? offset < comment.span().end()
                : offset <= comment.span().end();
    }

    private static Context of(List<Word> words) {
        Deque<Boolean> blocks = new ArrayDeque<>();
        String declaration = "";
        int declarationStart = 0;
        int statementStart = 0;
        for (int at = 0; at < words.size(); at++) {
            String text = words.get(at).text();
            if (blocks.isEmpty() && DECLARATIONS.contains(text)) {
                declaration = text;
                declarationStart = at;
            }
            if (text.equals("{")) {
                blocks.push(
                        statementStart < at && words.get(statementStart).text().equals("scan"));
                statementStart = at + 1;
            } else if (text.equals("}")) {
                blocks.poll();
                statementStart = at + 1;
            } else if (text.equals(";")) {
                statementStart = at + 1;
            } else if (beginsLine(words, at) && STATEMENTS.contains(text)) {
                statementStart = at;
            }
            if (blocks.isEmpty() && (text.equals("}") || text.equals(";"))) {
                declaration = "";
                declarationStart = at + 1;
            }
        }
        List<Word> statement = words.subList(statementStart, words.size());
        Kind kind = kind(statement, blocks.isEmpty());
        return new Context(
                kind, declaration, statement, words.subList(declarationStart, words.size()), blocks.contains(true));
    }

    private static boolean beginsLine(List<Word> words, int at) {
        return at > 0 && words.get(at - 1).span().line() < words.get(at).span().line();
    }

    private static Kind kind(List<Word> statement, boolean isOutside) {
        if (statement.isEmpty()) {
            return isOutside ? Kind.DECLARATION : Kind.STATEMENT;
        }
        String first = statement.get(0).text();
        String last = statement.get(statement.size() - 1).text();
        boolean isHeading = isOutside && DECLARATIONS.contains(first);
        boolean isAssigned = statement.stream().anyMatch(word -> word.text().equals("="));
        if (NAMING.contains(last) || first.equals("package") || first.equals("import")) {
            return Kind.NOTHING;
        } else if (first.equals("precision")) {
            return Kind.PRECISION;
        } else if (first.equals("train") && statement.size() == 1) {
            return Kind.OPTIMIZER;
        } else if ((first.equals("for") || first.equals("scan")) && statement.size() == 2) {
            return Kind.IN;
        } else if (last.equals(":") && (isHeading || TYPED.contains(first) && !isAssigned)) {
            return Kind.TYPE;
        } else if (isHeading && !last.equals("=") && (last.equals("(") || last.equals(","))) {
            return Kind.NOTHING;
        }
        return Kind.EXPRESSION;
    }

    /** Whether the last word is a pipe, so that a function or layer is needed. */
    boolean isPiped() {
        return !statement.isEmpty()
                && statement.get(statement.size() - 1).text().equals("|>");
    }

    /** The name that is called by the innermost parenthesis that is open, if an argument begins here. */
    Optional<String> callee() {
        int depth = 0;
        for (int at = statement.size() - 1; at > 0; at--) {
            String text = statement.get(at).text();
            if (text.equals(")") || text.equals("]")) {
                depth++;
            } else if (text.equals("(") || text.equals("[")) {
                if (depth-- == 0) {
                    Word callee = statement.get(at - 1);
                    boolean isCall = text.equals("(")
                            && (callee.kind() == Word.Kind.NAME || callee.text().equals("grad"));
                    String last = statement.get(statement.size() - 1).text();
                    boolean begins = last.equals("(") || last.equals(",");
                    return isCall && begins ? Optional.of(callee.text()) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
