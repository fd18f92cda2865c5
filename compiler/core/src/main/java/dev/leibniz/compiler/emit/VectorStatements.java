package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;
import java.util.List;

/** A kernel's statements with loops in lanes as code of the Vector API: whole vectors first, then what is left one by one. */
final class VectorStatements extends ScalarStatements {
    VectorStatements(KernelScope scope, Elements elements) {
        super(scope, elements);
    }

    @Override
    ClassName functions() {
        return VectorTypes.LANE_FUNCTIONS;
    }

    @Override
    ClassName matMul() {
        return VectorTypes.MAT_MUL;
    }

    @Override
    void lanes(Statement.Loop loop) {
        if (!Vectorisable.test(loop)) {
            loop(loop);
            return;
        }
        List<Statement.Accumulate> sums = loop.body().stream()
                .filter(Statement.Accumulate.class::isInstance)
                .map(Statement.Accumulate.class::cast)
                .toList();
        for (Statement.Accumulate sum : sums) {
            code.addStatement(
                    "$T $L = $T.broadcast(FLOATS, $L)",
                    VectorTypes.FLOATS,
                    lanes(sum),
                    VectorTypes.FLOATS,
                    identity(sum.combine(), DType.FLOAT));
        }
        loops(loop);
        for (Statement.Accumulate sum : sums) {
            String name = scope.local(sum.local().name());
            CodeBlock lanes = sum.combine() == Combine.SUM
                    ? CodeBlock.of("$T.sum($L)", VectorTypes.FUNCTIONS, lanes(sum))
                    : CodeBlock.of(
                            "$L.reduceLanes($T.$L)", lanes(sum), VectorTypes.OPERATORS, reduction(sum.combine()));
            code.addStatement(
                    "$L = $L",
                    name,
                    expressions.apply(sum.combine().function(), DType.FLOAT, List.of(CodeBlock.of("$L", name), lanes)));
        }
    }

    /** The variable in which each lane joins its own turns. */
    private String lanes(Statement.Accumulate sum) {
        return scope.local(sum.local().name() + ".lanes");
    }

    private static String reduction(Combine combine) {
        return switch (combine) {
            case SUM -> "ADD";
            case PRODUCT -> "MUL";
            case MAXIMUM -> "MAX";
            case MINIMUM -> "MIN";
        };
    }

    private void loops(Statement.Loop loop) {
        String variable = scope.local(loop.variable());
        CodeBlock extent = scope.size(loop.extent());
        code.add("{\n$>");
        code.addStatement("int $L = 0", variable);
        code.beginControlFlow("for (; $1L <= $2L - FLOATS.length(); $1L += FLOATS.length())", variable, extent);
        turn(loop);
        code.endControlFlow();
        code.beginControlFlow("for (; $1L < $2L; $1L++)", variable, extent);
        loop.body().forEach(this::statement);
        code.endControlFlow();
        code.add("$<}\n");
    }

    private void turn(Statement.Loop loop) {
        VectorExpressions vectors = new VectorExpressions(scope, elements, expressions, loop.variable());
        for (Statement statement : loop.body()) {
            if (statement instanceof Statement.Define define) {
                define(define, vectors);
            } else if (statement instanceof Statement.Accumulate sum) {
                accumulate(sum, vectors);
            } else if (statement instanceof Statement.Store store) {
                store(store, vectors);
            } else {
                storeCombined((Statement.StoreCombined) statement, vectors);
            }
        }
    }

    private void define(Statement.Define define, VectorExpressions vectors) {
        String name = scope.local(define.local().name());
        code.addStatement(
                "final $T $L = $L",
                switch (define.local().type()) {
                    case FLOAT -> VectorTypes.FLOATS;
                    case INT -> VectorTypes.INTS;
                    case BOOL -> ParameterizedTypeName.get(VectorTypes.MASK, ClassName.get(Float.class));
                },
                name,
                vectors.vector(define.value()));
    }

    private void accumulate(Statement.Accumulate sum, VectorExpressions vectors) {
        CodeBlock value = vectors.vector(sum.value());
        code.addStatement(
                "$1L = $1L.lanewise($2T.$3L, $4L)", lanes(sum), VectorTypes.OPERATORS, reduction(sum.combine()), value);
    }

    private void store(Statement.Store store, VectorExpressions vectors) {
        CodeBlock at = scope.at(store.buffer(), expressions.index(store.at()));
        Scalar value = store.value();
        CodeBlock vector = switch (value.type()) {
            case FLOAT, INT -> vectors.vector(value);
            case BOOL -> CodeBlock.of("$T.zero(INTS).blend(1, $L.cast(INTS))", VectorTypes.INTS, vectors.vector(value));
        };
        into(vector, scope.buffer(store.buffer()), at);
    }

    private void storeCombined(Statement.StoreCombined store, VectorExpressions vectors) {
        CodeBlock at = scope.at(store.buffer(), expressions.index(store.at()));
        CodeBlock old = vectors.vector(new Scalar.Load(store.buffer(), store.at()));
        CodeBlock joined = CodeBlock.of(
                "$L.lanewise($T.$L, $L)",
                old,
                VectorTypes.OPERATORS,
                reduction(store.combine()),
                vectors.vector(store.value()));
        into(joined, scope.buffer(store.buffer()), at);
    }

    private void into(CodeBlock vector, String array, CodeBlock at) {
        code.addStatement("$L.intoArray($L, $L)", vector, array, at);
    }
}
