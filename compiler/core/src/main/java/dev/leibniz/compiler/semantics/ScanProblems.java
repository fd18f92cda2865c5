package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Problem;
import dev.leibniz.compiler.source.Span;

/** Mistakes in loops at run time. */
final class ScanProblems {
    private ScanProblems() {}

    record NoTurns(Span at, Size first, Size last) implements Problem {
        String message() {
            return "`scan` needs a range of at least one turn within 0, 1, … but got " + first + ".." + last;
        }

        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("bad-range", at, message());
        }
    }

    record ExtentChanges(Span at, Size count, String variable) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "bad-range",
                    at,
                    "the number of turns, " + count + ", changes with the loop variable `" + variable + "`");
        }
    }

    record CarryChanges(Span at, String name, String before, String after) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                            "carry-changes",
                            at,
                            "the carried value `" + name + "` begins as " + before + " but a turn makes it " + after)
                    .help("begin with a value of the type that each turn gives");
        }
    }

    record NotCarried(Span at, String name) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                            "not-carried",
                            at,
                            "`" + name + "` belongs to what is around the loop: a turn cannot change it")
                    .help("carry it: `scan … with " + name + " = " + name + " { … }`");
        }
    }

    record NextOfTurn(Span at, String path) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "next-in-scan",
                    at,
                    "`next` gives `" + path + "` one value a step, but here it stands in a turn of `scan`");
        }
    }

    record GradientThroughTurns(Span at) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                            "gradient-through-turns",
                            at,
                            "this gradient is by a value outside of the loop that reaches it through earlier turns, too")
                    .help("take the gradient behind the loop, or by a value of this turn");
        }
    }

    record NothingKept(Span at) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("nothing-computed", at, "this loop neither carries nor collects anything")
                    .help("carry a value with `with name = …` or `collect` one");
        }
    }

    record AxisOfTurns(Span at, Size axis, TensorType type) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            int rank = type.shape().rank();
            return Diagnostic.error(
                    "axis-out-of-range",
                    at,
                    "what is collected of " + type + " has axes 0 to " + rank + ": the turns cannot be axis " + axis);
        }
    }

    record ShapeChanges(Span at, TensorType type, String variable) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "shape-changes",
                    at,
                    "a shape within a loop must be the same in each turn but " + type + " changes with `" + variable
                            + "`");
        }
    }
}
