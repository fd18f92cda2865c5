package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Declaration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is known of the places of files: what names and expressions mean, where names come from, and which there are. Filled while programs are checked and
 * elaborated, for those who show programs to people; whoever only compiles asks about {@link #none} and keeps nothing.
 */
public final class Facts {
    private static final int MOST_AT_A_PLACE = 4;

    /**
     * What stands at a place.
     *
     * @param text a tensor's type, {@code float[N, 64]}; anything else as a noun, {@code the int 3}
     */
    public record Known(String text, boolean isTensor) {}

    private final Set<SourceFile> files;
    private final Map<Span, Set<Known>> meanings = new HashMap<>();
    private final Map<Span, Span> origins = new HashMap<>();
    private final Map<SourceFile, List<Declaration>> visible = new HashMap<>();

    private Facts(Set<SourceFile> files) {
        this.files = Set.copyOf(files);
    }

    /** About no file. */
    public static Facts none() {
        return new Facts(Set.of());
    }

    /** About these files. */
    public static Facts about(Set<SourceFile> files) {
        return new Facts(files);
    }

    /** What the name or expression of exactly this place means: more than one in a body that is executed several times, but no more than a few. */
    public List<Known> at(Span place) {
        return List.copyOf(meanings.getOrDefault(place, Set.of()));
    }

    /** Where the name that is read at exactly this place was given its meaning; empty if it is built in or means nothing. */
    public Optional<Span> origin(Span use) {
        return Optional.ofNullable(origins.get(use));
    }

    /** The functions, layers and optimizers that a file can call without a package. */
    public List<Declaration> visible(SourceFile file) {
        return visible.getOrDefault(file, List.of());
    }

    void means(Span place, Meaning meaning) {
        if (files.contains(place.file()) && !(meaning instanceof Meaning.Erroneous)) {
            Set<Known> known = meanings.computeIfAbsent(place, p -> new LinkedHashSet<>());
            if (known.size() < MOST_AT_A_PLACE) {
                known.add(new Known(Descriptions.of(meaning), meaning instanceof Meaning.Tensor));
            }
        }
    }

    void comesFrom(Span use, Span origin) {
        if (files.contains(use.file()) && !origin.isNone()) {
            origins.put(use, origin);
        }
    }

    void sees(SourceFile file, Supplier<List<Declaration>> declarations) {
        if (files.contains(file)) {
            visible.put(file, declarations.get());
        }
    }
}
