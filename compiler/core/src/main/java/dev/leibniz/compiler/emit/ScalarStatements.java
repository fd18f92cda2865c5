package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.runtime.kernel.PlainMatMul;
import dev.leibniz.runtime.random.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A kernel's statements as plain Java. */
class ScalarStatements {
    final KernelScope scope;
    final Elements elements;
    final ScalarExpressions expressions;
    final CodeBlock.Builder code = CodeBlock.builder();

    ScalarStatements(KernelScope scope, Elements elements) {
        this.scope = scope;
        this.elements = elements;
        this.expressions = new ScalarExpressions(scope, elements);
    }

    /** The statements as the body of a method. */
    final CodeBlock body(List<Statement> statements) {
        statements.forEach(this::statement);
        return code.build();
    }

    /** The class whose {@code multiply} computes matrix products. */
    ClassName matMul() {
        return ClassName.get(PlainMatMul.class);
    }

    /** A loop whose turns are independent. */
    void lanes(Statement.Loop loop) {
        loop(loop);
    }

    final void statement(Statement statement) {
        if (statement instanceof Statement.Loop loop) {
            if (loop.isInLanes()) {
                lanes(loop);
            } else {
                loop(loop);
            }
        } else if (statement instanceof Statement.Define define) {
            code.addStatement(
                    "final $T $L = $L",
                    elements.local(define.local().type()),
                    scope.local(define.local().name()),
                    expressions.of(define.value()));
        } else if (statement instanceof Statement.Accumulator accumulator) {
            code.addStatement(
                    "$T $L = $L",
                    elements.local(accumulator.local().type()),
                    scope.local(accumulator.local().name()),
                    identity(accumulator.combine(), accumulator.local().type()));
        } else if (statement instanceof Statement.Accumulate accumulate) {
            String name = scope.local(accumulate.local().name());
            CodeBlock joined = join(
                    accumulate.combine(),
                    accumulate.local().type(),
                    CodeBlock.of("$L", name),
                    expressions.of(accumulate.value()));
            code.addStatement("$L = $L", name, joined);
        } else if (statement instanceof Statement.ArgStart start) {
            argStart(start);
        } else if (statement instanceof Statement.ArgAccumulate accumulate) {
            argAccumulate(accumulate);
        } else if (statement instanceof Statement.Store store) {
            code.addStatement(
                    "$L[$L] = $L",
                    scope.buffer(store.buffer()),
                    scope.at(store.buffer(), expressions.index(store.at())),
                    stored(store.value()));
        } else if (statement instanceof Statement.StoreCombined store) {
            storeCombined(store);
        } else if (statement instanceof Statement.Fill fill) {
            fill(fill);
        } else if (statement instanceof Statement.Draw draw) {
            draw(draw);
        } else {
            multiply((Statement.Multiply) statement);
        }
    }

    final void loop(Statement.Loop loop) {
        String variable = scope.local(loop.variable());
        if (loop.isOverRows()) {
            code.beginControlFlow("for (int $1L = from; $1L < to; $1L++)", variable);
        } else {
            code.beginControlFlow("for (int $1L = 0; $1L < $2L; $1L++)", variable, scope.size(loop.extent()));
        }
        loop.body().forEach(this::statement);
        code.endControlFlow();
    }

    private void draw(Statement.Draw draw) {
        code.addStatement(
                "$T.$L($L, $L, $L, $L, $L, $L, from, to)",
                Draws.class,
                draw.distribution().name().toLowerCase(Locale.ROOT),
                scope.buffer(draw.into()),
                scope.at(draw.into(), expressions.index(draw.at())),
                scope.buffer(draw.key()),
                scope.at(draw.key(), CodeBlock.of("0")),
                expressions.index(draw.number()),
                expressions.index(draw.first()));
    }

    final CodeBlock identity(Combine combine, DType type) {
        if (type == DType.INT) {
            return switch (combine) {
                case SUM -> CodeBlock.of("0");
                case PRODUCT -> CodeBlock.of("1");
                case MAXIMUM -> CodeBlock.of("$T.MIN_VALUE", Integer.class);
                case MINIMUM -> CodeBlock.of("$T.MAX_VALUE", Integer.class);
            };
        }
        return elements.literal(combine.identity());
    }

    private CodeBlock join(Combine combine, DType type, CodeBlock a, CodeBlock b) {
        return expressions.apply(combine.function(), type, List.of(a, b));
    }

    final CodeBlock stored(Scalar value) {
        CodeBlock expression = expressions.of(value);
        return value.type() == DType.BOOL ? CodeBlock.of("$L ? 1 : 0", expression) : expression;
    }

