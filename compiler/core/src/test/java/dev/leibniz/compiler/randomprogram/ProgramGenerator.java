package dev.leibniz.compiler.randomprogram;

import dev.leibniz.compiler.ir.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws programs: a seed gives the same one always. */
final class ProgramGenerator {
    private static final String LAYER = """
            layer mixed(units)(x: float[..., K]) {
              param a: float[K, units] = normal(0, 1);
              param s: float = 0.5;
              yield %s;
            }""";

    private static final String FOLDED = """
            function folded(x: float[..., K]) {
              scan t in 0..K with h = 0 * x[..., 0] { h = %s; }
              yield h;
            }""";

    private static final String OPTIMIZER = """
            optimizer clipped(rate = 0.1) {
              state m = 0.5;
              v = 0.9 * m + %s;
              next m = v;
              next w = w - rate * v / (1 + %s) * sigmoid(t);
            }""";

    private final Draft draft;

    private ProgramGenerator(long seed) {
        draft = new Draft(new Random(seed));
    }

    static RandomProgram draw(long seed) {
        return new ProgramGenerator(seed).program(seed);
    }

    private RandomProgram program(long seed) {
        for (int k = draft.below(3); k > 0; k--) {
            draft.declarations.add(function());
        }
        draft.scope = new ArrayList<>();
        draft.declare(Type.floats(List.of(Dim.free("N"), draft.fixedDim())));
        draft.declare(draft.floats());
        draft.parameter(draft.fixedFloats());
        List<Stmt> statements = new ArrayList<>();
        for (int k = 1 + draft.below(4); k > 0; k--) {
            statement(statements, 3);
        }
        results(statements);
        List<Stmt> all = new ArrayList<>(draft.leaves);
        all.addAll(statements);
        List<String> declarations = new ArrayList<>(draft.declarations);
        declarations.add(LAYER.formatted(draft.one("sin(x @ a) * s", "tanh(s * (x @ a))", "s + relu(x @ a)")));
        declarations.add(FOLDED.formatted(draft.one(
                "sin(h + x[..., t])",
                "h * 0.5 + x[..., t]",
                "max(h, x[..., t])",
                "checkpoint(tanh(h - cos(x[..., t])))")));
        declarations.add(OPTIMIZER.formatted(
                draft.one("g", "sin(g)", "g * w"), draft.one("norm(g)", "abs(g)", "max(g^2)", "sum(w^2)")));
        return new RandomProgram(seed, declarations, draft.sizes, all).withoutUnusedSizes();
    }

    /** A function of two numbers, or of tensors element by element. */
    private String function() {
        draft.pure = true;
        draft.scope = new ArrayList<>(List.of(Expr.of(Type.SCALAR, "x"), Expr.of(Type.SCALAR, "y")));
        Expr body = expression(Type.SCALAR, 2);
        draft.pure = false;
        return "function f" + draft.declarations.size() + "(x, y) = " + body.text() + ";";
    }

    private Expr expression(Type type, int depth) {
        return new Expressions(draft, depth).draw(type);
    }

    private void statement(List<Stmt> to, int depth) {
        double kind = draft.random.nextDouble();
        if (kind < 0.55 || draft.loops.size() == 2) {
            Expr value = expression(draft.floats(), depth);
            define(draft.name("y"), value, to);
        } else if (kind < 0.85) {
            new ScanGenerator(draft, body -> statement(body, depth - 1)).scan(to, depth);
        } else if (kind < 0.93 && draft.loops.isEmpty()) {
            state(to);
        } else {
            repeat(to, depth);
        }
    }

    private void define(String name, Expr value, List<Stmt> to) {
        to.add(Stmt.of(name + " = %s", value));
        draft.scope.add(Expr.of(value.type(), name));
    }

    private void state(List<Stmt> to) {
        Type type = draft.fixedFloats();
        String name = draft.name("s");
        to.add(Stmt.of("state " + name + ": " + type + " = 0.5"));
        draft.scope.add(Expr.of(type, name));
        to.add(Stmt.of("next " + name + " = %s", expression(type, 2)));
    }

    private void repeat(List<Stmt> to, int depth) {
        List<Expr> floats = draft.scope.stream()
                .filter(v -> v.type().isFloat() && v.text().startsWith("y"))
                .toList();
        if (floats.isEmpty() || !draft.loops.isEmpty()) {
            return;
        }
        Expr changed = draft.one(floats);
        Stmt step = Stmt.of(changed.text() + " = 0.5 * %s + %s", changed, expression(changed.type(), depth - 1));
        to.add(new Stmt("for " + draft.name("i") + " in 0.." + draft.one(1, 2, 3), List.of(), List.of(step)));
    }

    private void results(List<Stmt> to) {
        for (int k = 1 + draft.below(2); k > 0; k--) {
            Type type = draft.floats();
            type = draft.chance(0.2) ? type.of(draft.one(DType.BOOL, DType.INT)) : type;
            Expr value = draft.chance(0.1) ? draft.one(draft.scope) : expression(type, 2);
            to.add(Stmt.of("output " + draft.name("o") + " = %s", value));
        }
        for (int k = 1 + draft.below(2); k > 0; k--) {
            Expr value = expression(draft.floats(), 3);
            String reduced = draft.one("mean(%s)", "mean(sin(%s))", "mean(tanh(%s)^2)", "sum(%s)", "mean((%s)^2)");
            to.add(Stmt.of("loss " + reduced, value));
        }
        if (draft.chance(0.5)) {
            to.add(Stmt.of("metric " + draft.name("m") + " = mean(%s)", expression(draft.floats(), 2)));
        }
        List<Expr> used = draft.scope.stream().filter(v -> v.type().isFloat()).toList();
        to.add(Stmt.of("loss " + "0.1 * mean(sin(%s)) + mean(cos(%s))", draft.one(used), draft.one(used)));
        to.add(Stmt.of("train "
                + draft.one(
                        "sgd(rate = 0.1)",
                        "sgd(rate = 0.05, momentum = 0.9, nesterov = true)",
                        "adam(rate = 0.01)",
                        "rmsprop()",
                        "adamw()",
                        "adagrad()",
                        "clipped()",
                        "clipped(rate = 0.5)",
                        "adadelta()")));
    }
}
