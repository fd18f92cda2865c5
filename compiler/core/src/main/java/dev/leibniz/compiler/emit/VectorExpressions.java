package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Scalar expressions of a loop in lanes as expressions of vectors: floats and ints as vectors, bools as masks of the float species. */
final class VectorExpressions {
    private final KernelScope scope;
    private final Elements elements;
    private final ScalarExpressions scalars;
    private final String variable;

    /** @param variable the loop's variable */
    VectorExpressions(KernelScope scope, Elements elements, ScalarExpressions scalars, String variable) {
        this.scope = scope;
        this.elements = elements;
        this.scalars = scalars;
        this.variable = variable;
    }

    /** Whether the value differs between lanes. */
    boolean varies(Scalar scalar) {
        return scalar.dependsOn(variable);
    }

    /** The value as a vector (a mask for a bool), repeated in all lanes if it does not vary. */
    CodeBlock vector(Scalar scalar) {
        if (!varies(scalar)) {
            return repeated(scalar);
        } else if (scalar instanceof Scalar.Load load) {
            return load(load);
        } else if (scalar instanceof Scalar.Position position) {
            return position(position.index());
        } else if (scalar instanceof Scalar.Local local) {
            return CodeBlock.of("$L", scope.local(local.name()));
        } else if (scalar instanceof Scalar.Choose choose) {
            return choose(choose);
        } else if (scalar instanceof Scalar.Convert convert) {
            return convert(convert);
        }
        return apply((Scalar.Apply) scalar);
    }

    private CodeBlock repeated(Scalar scalar) {
        CodeBlock value = scalars.of(scalar);
        return switch (scalar.type()) {
            case FLOAT -> CodeBlock.of("$T.broadcast(FLOATS, $L)", VectorTypes.FLOATS, value);
            case INT -> CodeBlock.of("$T.broadcast(INTS, $L)", VectorTypes.INTS, value);
            case BOOL -> CodeBlock.of("FLOATS.maskAll($L)", value);
        };
    }

    private CodeBlock position(Index index) {
        Optional<Size> odd = LaneAccess.alternation(index, variable);
        if (odd.isEmpty()) {
            return CodeBlock.of("$T.broadcast(INTS, $L).addIndex(1)", VectorTypes.INTS, scalars.index(index));
        }
        CodeBlock even = scalars.index(LaneAccess.atEvenTurns(index, variable));
        CodeBlock parity = CodeBlock.of("$T.zero(INTS).addIndex(1).and(1)", VectorTypes.INTS);
        CodeBlock more = odd.get().isOne() ? parity : CodeBlock.of("$L.mul($L)", parity, scope.size(odd.get()));
        return CodeBlock.of("$L.add($L)", more, even);
    }

    private CodeBlock load(Scalar.Load load) {
        CodeBlock at = scope.at(load.buffer(), scalars.index(load.at()));
        String array = scope.buffer(load.buffer());
        LaneAccess access = LaneAccess.of(load.at(), variable);
        if (access == LaneAccess.EVERY_SECOND) {
            return everySecond(array, at);
        } else if (access == LaneAccess.TWICE) {
            return load.type() == DType.FLOAT
                    ? twice(VectorTypes.FLOATS, "FLOATS", array, at)
                    : twice(VectorTypes.INTS, "INTS", array, at);
        } else if (load.type() == DType.FLOAT) {
            return CodeBlock.of("$T.fromArray(FLOATS, $L, $L)", VectorTypes.FLOATS, array, at);
        }
        CodeBlock ints = CodeBlock.of("$T.fromArray(INTS, $L, $L)", VectorTypes.INTS, array, at);
        return load.type() == DType.INT
                ? ints
                : CodeBlock.of("$L.compare($T.NE, 0).cast(FLOATS)", ints, VectorTypes.OPERATORS);
    }

    private static CodeBlock everySecond(String array, CodeBlock at) {
        return CodeBlock.of(
                "$1T.fromArray(FLOATS, $3L, $4L).rearrange($2T.EVENS)"
                        + ".blend($1T.fromArray(FLOATS, $3L, $4L + FLOATS.length() - 1).rearrange($2T.EVENS_BEHIND), $2T.UPPER)",
                VectorTypes.FLOATS,
                VectorTypes.LANES,
                array,
                at);
    }

