package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Problem;
import dev.leibniz.compiler.source.Span;
import java.util.List;

/** Mistakes about shapes, axes, indices and sizes. */
final class ShapeProblems {
    private ShapeProblems() {}

    /** Two tensors whose sizes had to agree: {@code what} such as {@code cannot multiply float[3] by float[4]}. */
    record ShapeMismatch(Span at, String what, String why, List<Operand> operands, List<String> help)
            implements Problem {
        @Override
        public Diagnostic diagnostic() {
            Diagnostic diagnostic = Diagnostic.error("shape-mismatch", at, what + ": " + why);
            for (Operand operand : operands) {
                diagnostic = diagnostic.label(operand.span(), operand.label());
            }
            for (String line : help) {
                diagnostic = diagnostic.help(line);
            }
            return diagnostic;
        }
    }

    /** An argument that does not have the declared form. */
    record ArgumentShape(
            Span at, String code, String callee, String parameter, String declared, Operand argument, String why)
            implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                            code,
                            at,
                            "`" + callee + "` needs " + declared + " as `" + parameter + "` but got "
                                    + Descriptions.of(argument.meaning()) + ": " + why)
                    .label(argument.span(), argument.label());
        }
    }

    /** Fewer axes than an operation needs. */
    record TooFewAxes(Span at, String what, int needed, Operand operand) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                            "too-few-axes",
                            at,
                            what + " needs a tensor of at least "
                                    + Descriptions.count(needed, "axis").replace("axiss", "axes") + " but got "
                                    + Descriptions.of(operand.meaning()))
                    .label(operand.span(), operand.label());
        }
    }

    record AxisOutOfRange(Span at, long axis, int rank, Operand operand) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            String allowed = rank == 0 ? "a scalar has no axes" : "axes go from " + -rank + " to " + (rank - 1);
            return Diagnostic.error(
                            "axis-out-of-range",
                            at,
                            "axis " + axis + " of " + Descriptions.of(operand.meaning()) + " does not exist: "
                                    + allowed)
                    .label(operand.span(), operand.label());
        }
    }

    record RepeatedAxis(Span at, long axis) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("repeated-axis", at, "axis " + axis + " is given twice");
        }
    }

    record IndexOutOfBounds(Span at, Size index, int axis, Size bound, Operand operand) implements Problem {
        String message() {
            String where = operand.meaning() instanceof Meaning.Tensor ? "axis " + axis + " of " : "";
            return "index " + index + " is out of bounds for " + where + Descriptions.of(operand.meaning())
                    + ", whose size is " + bound;
        }

        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("index-out-of-bounds", at, message()).label(operand.span(), operand.label());
        }
    }

    record EmptySlice(Span at, Size from, Size to) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "empty-slice", at, "slice " + from + ":" + to + " is empty: the end must be larger than the start");
        }
    }

    record TooManyIndices(Span at, int count, Operand operand) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            int rank = operand.meaning() instanceof Meaning.Tensor tensor
                    ? tensor.value().shape().rank()
                    : 0;
            return Diagnostic.error(
                            "too-many-indices",
                            at,
                            Descriptions.of(operand.meaning()) + " has " + (rank == 1 ? "1 axis" : rank + " axes")
                                    + " but " + (count == 1 ? "1 index is" : count + " indices are") + " given")
                    .label(operand.span(), operand.label());
        }
    }

    record ElementCount(Span at, TensorType from, Shape to) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "element-count",
                    at,
                    "cannot reshape " + from + " to " + to + ": " + from.shape().elements() + " elements are not "
                            + to.elements());
        }
    }

    record CannotInferSize(Span at, TensorType from, Size others) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "element-count",
                    at,
                    "cannot find the size -1 stands for: the " + from.shape().elements() + " elements of " + from
                            + " are not a multiple of " + others);
        }
    }

    record NotSqueezable(Span at, int axis, Size size, Operand operand) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                            "shape-mismatch",
                            at,
                            "only an axis of size 1 can be squeezed, but axis " + axis + " of "
                                    + Descriptions.of(operand.meaning()) + " has size " + size)
                    .label(operand.span(), operand.label());
        }
    }

    /** A quotient of two names that is no size: the one must divide the other. */
    record NotDividing(Span at, String dividend, String divisor, Meaning.Ratio ratio) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "inexact-division",
                    at,
                    "`" + divisor + "` must divide `" + dividend + "`, but " + ratio.dividend()
                            + " is not a multiple of " + ratio.divisor());
        }
    }

    record InexactDivision(Span at, Size dividend, Size divisor) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "inexact-division",
                    at,
                    "a size must be a whole number, but " + dividend + " is not a multiple of " + divisor);
        }
    }

    record SizeNotPositive(Span at, String what, Size size) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("bad-size", at, what + " must be at least 1 but is " + size);
        }
    }

    record FreeSizeNotAllowed(Span at, String what, TensorType type) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            String free = Descriptions.names(type.shape().elements().symbols());
            return Diagnostic.error(
                    "free-size",
                    at,
                    what + " has the type " + type + " but must have fixed sizes: " + free + " is free");
        }
    }

    record BadEinsum(Span at, String why) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("bad-einsum", at, why);
        }
    }

    record WrongAxisCount(Span at, int given, Operand operand) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            int rank = Arithmetic.shape(operand.meaning()).rank();
            return Diagnostic.error(
                            "axis-count",
                            at,
                            Descriptions.of(operand.meaning()) + " has " + (rank == 1 ? "1 axis" : rank + " axes")
                                    + " but " + given + (given == 1 ? " is" : " are") + " given")
                    .label(operand.span(), operand.label());
        }
    }

    record TooManyAxes(Span at, int rank) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error(
                    "too-many-axes", at, "a tensor has at most " + Rules.MOST_AXES + " axes but here are " + rank);
        }
    }

    record Ambiguous(Span at) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            return Diagnostic.error("bad-size", at, "only one size can be -1");
        }
    }
}
