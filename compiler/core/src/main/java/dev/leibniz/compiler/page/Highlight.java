package dev.leibniz.compiler.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Source text with its comments, strings, keywords and numbers marked, of `.nn` and of Java. */
final class Highlight {
    private static final Pattern WORDS = Pattern.compile("(?<comment>//[^\\n]*|/\\*[\\s\\S]*?\\*/)"
            + "|(?<string>\"(?:[^\"\\\\\\n]|\\\\.)*\")"
            + "|\\b(?<keyword>package|import|network|layer|function|optimizer|size|input|param|state|next|hyper|output|loss|metric"
            + "|train|for|in|scan|with|collect|yield|precision|training|public|private|final|static|class|record|int|float|double"
            + "|boolean|long|void|return|new|if|else|this|implements|extends|throws|throw|interface|switch|case|break|while"
            + "|float\\[\\]|true|false|null|instanceof|sealed|default)\\b"
            + "|\\b(?<number>\\d[\\d_]*(?:\\.\\d+)?(?:[eE][-+]?\\d+)?[fFdDL]?)\\b");

    private Highlight() {}

    /** The lines of a source; a comment of several lines is marked in each. */
    static List<String> lines(String source) {
        return List.of(of(source).split("\\R", -1));
    }

    /** Its markup, in which no element goes beyond its line. */
    static String of(String source) {
        Markup markup = new Markup();
        Matcher word = WORDS.matcher(source);
        int from = 0;
        while (word.find()) {
            markup.text(source.substring(from, word.start()));
            for (String part : word.group().split("(?<=\\n)")) {
                markup.element("span", part.stripTrailing(), "class", kind(word))
                        .text(part.substring(part.stripTrailing().length()));
            }
            from = word.end();
        }
        return markup.text(source.substring(from)).toString();
    }

    private static String kind(Matcher word) {
        if (word.group("comment") != null) {
            return "comment";
        } else if (word.group("string") != null) {
            return "string";
        }
        return word.group("keyword") != null ? "keyword" : "number";
    }
}