    private static CodeBlock twice(ClassName vector, String species, String array, CodeBlock at) {
        return CodeBlock.of(
                "(($1T) $1T.fromArray($2T.HALF_$3L, $4L, $5L).reinterpretShape($3L, 0)).rearrange($2T.$6L)",
                vector,
                VectorTypes.LANES,
                species,
                array,
                at,
                species.equals("FLOATS") ? "PAIRS" : "INT_PAIRS");
    }

    private CodeBlock choose(Scalar.Choose choose) {
        CodeBlock then = vector(choose.then());
        CodeBlock otherwise = vector(choose.otherwise());
        return varies(choose.condition())
                ? CodeBlock.of("$L.blend($L, $L)", otherwise, then, mask(choose))
                : CodeBlock.of("($L ? $L : $L)", scalars.of(choose.condition()), then, otherwise);
    }

    private CodeBlock mask(Scalar.Choose choose) {
        CodeBlock mask = vector(choose.condition());
        return choose.type() == DType.INT ? CodeBlock.of("$L.cast(INTS)", mask) : mask;
    }

    private CodeBlock convert(Scalar.Convert convert) {
        CodeBlock value = vector(convert.value());
        return switch (convert.value().type()) {
            case BOOL -> CodeBlock.of("$T.zero(FLOATS).blend($L, $L)", VectorTypes.FLOATS, elements.literal(1), value);
            case INT ->
                CodeBlock.of(
                        "(($T) $L.convertShape($T.I2F, FLOATS, 0))", VectorTypes.FLOATS, value, VectorTypes.OPERATORS);
            case FLOAT -> value;
        };
    }

    private CodeBlock apply(Scalar.Apply apply) {
        List<Scalar> arguments = apply.arguments();
        Function function = apply.function();
        if (function.arity() == 1) {
            return unary(function, vector(arguments.get(0)));
        }
        Scalar a = arguments.get(0);
        Scalar b = arguments.get(1);
        if (function.isPredicate()) {
            return predicate(function, a, b);
        }
        String method = switch (function) {
            case ADD -> "add";
            case SUBTRACT -> "sub";
            case MULTIPLY -> "mul";
            case DIVIDE -> "div";
            case MINIMUM -> "min";
            case MAXIMUM -> "max";
            default -> throw new IllegalArgumentException(function + " has no vector form");
        };
        boolean commutes = function == Function.ADD || function == Function.MULTIPLY;
        if (commutes && !varies(a)) {
            return CodeBlock.of("$L.$L($L)", vector(b), method, scalars.of(a));
        }
        return CodeBlock.of("$L.$L($L)", vector(a), method, varies(b) ? vector(b) : scalars.of(b));
    }

    private CodeBlock unary(Function function, CodeBlock x) {
        return switch (function) {
            case NEGATE -> CodeBlock.of("$L.neg()", x);
            case NOT -> CodeBlock.of("$L.not()", x);
            case ABS -> CodeBlock.of("$L.abs()", x);
            case SQRT -> CodeBlock.of("$L.sqrt()", x);
            default -> throw new IllegalArgumentException(function + " has no vector form");
        };
    }

    private CodeBlock predicate(Function function, Scalar a, Scalar b) {
        if (function == Function.AND || function == Function.OR) {
            return CodeBlock.of("$L.$L($L)", vector(a), function.name().toLowerCase(Locale.ROOT), vector(b));
        } else if (a.type() == DType.BOOL) {
            CodeBlock equal = CodeBlock.of("$L.eq($L)", vector(a), vector(b));
            return function == Function.EQUAL ? equal : CodeBlock.of("$L.not()", equal);
        }
        String operator = switch (function) {
            case EQUAL -> "EQ";
            case NOT_EQUAL -> "NE";
            case LESS -> "LT";
            case LESS_EQUAL -> "LE";
            case GREATER -> "GT";
            default -> "GE";
        };
        CodeBlock other = varies(b) ? vector(b) : scalars.of(b);
        CodeBlock mask = CodeBlock.of("$L.compare($T.$L, $L)", vector(a), VectorTypes.OPERATORS, operator, other);
        return a.type() == DType.INT ? CodeBlock.of("$L.cast(FLOATS)", mask) : mask;
    }
}
