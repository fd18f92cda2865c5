package dev.leibniz.compiler.lsp;

import dev.leibniz.compiler.syntax.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that a body has bound so far, judged by its words alone; those of a loop end with it. */
final class LocalNames {
    private static final Set<String> DECLARING =
            Set.of("size", "input", "param", "state", "hyper", "output", "metric", "for", "scan", "as", "with");
    private static final Set<String> DECLARATIONS = Set.of("network", "layer", "function", "optimizer");

    private final Deque<Map<String, Word>> blocks = new ArrayDeque<>();
    private int brackets;
    private boolean isHeading = true;

    private LocalNames() {
        blocks.push(new LinkedHashMap<>());
    }

    /** The last words that bound each name. */
    static Collection<Word> in(List<Word> declaration) {
        LocalNames names = new LocalNames();
        for (int at = 0; at < declaration.size(); at++) {
            names.read(declaration, at);
        }
        Map<String, Word> all = new LinkedHashMap<>();
        names.blocks.descendingIterator().forEachRemaining(all::putAll);
        return new ArrayList<>(all.values());
    }

    private void read(List<Word> words, int at) {
        Word word = words.get(at);
        String next = at + 1 < words.size() ? words.get(at + 1).text() : "";
        String previous = at > 0 ? words.get(at - 1).text() : "";
        switch (word.text()) {
            case "(", "[" -> brackets++;
            case ")", "]" -> brackets--;
            case "{" -> {
                isHeading = false;
                brackets = 0;
                blocks.push(new LinkedHashMap<>());
            }
            case "}" -> {
                brackets = 0;
                if (blocks.size() > 1) {
                    blocks.pop();
                }
            }
            case ";" -> brackets = 0;
            default -> name(word, previous, next);
        }
        if (word.text().equals("=") && previous.equals("]")) {
            taken(words, at - 2);
        }
    }

    private void name(Word word, String previous, String next) {
        boolean isFormal = isHeading && brackets == 1 && (previous.equals("(") || previous.equals(","));
        boolean isDeclared = !isHeading && DECLARING.contains(previous);
        boolean isAssigned = !isHeading && brackets == 0 && next.equals("=");
        boolean isName = word.kind() == Word.Kind.NAME && !DECLARATIONS.contains(previous);
        if (isName && (isFormal || isDeclared || isAssigned)) {
            bind(word);
        }
    }

    /** The names of {@code [a, b] = …}. */
    private void taken(List<Word> words, int last) {
        for (int at = last; at >= 0 && !words.get(at).text().equals("["); at--) {
            if (words.get(at).kind() == Word.Kind.NAME) {
                bind(words.get(at));
            }
        }
    }

    private void bind(Word word) {
        blocks.element().put(word.text(), word);
    }
}
