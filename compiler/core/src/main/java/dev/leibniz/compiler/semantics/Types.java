package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.source.Problem;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Expression;
import dev.leibniz.compiler.syntax.TypeExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Written types: those of declarations, which say what something is, and those of arguments, which are compared with what comes. */
final class Types {
    private final Evaluator evaluator;

    Types(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The type of a declared tensor; it has no {@code ...}. */
    TensorType declared(TypeExpression type, String what, Frame frame) {
        DType dtype = dtype(type)
                .orElseThrow(() -> evaluator.fail(new NameProblems.UnknownType(
                        type.element().span(), type.element().text())));
        List<Size> sizes = new ArrayList<>();
        if (type.shape().isPresent()) {
            TypeExpression.ShapeExpression shape = type.shape().get();
            if (shape.leading()) {
                throw evaluator.fail(new TypeProblems.BadValue(
                        shape.span(),
                        what + " needs a shape without `...`",
                        "`" + type.span().text() + "`"));
            }
            for (Expression expression : shape.sizes()) {
                Size size = evaluator.size(expression, frame);
                if (size.isConstant() && size.constant() < 1) {
                    throw evaluator.fail(new ShapeProblems.SizeNotPositive(expression.span(), "a size", size));
                }
                sizes.add(size);
            }
        }
        if (sizes.size() > Rules.MOST_AXES) {
            throw evaluator.fail(new ShapeProblems.TooManyAxes(type.span(), sizes.size()));
        }
        return new TensorType(dtype, limited(new Shape(sizes), type.span()));
    }

    private Shape limited(Shape shape, Span at) {
        Size elements = shape.elements();
        if (elements.isConstant() && elements.constant() > Integer.MAX_VALUE) {
            throw evaluator.fail(
                    new StructureProblems.TooLarge(at, "a tensor of " + elements + " elements", Integer.MAX_VALUE));
        }
        return shape;
    }

    static Optional<DType> dtype(TypeExpression type) {
        return switch (type.element().text()) {
            case "float" -> Optional.of(DType.FLOAT);
            case "int" -> Optional.of(DType.INT);
            case "bool" -> Optional.of(DType.BOOL);
            default -> Optional.empty();
        };
    }

    /** Whether all operands have the types of their formals; sizes are bound in the frame's scope. */
    boolean fit(List<Declaration.Formal> formals, Map<String, Operand> operands, Frame frame) {
        for (Declaration.Formal formal : formals) {
            Operand operand = operands.get(formal.name().text());
            if (operand != null
                    && formal.type().isPresent()
                    && match("", formal, operand, operand.span(), frame).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** What is wrong with an argument, if anything; sizes in its type that are not known yet are bound in the frame's scope. */
    Optional<Problem> match(String callee, Declaration.Formal formal, Operand operand, Span at, Frame frame) {
        TypeExpression type = formal.type().orElseThrow();
        Meaning meaning = Operators.sound(operand).meaning();
        Optional<DType> dtype = dtype(type);
        if (dtype.isEmpty()) {
            return Optional.of(new NameProblems.UnknownType(
                    type.element().span(), type.element().text()));
        }
        boolean fits = Numbers.isNumeric(meaning)
                && (Numbers.dtype(meaning) == dtype.get()
                        || (Numbers.isKnown(meaning)
                                && dtype.get() == DType.FLOAT
                                && Numbers.dtype(meaning) == DType.INT));
        if (!fits) {
            return Optional.of(misfit("type-mismatch", callee, formal, operand, at, reason(meaning, dtype.get())));
        }
        return matchShape(callee, formal, operand, at, frame);
    }

    private static String reason(Meaning meaning, DType needed) {
        return Numbers.isNumeric(meaning)
                ? Numbers.dtype(meaning).spelling() + " is not " + needed.spelling()
                : "it is no tensor";
    }

    private static Problem misfit(
            String code, String callee, Declaration.Formal formal, Operand operand, Span at, String why) {
        return new ShapeProblems.ArgumentShape(
                operand.span().isNone() ? at : operand.span(),
                code,
                callee,
                formal.name().text(),
                formal.type().orElseThrow().span().text(),
                operand,
                why);
    }

    private Optional<Problem> matchShape(
            String callee, Declaration.Formal formal, Operand operand, Span at, Frame frame) {
        Shape shape = Arithmetic.shape(operand.meaning());
        TypeExpression type = formal.type().orElseThrow();
        List<Expression> sizes =
                type.shape().map(TypeExpression.ShapeExpression::sizes).orElse(List.of());
        boolean leading =
                type.shape().map(TypeExpression.ShapeExpression::leading).orElse(false);
        int rank = shape.rank();
        if (rank > 0 && !sizes.isEmpty()) {
            Optional<Problem> shaped = evaluator.rules().limits().namedAxes(callee, formal, at);
            if (shaped.isPresent()) {
                return shaped;
            }
        }
        if (leading ? rank < sizes.size() : rank != sizes.size()) {
            String needed =
                    (leading ? "at least " : "") + sizes.size() + (sizes.size() == 1 ? " axis is" : " axes are");
            return Optional.of(misfit(
                    "shape-mismatch",
                    callee,
                    formal,
                    operand,
                    at,
                    needed + " needed and it has " + (rank == 0 ? "none" : rank)));
        }
        for (int i = 0; i < sizes.size(); i++) {
            Size actual = shape.get(rank - sizes.size() + i);
            Expression expected = sizes.get(i);
            if (expected instanceof Expression.Reference reference
                    && !frame.scope().isLocal(reference.name())) {
                frame.scope().declare(reference.name(), Binding.of(new Meaning.Whole(actual)));
                continue;
            }
            Size size = evaluator.size(expected, frame);
            if (!size.equals(actual)) {
                String name = expected.span().text();
                String meant = name.equals(size.toString()) ? "" : "`" + name + "` is " + size + ", and ";
                return Optional.of(
                        misfit("shape-mismatch", callee, formal, operand, at, meant + actual + " is not " + size));
            }
        }
        return Optional.empty();
    }
}
