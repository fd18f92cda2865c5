package dev.leibniz.compiler.randomprogram;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A generated statement.
 *
 * @param format its text, with {@code %s} for each part; a loop's ends before the brace
 * @param body of a loop
 */
record Stmt(String format, List<Expr> parts, List<Stmt> body) {
    Stmt {
        parts = List.copyOf(parts);
        body = List.copyOf(body);
    }

    static Stmt of(String format, Expr... parts) {
        return new Stmt(format, List.of(parts), List.of());
    }

    String text(String indent) {
        String head = indent + Expr.Texts.fill(format, parts);
        return body.isEmpty()
                ? head + ";\n"
                : body.stream()
                        .map(s -> s.text(indent + "  "))
                        .collect(Collectors.joining("", head + " {\n", indent + "}\n"));
    }

    Stream<Stmt> shrunk() {
        Stream<Stmt> simpler = IntStream.range(0, parts.size())
                .boxed()
                .flatMap(k ->
                        parts.get(k).shrunk().map(part -> new Stmt(format, Expr.Texts.with(parts, k, part), body)));
        Stream<Stmt> shorter = body.size() < 2 ? Stream.of() : shrunk(body).map(b -> new Stmt(format, parts, b));
        return Stream.concat(shorter, simpler);
    }

    /** Lists with one statement less, then those with one that is simpler. */
    static Stream<List<Stmt>> shrunk(List<Stmt> statements) {
        Stream<List<Stmt>> fewer = IntStream.range(0, statements.size())
                .map(k -> statements.size() - 1 - k)
                .mapToObj(k -> Expr.Texts.without(statements, k));
        Stream<List<Stmt>> simpler = IntStream.range(0, statements.size())
                .boxed()
                .flatMap(k -> statements.get(k).shrunk().map(s -> Expr.Texts.with(statements, k, s)));
        return Stream.concat(fewer, simpler);
    }
}
