package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Problem;
import dev.leibniz.compiler.source.Span;
import java.util.Optional;

/** A mistake that keeps a text from being a sentence of the language. */
sealed interface SyntaxProblem extends Problem {

    /**
     * Something else is needed here.
     *
     * @param opened the bracket that stands open
     */
    record UnexpectedToken(Span span, String wanted, String found, Optional<Span> opened, Optional<String> help)
            implements SyntaxProblem {
        @Override
        public Diagnostic diagnostic() {
            Diagnostic diagnostic =
                    Diagnostic.error("unexpected-token", span, "expected " + wanted + " but found " + found);
            if (opened.isPresent()) {
                diagnostic = diagnostic.label(opened.get(), "opened here");
            }
            return help.isPresent() ? diagnostic.help(help.get()) : diagnostic;
        }
    }

    /** @param span the end of what should be ended */
    record MissingSemicolon(Span span) implements SyntaxProblem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("missing-semicolon", span, "expected `;` after this");
        }
    }

    /** @param before what stands where the bracket should be closed at the latest */
    record UnclosedBracket(Span span, Span before, String wanted) implements SyntaxProblem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("unclosed-bracket", span, "this `" + span.text() + "` is never closed")
                    .label(before, "expected " + wanted + " before this");
        }
    }

    /** @param before what stands where the brace should be closed at the latest; empty at the end of the file */
    record UnclosedBrace(Span span, Span before) implements SyntaxProblem {
        @Override
        public Diagnostic diagnostic() {
            Diagnostic diagnostic = Diagnostic.error("unclosed-brace", span, "this `{` is never closed");
            boolean atEnd = before.start() == before.end();
            return atEnd
                    ? diagnostic.note("the file ends before its `}`")
                    : diagnostic.label(before, "expected `}` before this");
        }
    }

    /** A closing brace too many. */
    record StrayBrace(Span span) implements SyntaxProblem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("stray-brace", span, "this `}` closes nothing");
        }
    }

    /** What stands outside of every declaration because a brace too many ended the one before. */
    record OutsideDeclaration(Span span, String found, Span ended) implements SyntaxProblem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                            "unexpected-token",
                            span,
                            "expected " + Wording.DECLARATION + " but found " + found + ", which belongs inside of one")
                    .label(ended, "the declaration before ends here");
        }
    }

    /** A package or import that comes too late. */
    record OutOfPlace(Span span) implements SyntaxProblem {
        @Override
        public Diagnostic diagnostic() {
            String place = span.text().equals("package")
                    ? "stands once, at the beginning of the file"
                    : "stands before all declarations";
            return Diagnostic.error("out-of-place", span, "`" + span.text() + "` " + place);
        }
    }

    /** A keyword where the user needs a name of his own. */
    record KeywordAsName(Span span, Optional<String> help) implements SyntaxProblem {
        @Override
        public Diagnostic diagnostic() {
            Diagnostic diagnostic = Diagnostic.error(
                    "keyword-as-name", span, "`" + span.text() + "` is a word of the language and cannot be a name");
            return help.isPresent() ? diagnostic.help(help.get()) : diagnostic;
        }
    }

    /** One or more characters that no token begins with. */
    record BadCharacter(Span span) implements SyntaxProblem {
        @Override
        public Diagnostic diagnostic() {
            String text = span.text();
            int count = text.codePointCount(0, text.length());
            String message = count == 1
                    ? "the character " + Wording.character(text.codePointAt(0)) + " has no meaning here"
                    : "these " + count + " characters have no meaning here";
            Diagnostic diagnostic = Diagnostic.error("bad-character", span, message);
            return Wording.helpForCharacter(text).map(diagnostic::help).orElse(diagnostic);
        }
    }

    /** Digits with letters at their end. */
    record BadNumber(Span span) implements SyntaxProblem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "bad-number", span, Wording.quoted(span.text()) + " is neither a number nor a name");
        }
    }

    /** A name longer than those of files may be. */
    record NameTooLong(Span span, int bytes, int limit) implements SyntaxProblem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "name-too-long",
                    span,
                    "a name can have " + limit + " bytes in UTF-8, not more, but this has " + bytes);
        }
    }

    /** @param span the first word that is too much */
    record FileTooLong(Span span, int limit) implements SyntaxProblem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "file-too-long", span, "a file can have " + limit + " words, signs and spaces, not more");
        }
    }

    /** A number that cannot be represented. */
    record NumberOutOfRange(Span span, String limit) implements SyntaxProblem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                            "bad-number", span, "the number " + Wording.shortened(span.text()) + " is out of range")
                    .note(limit);
        }
    }

    /** @param span the beginning of the comment */
    record UnterminatedComment(Span span) implements SyntaxProblem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("unterminated-comment", span, "this comment is never closed with `*/`");
        }
    }

    /** A string that its line does not close. */
    record UnterminatedString(Span span) implements SyntaxProblem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("unterminated-string", span, "this string is not closed with `\"` on its line");
        }
    }

    /** More levels of brackets, blocks, signs, powers or choices than are read. */
    record NestedTooDeeply(Span span, int limit) implements SyntaxProblem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "nested-too-deeply",
                    span,
                    "expressions and blocks can be nested " + limit + " levels deep, not more");
        }
    }

    /** @param span the last error that is shown */
    record TooManyErrors(Span span, int limit) implements SyntaxProblem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "too-many-errors",
                    span,
                    "this file has more than " + limit + " syntax errors; the rest is not shown");
        }
    }
}
