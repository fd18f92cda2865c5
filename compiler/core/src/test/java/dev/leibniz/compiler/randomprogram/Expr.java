package dev.leibniz.compiler.randomprogram;

import dev.leibniz.compiler.ir.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A generated expression.
 *
 * @param format its text, with {@code %s} for each part
 */
record Expr(Type type, String format, List<Expr> parts) {
    Expr {
        parts = List.copyOf(parts);
    }

    static Expr of(Type type, String format, Expr... parts) {
        return new Expr(type, format, List.of(parts));
    }

    String text() {
        return Texts.fill(format, parts);
    }

    /** Whether it has no parts. */
    boolean isLeaf() {
        return parts.isEmpty();
    }

    /** Simpler expressions of the same type, the simplest first. */
    Stream<Expr> shrunk() {
        Stream<Expr> within = parts.stream().flatMap(Expr::descendants).filter(part -> part.type.same(type));
        Stream<Expr> deeper = IntStream.range(0, parts.size())
                .boxed()
                .flatMap(k -> parts.get(k).shrunk().map(part -> new Expr(type, format, Texts.with(parts, k, part))));
        return Stream.of(plain(), within, deeper).flatMap(s -> s);
    }

    private Stream<Expr> plain() {
        return isLeaf() || type.dtype() != DType.FLOAT ? Stream.of() : Stream.of(constant(type, "0.5"));
    }

    private Stream<Expr> descendants() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(Expr::descendants));
    }

    /** Every element is the same number. */
    static Expr constant(Type type, String number) {
        return of(type, type.rank() == 0 ? number : "full(" + type.sizes() + ", " + number + ")");
    }

    /** Texts with places for expressions. */
    static final class Texts {
        private Texts() {}

        static String fill(String format, List<Expr> parts) {
            return String.format(
                    java.util.Locale.ROOT,
                    format,
                    parts.stream().map(Expr::text).toArray());
        }

        static <T> List<T> with(List<T> list, int at, T item) {
            List<T> changed = new ArrayList<>(list);
            changed.set(at, item);
            return changed;
        }

        static <T> List<T> without(List<T> list, int at) {
            List<T> changed = new ArrayList<>(list);
            changed.remove(at);
            return changed;
        }
    }
}
