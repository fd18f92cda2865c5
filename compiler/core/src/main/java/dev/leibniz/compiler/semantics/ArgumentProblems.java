package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Problem;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.source.Spelling;
import java.util.List;

/** Mistakes in what a call gives. */
final class ArgumentProblems {
    private ArgumentProblems() {}

    record TooMany(Span at, String callee, int accepted, int given) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            String limit = accepted == 0 ? "no arguments" : "at most " + Descriptions.count(accepted, "argument");
            return Diagnostic.error(
                    "too-many-arguments",
                    at,
                    "`" + callee + "` takes " + limit + " but " + given + (given == 1 ? " is" : " are") + " given");
        }
    }

    record Unknown(Span at, String callee, String name, List<String> names) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            Diagnostic diagnostic =
                    Diagnostic.error("unknown-argument", at, "`" + callee + "` has no argument `" + name + "`");
            return Spelling.closest(name, names)
                    .map(close -> diagnostic.help("did you mean `" + close + "`?"))
                    .orElseGet(() -> names.isEmpty()
                            ? diagnostic.help("it takes no arguments")
                            : diagnostic.help("it takes " + Descriptions.names(names)));
        }
    }

    record GivenTwice(Span at, String callee, String name) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "duplicate-argument", at, "the argument `" + name + "` of `" + callee + "` is given twice");
        }
    }

    record Missing(Span at, String callee, List<String> names) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "missing-argument",
                    at,
                    "`" + callee + "` needs " + (names.size() == 1 ? "the argument " : "the arguments ")
                            + Descriptions.names(names));
        }
    }

    record NoOverload(Span at, String callee, List<String> given, List<String> accepted) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            Diagnostic diagnostic =
                    Diagnostic.error("no-overload", at, "no `" + callee + "` takes (" + String.join(", ", given) + ")");
            for (String form : accepted) {
                diagnostic = diagnostic.note("there is " + form);
            }
            return diagnostic;
        }
    }

    record TensorAsConfiguration(Span at, String layer, Operand found) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                            "not-constant",
                            at,
                            "the configuration of layer `" + layer + "` must be known when compiled but is "
                                    + Descriptions.of(found.meaning()))
                    .help("feed the tensor in with `x |> " + layer + "(…)`");
        }
    }

    record PositionalAfterNamed(Span at) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "positional-after-named", at, "an argument without a name cannot follow one with a name");
        }
    }
}
