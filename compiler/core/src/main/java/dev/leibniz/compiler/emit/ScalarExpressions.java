package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.runtime.Checks;
import dev.leibniz.runtime.kernel.Functions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Scalar expressions and indices as Java expressions. */
final class ScalarExpressions {
    private final KernelScope scope;
    private final Elements elements;

    ScalarExpressions(KernelScope scope, Elements elements) {
        this.scope = scope;
        this.elements = elements;
    }

    // -- indices

    /** A position as an int expression. */
    CodeBlock index(Index index) {
        List<CodeBlock> parts = new ArrayList<>();
        for (Index.Term term : index.terms()) {
            parts.add(term(term));
        }
        if (!index.offset().equals(Size.ZERO) || parts.isEmpty()) {
            parts.add(scope.factor(index.offset()));
        }
        return KernelScope.sum(parts);
    }

    private CodeBlock term(Index.Term term) {
        CodeBlock atom = atom(term.atom());
        Size factor = term.factor();
        if (factor.isOne()) {
            return atom;
        }
        return CodeBlock.of("$L * $L", atom, scope.factor(factor));
    }

    private CodeBlock atom(Index.Atom atom) {
        if (atom instanceof Index.LoopVariable loop) {
            return CodeBlock.of("$L", scope.local(loop.name()));
        } else if (atom instanceof Index.Computed computed) {
            return CodeBlock.of(
                    "$T.index($S, $L, $L)",
                    Checks.class,
                    computed.tensor(),
                    of(computed.value()),
                    scope.size(computed.bound()));
        } else if (atom instanceof Index.Quotient quotient) {
            return CodeBlock.of("($L / $L)", operand(quotient.dividend()), operand(quotient.divisor()));
        }
        Index.Remainder remainder = (Index.Remainder) atom;
        return CodeBlock.of("($L % $L)", operand(remainder.dividend()), operand(remainder.divisor()));
    }

    private CodeBlock operand(Index dividend) {
        boolean isVariable =
                dividend.loopVariables().stream().anyMatch(variable -> dividend.equals(Index.variable(variable)));
        return CodeBlock.of(isVariable ? "$L" : "($L)", index(dividend));
    }

    private CodeBlock operand(Size divisor) {
        return CodeBlock.of(divisor.isConstant() ? "$L" : "($L)", scope.size(divisor));
    }

    // -- scalars

    /** An element as an expression of its type; a bool as a Java boolean. */
    CodeBlock of(Scalar scalar) {
        if (scalar instanceof Scalar.Literal literal) {
            return literal(literal);
        } else if (scalar instanceof Scalar.Position position) {
            return isLarge(position)
                    ? CodeBlock.of("(int) ($L)", exact(position))
                    : CodeBlock.of("($L)", index(position.index()));
        } else if (scalar instanceof Scalar.Load load) {
            CodeBlock element =
                    CodeBlock.of("$L[$L]", scope.buffer(load.buffer()), scope.at(load.buffer(), index(load.at())));
            return load.type() == DType.BOOL ? CodeBlock.of("($L != 0)", element) : element;
        } else if (scalar instanceof Scalar.Local local) {
            return CodeBlock.of("$L", scope.local(local.name()));
        } else if (scalar instanceof Scalar.Choose choose) {
            return CodeBlock.of("($L ? $L : $L)", of(choose.condition()), of(choose.then()), of(choose.otherwise()));
        } else if (scalar instanceof Scalar.Convert convert) {
            return converted(convert);
        }
        Scalar.Apply apply = (Scalar.Apply) scalar;
        return apply(
                apply.function(),
                apply.type() == DType.BOOL ? DType.BOOL : apply.type(),
                apply.arguments().stream().map(this::of).toList());
    }

    private CodeBlock literal(Scalar.Literal literal) {
        return switch (literal.type()) {
            case FLOAT -> elements.literal(literal.value());
            case INT -> CodeBlock.of(literal.value() < 0 ? "($L)" : "$L", (int) literal.value());
            case BOOL -> CodeBlock.of("$L", literal.value() != 0);
        };
    }

    /** Whether it is a size that ints might not hold on the way. */
    private boolean isLarge(Scalar.Position position) {
        return position.index().terms().isEmpty()
                && !scope.isSimple(position.index().offset());
    }

    private CodeBlock exact(Scalar.Position position) {
        return scope.exact(position.index().offset());
    }

    private CodeBlock converted(Scalar.Convert convert) {
        if (convert.type() == DType.FLOAT && convert.value() instanceof Scalar.Position position && isLarge(position)) {
            return CodeBlock.of("(($T) ($L))", elements.type(), exact(position));
        }
        CodeBlock value = of(convert.value());
        boolean fromBool = convert.value().type() == DType.BOOL;
        if (convert.type() == DType.INT) {
            return fromBool ? CodeBlock.of("($L ? 1 : 0)", value) : value;
        }
        return fromBool
                ? CodeBlock.of("($L ? $L : $L)", value, elements.literal(1), elements.literal(0))
                : CodeBlock.of("(($T) $L)", elements.type(), value);
    }

    /** A function of Java expressions. */
    CodeBlock apply(Function function, DType type, List<CodeBlock> arguments) {
        CodeBlock a = arguments.get(0);
        if (function.arity() == 1) {
            return unary(function, type, a);
        }
        CodeBlock b = arguments.get(1);
        return switch (function) {
            case MINIMUM -> CodeBlock.of("$T.min($L, $L)", Math.class, a, b);
            case MAXIMUM -> CodeBlock.of("$T.max($L, $L)", Math.class, a, b);
            case POWER -> CodeBlock.of("$T.pow($L, $L)", Functions.class, a, b);
            default -> CodeBlock.of("($L $L $L)", a, symbol(function), b);
        };
    }

    private CodeBlock unary(Function function, DType type, CodeBlock a) {
        return switch (function) {
            case NEGATE -> CodeBlock.of("(-$L)", a);
            case NOT -> CodeBlock.of("(!$L)", a);
            case ABS -> CodeBlock.of("$T.abs($L)", Math.class, a);
            case SIGN ->
                type == DType.INT
                        ? CodeBlock.of("$T.signum($L)", Integer.class, a)
                        : CodeBlock.of("$T.signum($L)", Math.class, a);
            case FLOOR, SQRT, EXP, LOG, LOG1P, EXPM1, SIN, COS, TANH ->
                elements.isDouble()
                        ? CodeBlock.of("$T.$L($L)", Math.class, function.name().toLowerCase(Locale.ROOT), a)
                        : CodeBlock.of(
                                "$T.$L($L)", Functions.class, function.name().toLowerCase(Locale.ROOT), a);
            default ->
                CodeBlock.of("$T.$L($L)", Functions.class, function.name().toLowerCase(Locale.ROOT), a);
        };
    }

    private static String symbol(Function function) {
        return switch (function) {
            case ADD -> "+";
            case SUBTRACT -> "-";
            case MULTIPLY -> "*";
            case DIVIDE -> "/";
            case EQUAL -> "==";
            case NOT_EQUAL -> "!=";
            case LESS -> "<";
            case LESS_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_EQUAL -> ">=";
            case AND -> "&&";
            case OR -> "||";
            default -> throw new IllegalArgumentException(function + " is no operator");
        };
    }
}
