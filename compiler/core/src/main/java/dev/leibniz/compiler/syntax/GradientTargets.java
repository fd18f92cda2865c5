package dev.leibniz.compiler.syntax;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names that some {@code grad(…, name)} or {@code grad(…, [name, name])} of a body differentiates by. */
public final class GradientTargets {
    private final Set<String> names = new HashSet<>();

    /** Calls to which a pipeline gives the first argument. */
    private final Set<Expression.Call> staged = Collections.newSetFromMap(new IdentityHashMap<>());

    private GradientTargets() {}

    public static Set<String> of(List<Statement> body) {
        GradientTargets targets = new GradientTargets();
        body.forEach(targets::visit);
        return targets.names;
    }

    private void visit(Statement statement) {
        if (statement instanceof Statement.Define define) {
            visit(define.value());
        } else if (statement instanceof Statement.Destructure destructure) {
            visit(destructure.value());
        } else if (statement instanceof Statement.For loop) {
            loop.body().forEach(this::visit);
        } else if (statement instanceof Statement.Scan scan) {
            scan.carries().forEach(carry -> visit(carry.initial()));
            scan.body().forEach(this::visit);
        } else if (statement instanceof Statement.Collect collect) {
            visit(collect.value());
        } else if (statement instanceof Statement.Next next) {
            visit(next.value());
        } else if (statement instanceof Statement.Output output) {
            visit(output.value());
        } else if (statement instanceof Statement.Loss loss) {
            visit(loss.value());
        } else if (statement instanceof Statement.Metric metric) {
            visit(metric.value());
        } else if (statement instanceof Statement.Yield yield) {
            visit(yield.value());
        }
    }

    private void visit(Expression expression) {
        for (Expression part : Subexpressions.of(expression)) {
            if (part instanceof Expression.Call call) {
                call(call, staged.contains(call) ? 0 : 1);
            } else if (part instanceof Expression.Pipe pipe && pipe.stage() instanceof Expression.Call stage) {
                staged.add(stage);
            }
        }
    }

    /** @param place where among the arguments without a name stands what is differentiated by */
    private void call(Expression.Call call, int place) {
        if (!(call.callee() instanceof Expression.Reference callee)
                || !callee.name().equals("grad")) {
            return;
        }
        for (int k = 0; k < call.arguments().size(); k++) {
            Expression.Argument argument = call.arguments().get(k);
            Optional<String> name = argument.name().map(Name::text);
            if (name.isEmpty() ? k == place : name.get().equals("x")) {
                target(argument.value());
            }
        }
    }

    private void target(Expression expression) {
        if (expression instanceof Expression.Reference reference) {
            names.add(reference.name());
        } else if (expression instanceof Expression.ListLiteral list) {
            for (Expression item : list.items()) {
                if (item instanceof Expression.Reference reference) {
                    names.add(reference.name());
                }
            }
        }
    }
}
