package dev.leibniz.compiler.lsp;

import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Expression;
import dev.leibniz.compiler.syntax.Name;
import dev.leibniz.compiler.syntax.Statement;
import dev.leibniz.compiler.syntax.TypeExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of declarations and statements, in the order of the text. */
final class Tree {
    private Tree() {}

    static List<Statement> body(Declaration declaration) {
        if (declaration instanceof Declaration.Network network) {
            return network.body();
        } else if (declaration instanceof Declaration.Function function) {
            return function.body();
        } else if (declaration instanceof Declaration.Layer layer) {
            return layer.body();
        }
        return ((Declaration.Optimizer) declaration).body();
    }

    /** What a call may give, in the order of the lists. */
    static List<Declaration.Formal> formals(Declaration declaration) {
        List<Declaration.Formal> formals = new ArrayList<>();
        if (declaration instanceof Declaration.Function function) {
            formals.addAll(function.formals());
        } else if (declaration instanceof Declaration.Layer layer) {
            formals.addAll(layer.configuration());
            formals.addAll(layer.formals());
        } else if (declaration instanceof Declaration.Optimizer optimizer) {
            formals.addAll(optimizer.formals());
        }
        return formals;
    }

    /** All statements of a body, those of loops behind their loop. */
    static List<Statement> statements(List<Statement> body) {
        List<Statement> all = new ArrayList<>();
        for (Statement statement : body) {
            all.add(statement);
            all.addAll(statements(block(statement)));
        }
        return all;
    }

    static List<Statement> block(Statement statement) {
        if (statement instanceof Statement.For loop) {
            return loop.body();
        }
        return statement instanceof Statement.Scan scan ? scan.body() : List.of();
    }

    /** The names that a statement itself gives a meaning. */
    static List<Name> names(Statement statement) {
        if (statement instanceof Statement.Destructure destructure) {
            return destructure.names();
        } else if (statement instanceof Statement.Scan scan) {
            List<Name> names = new ArrayList<>(List.of(scan.variable()));
            scan.carries().forEach(carry -> names.add(carry.name()));
            return names;
        }
        return name(statement).map(List::of).orElse(List.of());
    }

    private static Optional<Name> name(Statement statement) {
        if (statement instanceof Statement.SizeDeclaration size) {
            return Optional.of(size.name());
        } else if (statement instanceof Statement.Input input) {
            return Optional.of(input.name());
        } else if (statement instanceof Statement.Parameter parameter) {
            return Optional.of(parameter.name());
        } else if (statement instanceof Statement.State state) {
            return Optional.of(state.name());
        } else if (statement instanceof Statement.Next next) {
            return Optional.of(next.name());
        } else if (statement instanceof Statement.Hyper hyper) {
            return Optional.of(hyper.name());
        } else if (statement instanceof Statement.Define define) {
            return Optional.of(define.name());
        } else if (statement instanceof Statement.For loop) {
            return Optional.of(loop.variable());
        } else if (statement instanceof Statement.Collect collect) {
            return Optional.of(collect.as());
        } else if (statement instanceof Statement.Output output) {
            return Optional.of(output.name());
        } else if (statement instanceof Statement.Metric metric) {
            return Optional.of(metric.name());
        }
        return Optional.empty();
    }

    /** The doc comment of a statement. */
    static Optional<String> doc(Statement statement) {
        if (statement instanceof Statement.Input input) {
            return input.doc();
        } else if (statement instanceof Statement.Parameter parameter) {
            return parameter.doc();
        } else if (statement instanceof Statement.State state) {
            return state.doc();
        } else if (statement instanceof Statement.Hyper hyper) {
            return hyper.doc();
        } else if (statement instanceof Statement.Output output) {
            return output.doc();
        }
        return statement instanceof Statement.Metric metric ? metric.doc() : Optional.empty();
    }

    /** The expressions of a statement itself, sizes in types too. */
    static List<Expression> expressions(Statement statement) {
        if (statement instanceof Statement.For loop) {
            return range(loop.range());
        } else if (statement instanceof Statement.Scan scan) {
            List<Expression> expressions = new ArrayList<>(range(scan.range()));
            scan.carries().forEach(carry -> expressions.add(carry.initial()));
            return expressions;
        } else if (statement instanceof Statement.Define define) {
            return List.of(define.value());
        } else if (statement instanceof Statement.Destructure destructure) {
            return List.of(destructure.value());
        } else if (statement instanceof Statement.Collect collect) {
            List<Expression> expressions = new ArrayList<>(List.of(collect.value()));
            collect.axis().ifPresent(expressions::add);
            return expressions;
        }
        return declared(statement);
    }

    private static List<Expression> declared(Statement statement) {
        List<Expression> expressions = new ArrayList<>();
        if (statement instanceof Statement.SizeDeclaration size) {
            size.value().ifPresent(expressions::add);
        } else if (statement instanceof Statement.Input input) {
            expressions.addAll(sizes(input.type()));
            input.range().ifPresent(range -> expressions.addAll(range(range)));
        } else if (statement instanceof Statement.Parameter parameter) {
            expressions.addAll(sizes(parameter.type()));
            parameter.initialiser().ifPresent(expressions::add);
        } else if (statement instanceof Statement.State state) {
            state.type().ifPresent(type -> expressions.addAll(sizes(type)));
            state.initial().ifPresent(expressions::add);
        } else {
            given(statement).ifPresent(expressions::add);
        }
        return expressions;
    }

    private static Optional<Expression> given(Statement statement) {
        if (statement instanceof Statement.Next next) {
            return Optional.of(next.value());
        } else if (statement instanceof Statement.Hyper hyper) {
            return Optional.of(hyper.value());
        } else if (statement instanceof Statement.Output output) {
            return Optional.of(output.value());
        } else if (statement instanceof Statement.Loss loss) {
            return Optional.of(loss.value());
        } else if (statement instanceof Statement.Metric metric) {
            return Optional.of(metric.value());
        } else if (statement instanceof Statement.Train train) {
            return Optional.of(train.rule());
        }
        return statement instanceof Statement.Yield yield ? Optional.of(yield.value()) : Optional.empty();
    }

    /** Those of a declared argument. */
    static List<Expression> expressions(Declaration.Formal formal) {
        List<Expression> expressions = new ArrayList<>();
        formal.type().ifPresent(type -> expressions.addAll(sizes(type)));
        formal.defaultValue().ifPresent(expressions::add);
        return expressions;
    }

    private static List<Expression> range(Statement.Range range) {
        return List.of(range.low(), range.high());
    }

    private static List<Expression> sizes(TypeExpression type) {
        return type.shape().map(TypeExpression.ShapeExpression::sizes).orElse(List.of());
    }
}
