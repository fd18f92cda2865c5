package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;
import java.util.List;
import java.util.Locale;

/** A kernel's statements with loops in lanes as code of the Vector API: whole vectors first, then what is left one by one. */
final class VectorStatements extends ScalarStatements {
    VectorStatements(KernelScope scope, Elements elements) {
        super(scope, elements);
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
        staged(loop);
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

    /** The loop's stages over one block of turns after the other; all turns at once if there is one stage only. */
    private void staged(Statement.Loop loop) {
        LaneStages stages = LaneStages.of(loop);
        CodeBlock first = CodeBlock.of(loop.isOverRows() ? "from" : "0");
        CodeBlock extent = loop.isOverRows() ? CodeBlock.of("to") : scope.size(loop.extent());
        if (stages.blocks().isEmpty() && ShortTurns.test(loop)) {
            shortTurns(loop);
            return;
        } else if (stages.blocks().isEmpty()) {
            turns(loop.variable(), first, extent, loop.body(), 0);
            return;
        }
        boolean oneBlock =
                !loop.isOverRows() && loop.extent().asConstant().stream().anyMatch(turns -> turns <= LaneStages.BLOCK);
        if (oneBlock) {
            code.add("{\n$>");
            stages(loop.variable(), stages, CodeBlock.of("0"), extent);
            code.add("$<}\n");
            return;
        }
        String start = scope.local(loop.variable() + ".start");
        String end = scope.local(loop.variable() + ".end");
        code.beginControlFlow("for (int $1L = $2L; $1L < $3L; $1L += $4L)", start, first, extent, LaneStages.BLOCK);
        code.addStatement("final int $L = $T.min($L + $L, $L)", end, Math.class, start, LaneStages.BLOCK, extent);
        stages(loop.variable(), stages, CodeBlock.of("$L", start), CodeBlock.of("$L", end));
        code.endControlFlow();
    }

    private void stages(String variable, LaneStages stages, CodeBlock start, CodeBlock end) {
        boolean fromZero = start.toString().equals("0");
        for (int i = 0; i < stages.blocks().size(); i++) {
            String origin = scope.block(stages.blocks().get(i), i);
            String place = block(i);
            CodeBlock shifted = fromZero ? CodeBlock.of("$L", place) : CodeBlock.of("$L - $L", place, start);
            code.addStatement("final int $L = $L", origin, shifted);
        }
        CodeBlock count = fromZero ? end : CodeBlock.of("$L - $L", end, start);
        for (LaneStages.Stage stage : stages.stages()) {
            int spare = stages.blocks().size();
            if (stage.body().stream().anyMatch(statement -> !(statement instanceof Statement.Define))) {
                turns(variable, start, end, stage.body(), spare);
            }
            for (LaneStages.Sum sum : stage.sums()) {
                CodeBlock place = scope.at(sum.block(), start);
                CodeBlock all =
                        CodeBlock.of("$T.sum(scratch, $L, $L, $L)", VectorTypes.FUNCTIONS, place, count, block(spare));
                joinTo(sum.local(), Combine.SUM, all);
            }
            for (LaneStages.Pass pass : stage.passes()) {
                List<CodeBlock> places = pass.blocks().stream()
                        .map(block -> scope.at(block, start))
                        .toList();
                code.addStatement(
                        "$T.$L(scratch, $L, $L)",
                        VectorTypes.FUNCTIONS,
                        method(pass.function()),
                        CodeBlock.join(places, ", "),
                        count);
            }
        }
    }

    /** Where a block of scratch memory begins. */
    private static String block(int number) {
        return number == 0 ? "scratchAt" : "scratchAt + " + number * LaneStages.BLOCK;
    }

    private static String method(Function function) {
        return function == Function.POWER ? "pow" : function.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Turns from start to end: whole vectors first, then what is left one by one. Lanes of a sum live here only: C2 allocates vectors that one loop hands
     * to the next.
     */
    private void turns(String loopVariable, CodeBlock start, CodeBlock end, List<Statement> body, int blocks) {
        String variable = scope.local(loopVariable);
        List<Statement.Accumulate> sums = body.stream()
                .filter(Statement.Accumulate.class::isInstance)
                .map(Statement.Accumulate.class::cast)
                .toList();
        code.add("{\n$>");
        code.addStatement("int $L = $L", variable, start);
        for (Statement.Accumulate sum : sums) {
            CodeBlock identity = identity(sum.combine(), DType.FLOAT);
            code.addStatement("$1T $2L = $1T.broadcast(FLOATS, $3L)", VectorTypes.FLOATS, lanes(sum), identity);
        }
        code.beginControlFlow("for (; $1L <= $2L - FLOATS.length(); $1L += FLOATS.length())", variable, end);
        vectors(loopVariable, body);
        code.endControlFlow();
        sums.forEach(sum -> join(sum, blocks));
        code.beginControlFlow("for (; $1L < $2L; $1L++)", variable, end);
        body.forEach(this::statement);
        code.endControlFlow();
        code.add("$<}\n");
    }

    /** Whole vectors, the last of them pushed back to end with the last turn; all turns one by one where vectors are longer than that. */
    private void shortTurns(Statement.Loop loop) {
        String variable = scope.local(loop.variable());
        String start = scope.local(loop.variable() + ".start");
        CodeBlock end = scope.size(loop.extent());
        code.beginControlFlow("if (FLOATS.length() <= $L)", end);
        code.beginControlFlow("for (int $1L = 0; $1L < $2L; $1L += FLOATS.length())", start, end);
        code.addStatement("final int $L = $T.min($L, $L - FLOATS.length())", variable, Math.class, start, end);
        vectors(loop.variable(), loop.body());
        code.endControlFlow();
        code.nextControlFlow("else");
        loop(loop);
        code.endControlFlow();
    }

    /** Joins the lanes of a sum to what was summed before them; scratch memory behind the blocks holds them meanwhile. */
    private void join(Statement.Accumulate sum, int blocks) {
        CodeBlock lanes;
        if (sum.combine() == Combine.SUM) {
            String place = block(blocks);
            code.addStatement("$L.intoArray(scratch, $L)", lanes(sum), place);
            lanes = CodeBlock.of("$T.sum(scratch, $L)", VectorTypes.FUNCTIONS, place);
        } else {
            lanes = CodeBlock.of("$L.reduceLanes($T.$L)", lanes(sum), VectorTypes.OPERATORS, reduction(sum.combine()));
        }
        joinTo(sum.local(), sum.combine(), lanes);
    }

    private void joinTo(Scalar.Local local, Combine combine, CodeBlock value) {
        String name = scope.local(local.name());
        List<CodeBlock> both = List.of(CodeBlock.of("$L", name), value);
        code.addStatement("$L = $L", name, expressions.apply(combine.function(), DType.FLOAT, both));
    }

    private void vectors(String variable, List<Statement> body) {
        VectorExpressions vectors = new VectorExpressions(scope, elements, expressions, variable);
        for (Statement statement : body) {
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