    private void argStart(Statement.ArgStart start) {
        DType type = start.best().type();
        Combine combine = start.largest() ? Combine.MAXIMUM : Combine.MINIMUM;
        code.addStatement(
                "$T $L = $L", elements.local(type), scope.local(start.best().name()), identity(combine, type));
        code.addStatement("int $L = 0", scope.local(start.position().name()));
    }

    /** The condition is written so that the first NaN wins and stays. */
    private void argAccumulate(Statement.ArgAccumulate accumulate) {
        String best = scope.local(accumulate.best().name());
        String position = scope.local(accumulate.position().name());
        String candidate = scope.local(accumulate.best().name() + "Candidate");
        code.addStatement(
                "final $T $L = $L",
                elements.local(accumulate.best().type()),
                candidate,
                expressions.of(accumulate.value()));
        code.beginControlFlow("if ($2L == $2L && !($1L $3L $2L))", candidate, best, accumulate.largest() ? "<=" : ">=");
        code.addStatement("$L = $L", best, candidate);
        code.addStatement("$L = $L", position, expressions.index(accumulate.at()));
        code.endControlFlow();
    }

    private void storeCombined(Statement.StoreCombined store) {
        String name = scope.buffer(store.buffer());
        CodeBlock at = scope.at(store.buffer(), expressions.index(store.at()));
        CodeBlock value = expressions.of(store.value());
        if (store.combine() == Combine.SUM) {
            code.addStatement("$L[$L] += $L", name, at, value);
            return;
        }
        CodeBlock element = CodeBlock.of("$L[$L]", name, at);
        code.addStatement(
                "$L = $L", element, join(store.combine(), store.buffer().type(), element, value));
    }

    private void fill(Statement.Fill fill) {
        CodeBlock from = scope.at(fill.buffer(), expressions.index(fill.from()));
        CodeBlock value = fill.buffer().type() == DType.FLOAT
                ? elements.literal(fill.value())
                : CodeBlock.of("$L", (int) fill.value());
        code.addStatement(
                "$T.fill($L, $L, $L + $L, $L)",
                Arrays.class,
                scope.buffer(fill.buffer()),
                from,
                from,
                scope.size(fill.count()),
                value);
    }

    private void multiply(Statement.Multiply product) {
        boolean split = product.rowsSplit();
        if (!product.isStrided()) {
            multiplyTensors(product);
            return;
        }
        code.addStatement(
                "$T.multiply(\n$L, $L, $L,\n$L,\n$L,\n$L, $L, $L,\n$L, scratch, scratchAt)",
                matMul(),
                split ? CodeBlock.of("to - from") : scope.size(product.m()),
                scope.size(product.n()),
                scope.size(product.k()),
                matrix(product.a(), split),
                matrix(product.b(), false),
                scope.buffer(product.c().buffer()),
                origin(product.c(), split),
                scope.size(product.c().row()),
                product.accumulate());
    }

    private void multiplyTensors(Statement.Multiply product) {
        boolean split = product.rowsSplit();
        code.addStatement(
                "$T.multiply(\n$L, $L, $L,\n$L, $L, $L, $L, $L,\n$L, $L, $L, $L,\n$L, $L, $L,\n$L, scratch, scratchAt)",
                matMul(),
                split ? CodeBlock.of("to - from") : scope.size(product.m()),
                scope.size(product.n()),
                scope.size(product.k()),
                scope.buffer(product.a().buffer()),
                origin(product.a(), false),
                OffsetFields.name(product.a().rows()),
                split ? "from" : "0",
                OffsetFields.name(product.a().columns()),
                scope.buffer(product.b().buffer()),
                origin(product.b(), false),
                OffsetFields.name(product.b().rows()),
                OffsetFields.name(product.b().columns()),
                scope.buffer(product.c().buffer()),
                origin(product.c(), split),
                scope.size(product.c().row()),
                product.accumulate());
    }

    private CodeBlock matrix(Statement.Matrix matrix, boolean split) {
        return CodeBlock.of(
                "$L, $L, $L, $L",
                scope.buffer(matrix.buffer()),
                origin(matrix, split),
                scope.size(matrix.row()),
                scope.size(matrix.column()));
    }

    private CodeBlock origin(Statement.Matrix matrix, boolean split) {
        CodeBlock start = scope.at(matrix.buffer(), expressions.index(matrix.origin()));
        if (!split || matrix.row().equals(Size.ZERO)) {
            return start;
        }
        return matrix.row().isOne()
                ? CodeBlock.of("$L + from", start)
                : CodeBlock.of("$L + from * $L", start, scope.factor(matrix.row()));
    }
}
