package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.source.Problem;
import dev.leibniz.compiler.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a call gives: operands by position, then operands by name.
 *
 * @param at the place of the call's name
 */
record Arguments(List<Operand> positional, List<Named> named, Span at) {
    /** {@code name = operand}. */
    record Named(String name, Span nameSpan, Operand operand) {}

    Arguments {
        positional = List.copyOf(positional);
        named = List.copyOf(named);
    }

    /** The same with one more operand in front, as {@code x |> f(…)} gives. */
    Arguments prepended(Operand first) {
        List<Operand> more = new ArrayList<>();
        more.add(first);
        more.addAll(positional);
        return new Arguments(more, named, at);
    }

    boolean isEmpty() {
        return positional.isEmpty() && named.isEmpty();
    }

    /** The rules of Python for calls: positions first, then names, each once; the first rule broken, or what each name gets. */
    Bound bind(String callee, List<Formal> formals) {
        Map<String, Operand> bound = new LinkedHashMap<>();
        if (positional.size() > formals.size()) {
            return Bound.broken(new ArgumentProblems.TooMany(
                    positional.get(formals.size()).span(), callee, formals.size(), positional.size()));
        }
        for (int i = 0; i < positional.size(); i++) {
            bound.put(formals.get(i).name(), positional.get(i));
        }
        List<String> names = formals.stream().map(Formal::name).toList();
        for (Named argument : named) {
            if (!names.contains(argument.name())) {
                return Bound.broken(new ArgumentProblems.Unknown(argument.nameSpan(), callee, argument.name(), names));
            } else if (bound.put(argument.name(), argument.operand()) != null) {
                return Bound.broken(new ArgumentProblems.GivenTwice(argument.nameSpan(), callee, argument.name()));
            }
        }
        List<String> missing = formals.stream()
                .filter(formal -> !formal.optional() && !bound.containsKey(formal.name()))
                .map(Formal::name)
                .toList();
        return missing.isEmpty()
                ? new Bound(bound, Optional.empty())
                : Bound.broken(new ArgumentProblems.Missing(at, callee, missing));
    }

    /** Operands by the names of formals, or the rule that was broken. */
    record Bound(Map<String, Operand> operands, Optional<Problem> problem) {
        static Bound broken(Problem problem) {
            return new Bound(Map.of(), Optional.of(problem));
        }

        Map<String, Operand> orFail(Reporter reporter) {
            if (problem.isPresent()) {
                throw reporter.fail(problem.get());
            }
            return operands;
        }
    }
}
