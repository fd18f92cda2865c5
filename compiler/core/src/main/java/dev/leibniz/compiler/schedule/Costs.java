package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.kernel.Walk;
import dev.leibniz.compiler.op.Elementwise;
import java.util.ArrayList;
import java.util.List;

/** What computing costs. */
final class Costs {
    private Costs() {}

    /** Whether computing an element again costs more than loading it. */
    static boolean isExpensive(Value value) {
        if (!(value.op() instanceof Elementwise op)) {
            return true;
        }
        List<Scalar> arguments = new ArrayList<>();
        value.op()
                .operands()
                .forEach(operand ->
                        arguments.add(new Scalar.Literal(operand.type().dtype(), 0)));
        return op.scalar(arguments) instanceof Scalar.Apply apply
                && apply.function().isExpensive();
    }

    /** Floating-point operations of one run: a multiply-add counts two, any other function one. */
    static Size flops(List<Statement> statements) {
        Size flops = Size.ZERO;
        List<Statement> straight = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.Loop loop) {
                flops = flops.plus(flops(loop.body()).times(loop.extent()));
            } else if (statement instanceof Statement.Multiply multiply) {
                flops = flops.plus(
                        multiply.m().times(multiply.n()).times(multiply.k()).times(2));
            } else {
                straight.add(statement);
                boolean combines = statement instanceof Statement.Accumulate
                        || statement instanceof Statement.StoreCombined
                        || statement instanceof Statement.ArgAccumulate;
                flops = flops.plus(combines ? 1 : 0);
            }
        }
        long[] applied = {0};
        Walk.scalars(straight, scalar -> applied[0] += scalar instanceof Scalar.Apply ? 1 : 0);
        return flops.plus(applied[0]);
    }
}
