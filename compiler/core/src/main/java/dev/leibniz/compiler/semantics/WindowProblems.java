package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.op.Window;
import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Problem;
import dev.leibniz.compiler.source.Span;
import java.util.List;

/** Mistakes about convolutions and pools. */
final class WindowProblems {
    private WindowProblems() {}

    /** Something else than a batch of sequences or images. */
    record NoImages(Span at, String callee, String parameter, List<String> needed, Operand operand) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                            "shape-mismatch",
                            at,
                            "`" + callee + "` needs " + String.join(" or ", needed) + " as `" + parameter + "` but got "
                                    + Descriptions.of(operand.meaning()))
                    .label(operand.span(), operand.label());
        }
    }

    record WindowTooLarge(Span at, String callee, Window window, int padding, Operand x) implements Problem {
        String message() {
            String spread = window.dilation() == 1 ? "" : " with dilation " + window.dilation();
            String padded = padding == 0 ? "" : ", padding included";
            return "`" + callee + "` has no room for a window of " + window.size() + spread + " along axis "
                    + window.axis() + " of " + Descriptions.of(x.meaning()) + ": " + window.span() + " is more than "
                    + window.extent() + padded;
        }

        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("shape-mismatch", at, message()).label(x.span(), x.label());
        }
    }

    /** A result without elements. */
    record NothingLeft(Span at, String callee, int axis, Size left, Operand x) implements Problem {
        String message() {
            return "the padding of `" + callee + "` takes away all of axis " + axis + ": what is left of it is " + left;
        }

        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("shape-mismatch", at, message()).label(x.span(), x.label());
        }
    }

    /** Weights for another number of channels. */
    record ChannelMismatch(Span at, String callee, Size channels, Size taken, int groups, Operand x, Operand weights)
            implements Problem {
        @Override
        public Diagnostic diagnostic() {
            String needed = groups == 1 ? taken.toString() : groups + " groups of " + taken;
            return Diagnostic.error(
                            "shape-mismatch",
                            at,
                            "cannot apply `" + callee + "` to " + Descriptions.of(x.meaning()) + " with weights "
                                    + Descriptions.of(weights.meaning()) + ": " + channels
                                    + " channels where the weights take "
                                    + needed)
                    .label(x.span(), x.label())
                    .label(weights.span(), weights.label());
        }
    }

    record UnequalGroups(Span at, Size channels, int groups) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "inexact-division", at, channels + " channels cannot be split into " + groups + " equal groups");
        }
    }
}
