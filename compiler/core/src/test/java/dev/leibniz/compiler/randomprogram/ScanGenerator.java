package dev.leibniz.compiler.randomprogram;

import dev.leibniz.compiler.ir.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Draws loops at run time.
 *
 * @param inner draws a statement for the body
 */
record ScanGenerator(Draft draft, Consumer<List<Stmt>> inner) {
    void scan(List<Stmt> to, int depth) {
        boolean late = draft.chance(0.15);
        Dim turns = draft.chance(0.6) ? Dim.free(draft.one("T", "T", "N")) : draft.fixedDim();
        Dim extent = late ? turns.plus(1) : turns;
        Draft.Loop loop = new Draft.Loop(draft.name("t"), extent);
        List<Expr> carries = new ArrayList<>();
        List<Expr> initial = new ArrayList<>();
        List<String> heads = new ArrayList<>();
        for (int k = 1 + draft.below(3); k > 0; k--) {
            Type type = draft.chance(0.15) ? draft.floats().of(draft.one(DType.BOOL, DType.INT)) : draft.floats();
            Expr start = new Expressions(draft, 1).draw(type);
            carries.add(Expr.of(start.type(), draft.name("h")));
            initial.add(start);
            heads.add(carries.get(carries.size() - 1).text() + " = %s");
        }
        List<Expr> outside = draft.scope;
        draft.scope = new ArrayList<>(outside);
        draft.scope.addAll(carries);
        draft.loops.add(loop);
        List<Expr> collected = new ArrayList<>();
        List<Stmt> body = body(carries, depth);
        for (int k = late ? 0 : draft.below(3); k > 0; k--) {
            collect(carries, extent, collected, body);
        }
        draft.loops.remove(loop);
        draft.scope = outside;
        draft.scope.addAll(carries);
        draft.scope.addAll(collected);
        String range = late ? "1.." + extent.text() : draft.chance(0.7) ? "0.." + extent.text() : extent.text() + "..0";
        to.add(new Stmt(
                "scan " + loop.variable() + " in " + range + " with " + String.join(", ", heads), initial, body));
    }

    private List<Stmt> body(List<Expr> carries, int depth) {
        List<Stmt> body = new ArrayList<>();
        if (draft.chance(0.4)) {
            inner.accept(body);
        }
        for (Expr carry : carries) {
            Expr more = new Expressions(draft, depth - 1).draw(carry.type());
            if (!carry.type().isFloat()) {
                body.add(Stmt.of(carry.text() + " = %s", more));
            } else if (draft.chance(0.9)) {
                String format =
                        draft.one(" = 0.5 * %s + %s", " = %s + 0.1 * %s", " = tanh(%s - %s)", " = sin(%s * %s)");
                body.add(Stmt.of(carry.text() + format, carry, more));
            }
        }
        Expr carry = carries.get(0);
        if (body.isEmpty()) {
            body.add(Stmt.of(carry.text() + " = 0.5 * %s", carry));
        }
        return body;
    }

    private void collect(List<Expr> carries, Dim extent, List<Expr> collected, List<Stmt> body) {
        Expr value = new Expressions(draft, 1)
                .draw(draft.chance(0.5) ? draft.one(carries).type() : draft.floats());
        int axis = draft.below(value.type().rank() + 1);
        Expr all = Expr.of(value.type().insert(axis, extent), draft.name("c"));
        if (draft.fits(all.type())) {
            body.add(Stmt.of("collect %s as " + all.text() + " axis " + axis, value));
            collected.add(all);
        }
    }
}
