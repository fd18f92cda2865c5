package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Problem;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.source.Spelling;
import java.util.Collection;
import java.util.List;

/** Mistakes about names. */
final class NameProblems {
    private NameProblems() {}

    private static Diagnostic suggesting(Diagnostic diagnostic, String name, Collection<String> candidates) {
        return Spelling.closest(name, candidates)
                .map(close -> diagnostic.help("did you mean `" + close + "`?"))
                .orElse(diagnostic);
    }

    record UnknownName(Span at, String name, List<String> candidates) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return suggesting(
                    Diagnostic.error("unknown-name", at, "nothing is called `" + name + "`"), name, candidates);
        }
    }

    record OutOfScope(Span at, String name, Span where) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("unknown-name", at, "nothing is called `" + name + "` here")
                    .label(where, "`" + name + "` lives only in this block")
                    .help("define `" + name + "` before the loop, of a `scan` after `with`, to carry its value out");
        }
    }

    record UnknownSize(Span at, String name, List<String> candidates) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            Diagnostic diagnostic = Diagnostic.error("unknown-size", at, "there is no size `" + name + "`");
            return Spelling.closest(name, candidates)
                    .map(close -> diagnostic.help("did you mean `" + close + "`?"))
                    .orElseGet(() -> diagnostic.help("declare it: `size " + name + ";`"));
        }
    }

    record UnknownType(Span at, String name) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return suggesting(
                    Diagnostic.error(
                            "unknown-type", at, "there is no type `" + name + "`: types are float, int and bool"),
                    name,
                    List.of("float", "int", "bool"));
        }
    }

    record UnknownPrecision(Span at, String name) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return suggesting(
                    Diagnostic.error(
                            "unknown-precision", at, "a precision is float or double but here stands `" + name + "`"),
                    name,
                    List.of("float", "double"));
        }
    }

    record Duplicate(Span at, String what, String name, Span first) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("duplicate-name", at, what + " `" + name + "` is declared twice")
                    .label(first, "the first is here");
        }
    }

    record JavaKeyword(Span at, String what, String name) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "java-keyword", at, what + " cannot be called `" + name + "`: that is a keyword of Java");
        }
    }

    record TakenByClass(Span at, String name, String why) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("taken-name", at, "a network cannot be called `" + name + "`: " + why);
        }
    }

    record TakenPackage(Span at, String name, String why) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("taken-name", at, "a package cannot be called `" + name + "`: " + why);
        }
    }

    /** A class that two networks ask for, or two that would be one file. */
    record TakenByNetwork(Span at, String message, Span other, String label) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("taken-name", at, message).label(other, label);
        }
    }

    record ImportNotFound(Span at, String packageName, String name, List<String> candidates) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return suggesting(
                    Diagnostic.error(
                            "import-not-found", at, "the package `" + packageName + "` declares no `" + name + "`"),
                    name,
                    candidates);
        }
    }

    record PackageNotFound(Span at, String packageName, List<String> candidates) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return suggesting(
                    Diagnostic.error("import-not-found", at, "no file belongs to the package `" + packageName + "`"),
                    packageName,
                    candidates);
        }
    }

    record NetworkImported(Span at, String name) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "import-not-found",
                    at,
                    "the network `" + name + "` cannot be imported: only functions, layers and optimizers can");
        }
    }

    record Recursion(Span at, String name, List<String> way) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("recursion", at, "`" + name + "` uses itself")
                    .note("the way is " + String.join(" → ", way))
                    .note("functions and layers are inlined where they are used");
        }
    }

    record Unused(Span at, String what, String name) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.warning("unused", at, what + " `" + name + "` is never used");
        }
    }

    record Shadowing(Span at, String what, String name, Span hidden) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.warning("shadowing", at, what + " `" + name + "` hides another `" + name + "`")
                    .label(hidden, "the hidden one");
        }
    }
}
