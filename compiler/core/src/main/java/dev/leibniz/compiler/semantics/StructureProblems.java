package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Problem;
import dev.leibniz.compiler.source.Span;
import java.util.List;

/** Mistakes in how declarations and statements are put together. */
final class StructureProblems {
    private StructureProblems() {}

    record NotSupportedYet(Span at, String construct) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "not-supported-yet", at, construct + " is part of the language but not supported yet");
        }
    }

    record TooManyTensors(Span at, String network, int found, int most) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                            "too-many-tensors",
                            at,
                            "the network `" + network + "` has " + found
                                    + " inputs, outputs and free sizes, but a Java method takes at most " + most)
                    .help("join some along an axis, with `concat` or `stack`");
        }
    }

    record Misplaced(Span at, String statement, String place, List<String> help) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            Diagnostic diagnostic =
                    Diagnostic.error("misplaced-statement", at, "`" + statement + "` cannot stand " + place);
            for (String line : help) {
                diagnostic = diagnostic.help(line);
            }
            return diagnostic;
        }
    }

    record MissingYield(Span at, String what) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("missing-yield", at, what + " yields nothing")
                    .help("end its body with `yield …;`");
        }
    }

    record SecondYield(Span at, Span first, String what) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("duplicate-yield", at, what + " yields twice")
                    .label(first, "the first is here")
                    .help("yield a list `[a, b]` to give several values");
        }
    }

    record LossNotScalar(Span at, TensorType type) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("not-scalar", at, "a loss must be a scalar but is " + type)
                    .help("reduce it: `mean(…)` or `sum(…)`");
        }
    }

    record MetricNotScalar(Span at, String name, TensorType type) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("not-scalar", at, "the metric `" + name + "` must be a scalar but is " + type)
                    .help("reduce it: `mean(…)` or `sum(…)`");
        }
    }

    record TrainWithoutLoss(Span at) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("train-without-loss", at, "`train` needs a loss, but the network has none")
                    .help("add `loss …;`");
        }
    }

    record TrainWithoutParameters(Span at) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "train-without-parameters", at, "`train` needs parameters, but the network has none");
        }
    }

    record TrainDependsOnData(Span at, String found) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                            "not-constant",
                            at,
                            "an argument of an optimizer must be known when compiled or a hyper but is " + found)
                    .help("declare `hyper name = …;` to change it while training");
        }
    }

    record NotAnOptimizer(Span at, String found) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("not-an-optimizer", at, "`train` needs an optimizer but got " + found);
        }
    }

    record RandomOptimizer(Span at, String name) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "random-optimizer", at, "an optimizer cannot draw random numbers with `" + name + "`");
        }
    }

    record ShapedOptimizer(Span at, String what, String help) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                            "shaped-optimizer",
                            at,
                            "an optimizer cannot use " + what + ": its rule is for parameters of every shape")
                    .help(help);
        }
    }

    record MisusedOptimizer(Span at, String name) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "misused-optimizer", at, "the optimizer `" + name + "` can only be used after `train`");
        }
    }

    record NothingComputed(Span at, String network) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "nothing-computed", at, "the network `" + network + "` has neither an output nor a loss");
        }
    }

    record MissingPackage(Span at, String network) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                            "missing-package", at, "the network `" + network + "` needs a package for its Java classes")
                    .help("begin the file with `package …;`");
        }
    }

    record BadInitialiser(Span at, String why) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("bad-initialiser", at, why);
        }
    }

    record BadRange(Span at, String why) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("bad-range", at, why);
        }
    }

    record WrongCount(Span at, int names, String found) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "wrong-count", at, Descriptions.count(names, "name") + " to bind, but here is " + found);
        }
    }

    record ParameterNotFloat(Span at, String what, TensorType type) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("type-mismatch", at, what + " must be float but is " + type);
        }
    }

    record MissingNext(Span at, String optimizer) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                            "missing-next", at, "the optimizer `" + optimizer + "` does not say what `w` becomes")
                    .help("add `next w = …;`");
        }
    }

    record UnknownNext(Span at, String name) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("unknown-state", at, "`next` needs a state, but `" + name + "` is none");
        }
    }

    record StateRedefined(Span at, String name) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.warning(
                            "state-redefined",
                            at,
                            "this gives the name `" + name + "` another meaning, the state `" + name
                                    + "` keeps its value")
                    .help("change the state with `next " + name + " = …;`");
        }
    }

    record SecondNext(Span at, String name) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("duplicate-next", at, "the next value of `" + name + "` is given twice");
        }
    }

    record IndependentGradient(Span at, String by) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.warning(
                    "independent-gradient", at, "this gradient is zero: the value does not depend on " + by);
        }
    }

    record TooLarge(Span at, String what, long limit) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("too-large", at, what + " is larger than the limit of " + limit);
        }
    }

    record TooDeep(Span at, String what) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("too-deep", at, what + " are nested too deeply");
        }
    }
}
