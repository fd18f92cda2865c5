package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Problem;
import dev.leibniz.compiler.source.Span;
import java.util.List;

/** Mistakes about what kind of thing a value is. */
final class TypeProblems {
    private TypeProblems() {}

    /** Something was needed that this is not: {@code `exp` needs a number}. */
    record Needs(Span at, String who, String needed, Operand found, List<String> help) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            Diagnostic diagnostic = Diagnostic.error(
                    "type-mismatch", at, who + " needs " + needed + " but got " + Descriptions.of(found.meaning()));
            if (!found.declared().isNone()) {
                diagnostic = diagnostic.label(found.span(), found.label());
            }
            for (String line : help) {
                diagnostic = diagnostic.help(line);
            }
            return diagnostic;
        }
    }

    /** What helps if a layer or function stands where a tensor is needed. */
    static List<String> application(Operand found) {
        String text = found.span().text();
        return Descriptions.isCallable(found.meaning()) && text.lines().count() == 1
                ? List.of("apply it: `x |> " + text + "`")
                : List.of();
    }

    record NotNumeric(Span at, String action, Operand found) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                            "type-mismatch",
                            at,
                            "cannot " + action + ": " + Descriptions.of(found.meaning()) + " is not a number or tensor")
                    .label(found.span(), found.label());
        }
    }

    record ConditionNotBool(Operand condition) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                            "type-mismatch",
                            condition.span(),
                            "a condition must be bool but is " + Descriptions.of(condition.meaning()))
                    .help("compare it, for example with `!= 0`");
        }
    }

    record NotComparable(Span at, Operand left, Operand right) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                            "type-mismatch",
                            at,
                            "cannot compare " + Descriptions.of(left.meaning()) + " with "
                                    + Descriptions.of(right.meaning()))
                    .label(left.span(), left.label())
                    .label(right.span(), right.label());
        }
    }

    record BranchesDiffer(Span at, Operand left, Operand right) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                            "type-mismatch",
                            at,
                            "both branches of `? :` must be of one type but are " + Descriptions.of(left.meaning())
                                    + " and " + Descriptions.of(right.meaning()))
                    .label(left.span(), left.label())
                    .label(right.span(), right.label());
        }
    }

    record NotDifferentiable(Span at, String what, TensorType type) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "not-differentiable",
                    at,
                    what + " must be float but is " + type + ": only floats have derivatives");
        }
    }

    record IndexNotInt(Operand index) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            Diagnostic diagnostic = Diagnostic.error(
                    "type-mismatch", index.span(), "an index must be int but is " + Descriptions.of(index.meaning()));
            boolean mask = index.meaning() instanceof Meaning.Tensor tensor
                    && tensor.value().type().dtype() == DType.BOOL;
            return mask ? diagnostic.help("choose with `mask ? x : 0` instead") : diagnostic;
        }
    }

    record NotCallable(Span at, Operand found) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "not-callable",
                    at,
                    Descriptions.of(found.meaning()) + " is not a function or layer and cannot be called");
        }
    }

    record NotConstant(Span at, String what, Operand found) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "not-constant",
                    at,
                    what + " must be known when compiled but is " + Descriptions.of(found.meaning()));
        }
    }

    record BadValue(Span at, String what, String found) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("bad-value", at, what + " but is " + found);
        }
    }

    record NumberTooLarge(Span at) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "number-too-large", at, "a number here is too large: sizes have 64 bits, ints of tensors 32");
        }
    }
}
