package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Spelling;
import dev.leibniz.grammar.NnLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Tokens in the words of the user. */
final class Wording {
    static final String DECLARATION = "`network`, `function`, `layer` or `optimizer`";
    private static final int LONGEST = 24;
    private static final int SHORTEST = 3;

    /** What begins an expression or goes on after an operand: too much to be listed. */
    private static final IntervalSet EXPRESSION = new IntervalSet(
            NnLexer.INT_LITERAL,
            NnLexer.FLOAT_LITERAL,
            NnLexer.STRING_LITERAL,
            NnLexer.TRUE,
            NnLexer.FALSE,
            NnLexer.TRAINING,
            NnLexer.GRAD,
            NnLexer.IDENTIFIER,
            NnLexer.MINUS,
            NnLexer.NOT,
            NnLexer.LPAREN,
            NnLexer.LBRACKET);

    private static final IntervalSet OPERATORS = new IntervalSet(
            NnLexer.LPAREN,
            NnLexer.LBRACKET,
            NnLexer.PRIME,
            NnLexer.CARET,
            NnLexer.STAR,
            NnLexer.SLASH,
            NnLexer.AT,
            NnLexer.PLUS,
            NnLexer.MINUS,
            NnLexer.EQUAL,
            NnLexer.NOT_EQUAL,
            NnLexer.LT,
            NnLexer.LE,
            NnLexer.GT,
            NnLexer.GE,
            NnLexer.AND,
            NnLexer.OR,
            NnLexer.PIPE,
            NnLexer.QUESTION);

    private static final Map<String, String> OTHER_LANGUAGES = Map.ofEntries(
            Map.entry("return", "a body gives its value with `yield`"),
            Map.entry("def", "functions are declared outside: `function f(x) = …;`"),
            Map.entry("let", "a definition needs no word before it: `x = …;`"),
            Map.entry("var", "a definition needs no word before it: `x = …;`"),
            Map.entry("val", "a definition needs no word before it: `x = …;`"),
            Map.entry("const", "a definition needs no word before it: `x = …;`"),
            Map.entry("float", "a definition needs no type before it: `x = …;`"),
            Map.entry("int", "a definition needs no type before it: `x = …;`"),
            Map.entry("bool", "a definition needs no type before it: `x = …;`"),
            Map.entry("if", "choose with `condition ? a : b`"),
            Map.entry("while", "repeat with `for i in 0..4 { … }` or `scan`"),
            Map.entry("class", "a network is declared with `network Name { … }`"),
            Map.entry("model", "a network is declared with `network Name { … }`"));

    private static final Map<String, String> CHARACTERS = Map.of(
            "#", "comments begin with `//`",
            "&", "`and` is written `&&`",
            "|", "`or` is written `||`",
            "\u2212", "the minus sign is `-`",
            "\u00D7", "the product is written `*`, that of matrices `@`",
            "\u00B7", "the product is written `*`, that of matrices `@`",
            "\u201C", "strings stand between `\"`",
            "\u201D", "strings stand between `\"`",
            "\u2018", "a transpose is written `'`",
            "\u2019", "a transpose is written `'`");

    private Wording() {}

    /** What may stand here, as a phrase: {@code an expression or `)`}. */
    static String wanted(IntervalSet expected) {
        List<String> items = new ArrayList<>();
        IntervalSet rest = new IntervalSet(expected);
        if (expected.contains(NnLexer.INT_LITERAL)) {
            items.add("an expression");
            rest = rest.subtract(EXPRESSION).subtract(IntervalSet.of(NnLexer.PACKAGE, NnLexer.PRECISION));
        } else if (expected.contains(NnLexer.IDENTIFIER)) {
            items.add("a name");
            rest = rest.subtract(IntervalSet.of(NnLexer.PACKAGE, NnLexer.PRECISION))
                    .subtract(IntervalSet.of(NnLexer.IDENTIFIER));
        }
        if (expected.contains(NnLexer.CARET)) {
            rest = rest.subtract(OPERATORS);
        }
        if (items.isEmpty() && rest.contains(NnLexer.COMMA)) {
            items.add("`,`");
        }
        rest.remove(NnLexer.COMMA);
        for (int type : rest.toList()) {
            items.add(type == Token.EOF ? "the end of the file" : symbol(type));
        }
        return joined(items);
    }

    private static String joined(List<String> items) {
        if (items.isEmpty()) {
            return "something else";
        }
        int last = items.size() - 1;
        return last == 0 ? items.get(0) : String.join(", ", items.subList(0, last)) + " or " + items.get(last);
    }

    private static String symbol(int type) {
        String literal = NnLexer.VOCABULARY.getLiteralName(type);
        if (literal == null) {
            return "something else";
        }
        return "`" + literal.substring(1, literal.length() - 1).replace("\\'", "'") + "`";
    }

    static String found(Token token) {
        return token.getType() == Token.EOF ? "the end of the file" : quoted(token.getText());
    }

    static String quoted(String text) {
        return "`" + shortened(text) + "`";
    }

    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 4)) + "…";
    }

    static String character(int code) {
        boolean visible = !Character.isISOControl(code)
                && !Character.isWhitespace(code)
                && Character.getType(code) != Character.SURROGATE
                && Character.getType(code) != Character.FORMAT
                && Character.isDefined(code);
        return visible ? "`" + Character.toString(code) + "`" : String.format("U+%04X", code);
    }

    static Optional<String> helpForCharacter(String text) {
        return Optional.ofNullable(CHARACTERS.get(text));
    }

    /** Advice for who writes a word of another language, or misspells one of this. */
    static Optional<String> helpForWord(String word, int firstKeyword, int lastKeyword) {
        Optional<String> other = Optional.ofNullable(OTHER_LANGUAGES.get(word));
        if (other.isPresent() || word.length() < SHORTEST) {
            return other;
        }
        return Spelling.closest(word, keywords(firstKeyword, lastKeyword))
                .map(keyword -> "did you mean `" + keyword + "`?");
    }

    private static List<String> keywords(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(type -> symbol(type).replace("`", ""))
                .toList();
    }
}
