package dev.leibniz.compiler.randomprogram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A program of one network.
 *
 * @param seed what it was drawn from, and its values too
 * @param declarations functions and layers
 * @param sizes fixed sizes by name
 */
record RandomProgram(long seed, List<String> declarations, Map<String, Integer> sizes, List<Stmt> statements) {
    RandomProgram {
        declarations = List.copyOf(declarations);
        statements = List.copyOf(statements);
    }

    String text() {
        String fixed = sizes.entrySet().stream()
                .map(size -> "  size " + size.getKey() + " = " + size.getValue() + ";\n")
                .collect(Collectors.joining());
        String body = statements.stream().map(s -> s.text("  ")).collect(Collectors.joining());
        return "package p;\n" + String.join("\n", declarations) + "\nnetwork Net {\n  size N;\n  size T;\n" + fixed
                + body + "}\n";
    }

    /** Smaller programs; not all of them mean something. */
    Stream<RandomProgram> shrunk() {
        Stream<RandomProgram> fewer = IntStream.range(0, declarations.size())
                .mapToObj(k -> new RandomProgram(seed, Expr.Texts.without(declarations, k), sizes, statements));
        Stream<RandomProgram> shorter =
                Stmt.shrunk(statements).map(s -> new RandomProgram(seed, declarations, sizes, s));
        Stream<RandomProgram> smaller = sizes.entrySet().stream()
                .flatMap(size -> Stream.of(1, 2, 3, size.getValue() - 1)
                        .filter(value -> value > 0 && value < size.getValue())
                        .map(value -> {
                            Map<String, Integer> changed = new LinkedHashMap<>(sizes);
                            changed.put(size.getKey(), value);
                            return new RandomProgram(seed, declarations, changed, statements);
                        }));
        return Stream.of(fewer, shorter, smaller).flatMap(s -> s);
    }

    /** The same with nothing that is not there yet: sizes that no text mentions go. */
    RandomProgram withoutUnusedSizes() {
        Map<String, Integer> used = new LinkedHashMap<>(sizes);
        String body = statements.stream().map(s -> s.text("")).collect(Collectors.joining());
        used.keySet().removeIf(name -> !body.matches("(?s).*\\b" + name + "\\b.*"));
        return new RandomProgram(seed, declarations, used, statements);
    }
}
