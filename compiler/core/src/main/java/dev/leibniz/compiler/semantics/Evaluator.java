package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Relation;
import dev.leibniz.compiler.source.Problem;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Expression;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Expressions become meanings. Chains that nest to the left are walked by a loop, so only real nesting takes stack. */
final class Evaluator {
    private static final int DEEPEST = 1200;

    private final Graph graph;
    private final Rules rules;
    private final Inliner inliner;
    private final Facts facts;
    private int depth;

    Evaluator(Graph graph, Rules rules, Library library, Host host, Facts facts) {
        this.graph = graph;
        this.rules = rules;
        this.facts = facts;
        this.inliner = new Inliner(this, rules, library, host);
    }

    Types types() {
        return inliner.types();
    }

    Executor executor() {
        return inliner.executor();
    }

    Rules rules() {
        return rules;
    }

    Facts facts() {
        return facts;
    }

    Graph graph() {
        return graph;
    }

    /** Makes values that remember a place which the user can change. */
    Builder builder(Span span) {
        return new Builder(graph, rules.reporter().visible(span));
    }

    Reported fail(Problem problem) {
        return rules.reporter().fail(problem);
    }

    /** Binds an optimizer's formals to the arguments of a {@code train} statement. */
    void bind(Declaration.Optimizer optimizer, Expression rule, Span at, Frame outer, Frame inner) {
        inliner.bind(optimizer, rule, at, outer, inner);
    }

    /** The meaning of an expression; erroneous if it has a mistake, which then is reported. */
    Operand evaluate(Expression expression, Frame frame) {
        if (++depth > DEEPEST) {
            depth--;
            rules.reporter().report(new StructureProblems.TooDeep(expression.span(), "expressions and calls"));
            return Operand.of(Meaning.ERRONEOUS, expression.span());
        }
        try {
            return spine(expression, frame);
        } catch (Reported reported) {
            return Operand.of(Meaning.ERRONEOUS, expression.span());
        } catch (ArithmeticException overflow) {
            rules.reporter().report(new TypeProblems.NumberTooLarge(expression.span()));
            return Operand.of(Meaning.ERRONEOUS, expression.span());
        } finally {
            depth--;
        }
    }

    /** A size, exact; anything else is reported and thrown. */
    Size size(Expression expression, Frame frame) {
        Operand operand = Operators.sound(evaluate(expression, frame));
        Optional<Size> size = Numbers.size(operand.meaning());
        if (size.isPresent()) {
            return size.get();
        } else if (operand.meaning() instanceof Meaning.Ratio ratio) {
            throw fail(inexact(expression, ratio));
        } else if (operand.meaning() instanceof Meaning.Tensor) {
            throw fail(new TypeProblems.NotConstant(operand.span(), "a size", operand));
        }
        throw fail(new TypeProblems.Needs(operand.span(), "a size", "an int", operand, List.of()));
    }

    private static Problem inexact(Expression expression, Meaning.Ratio ratio) {
        return expression instanceof Expression.Binary quotient
                        && quotient.left() instanceof Expression.Reference dividend
                        && quotient.right() instanceof Expression.Reference divisor
                ? new ShapeProblems.NotDividing(expression.span(), dividend.name(), divisor.name(), ratio)
                : new ShapeProblems.InexactDivision(expression.span(), ratio.dividend(), ratio.divisor());
    }

    private Operand spine(Expression expression, Frame frame) {
        Deque<Expression> spine = new ArrayDeque<>();
        Expression innermost = expression;
        for (Optional<Expression> left = left(innermost); left.isPresent(); left = left(innermost)) {
            spine.push(innermost);
            innermost = left.get();
        }
        int before = graph().values().size();
        Operand operand = leaf(innermost, frame);
        facts.means(innermost.span(), operand.meaning());
        while (!spine.isEmpty()) {
            Expression next = spine.pop();
            operand = Operand.of(extend(operand, next, before, frame), next.span());
            facts.means(next.span(), operand.meaning());
        }
        return operand;
    }

    /** What an expression begins with, if it is one that goes on from there. */
    static Optional<Expression> left(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            return Optional.of(binary.left());
        } else if (expression instanceof Expression.Pipe pipe) {
            return Optional.of(pipe.value());
        } else if (expression instanceof Expression.Transpose transpose) {
            return Optional.of(transpose.operand());
        } else if (expression instanceof Expression.Index index) {
            return Optional.of(index.operand());
        } else if (expression instanceof Expression.Call call) {
            return Optional.of(call.callee());
        }
        return Optional.empty();
    }

    /** @param before how many values the graph had before the operand was evaluated */
    private Meaning extend(Operand operand, Expression next, int before, Frame frame) {
        if (next instanceof Expression.Binary binary) {
            return binary(binary, operand, frame);
        } else if (next instanceof Expression.Pipe pipe) {
            return inliner.pipe(operand, pipe.stage(), before, frame);
        } else if (next instanceof Expression.Transpose) {
            rules.limits().requireNetwork("the transpose `'`", next.span());
            return rules.operators().transpose(operand, next.span(), builder(next.span()));
        } else if (next instanceof Expression.Index index) {
            requireList(operand, index);
            return rules.subscripts().apply(operand, entries(index, frame), index.span(), builder(index.span()));
        } else if (next instanceof Expression.Call call) {
            return inliner.call(operand, call, before, frame);
        }
        throw new IllegalStateException("not the continuation of an expression: " + next.getClass());
    }

    /** Lists can be indexed everywhere, tensors cannot. */
    private void requireList(Operand operand, Expression.Index index) {
        if (operand.meaning() instanceof Meaning.Tensor) {
            rules.limits().requireNetwork("an index", index.span());
        }
    }

    private Operand leaf(Expression expression, Frame frame) {
        Span span = expression.span();
        if (expression instanceof Expression.Reference reference) {
            return reference(reference, frame);
        } else if (expression instanceof Expression.IntLiteral literal) {
            return Operand.of(Meaning.Whole.of(literal.value()), span);
        } else if (expression instanceof Expression.FloatLiteral literal) {
            return Operand.of(new Meaning.Real(literal.value()), span);
        } else if (expression instanceof Expression.BoolLiteral literal) {
            return Operand.of(new Meaning.Truth(literal.value()), span);
        } else if (expression instanceof Expression.StringLiteral literal) {
            return Operand.of(new Meaning.Text(literal.value()), span);
        } else if (expression instanceof Expression.Training) {
            return Operand.of(new Meaning.Truth(rules.training(), true), span);
        } else if (expression instanceof Expression.ListLiteral list) {
            return Operand.of(list(list, frame), span);
        } else if (expression instanceof Expression.Unary unary) {
            return Operand.of(unary(unary, frame), span);
        } else if (expression instanceof Expression.Conditional conditional) {
            return Operand.of(conditional(conditional, frame), span);
        }
        throw new IllegalStateException("unknown expression " + expression.getClass());
    }

    private Operand reference(Expression.Reference reference, Frame frame) {
        Optional<Binding> binding = frame.scope().find(reference.name());
        if (binding.isEmpty()) {
            if (!rules.reporter().hasErrors()) {
                throw new IllegalStateException("the check of names let " + reference.name() + " pass");
            }
            throw new Reported();
        }
        binding.get().onUse().run();
        return new Operand(
                binding.get().meaning(), reference.span(), binding.get().declared());
    }

    private Meaning list(Expression.ListLiteral list, Frame frame) {
        List<Meaning> items = new ArrayList<>();
        for (Expression item : list.items()) {
            items.add(evaluate(item, frame).meaning());
        }
        return new Meaning.Sequence(items);
    }

    private Meaning unary(Expression.Unary unary, Frame frame) {
        Operand operand = evaluate(unary.operand(), frame);
        Builder g = builder(unary.span());
        return unary.operator() == Expression.UnaryOperator.NOT
                ? rules.operators().not(operand, g)
                : rules.operators().negate(operand, unary.span(), g);
    }

    /** A known condition chooses here. The other branch is evaluated all the same if {@code training} decides, so that parameters do not depend on it. */
    private Meaning conditional(Expression.Conditional conditional, Frame frame) {
        Operand condition = Operators.sound(evaluate(conditional.condition(), frame));
        rules.operators().requireBool(condition);
        if (condition.meaning() instanceof Meaning.Truth truth) {
            if (!truth.ofTraining()) {
                return evaluate(truth.value() ? conditional.then() : conditional.otherwise(), frame)
                        .meaning();
            }
            Meaning then = evaluate(conditional.then(), frame).meaning();
            Meaning otherwise = evaluate(conditional.otherwise(), frame).meaning();
            return truth.value() ? then : otherwise;
        }
        return rules.operators()
                .select(
                        condition,
                        evaluate(conditional.then(), frame),
                        evaluate(conditional.otherwise(), frame),
                        conditional.span(),
                        builder(conditional.span()));
    }

    private Meaning binary(Expression.Binary binary, Operand left, Frame frame) {
        Expression.BinaryOperator operator = binary.operator();
        boolean and = operator == Expression.BinaryOperator.AND;
        if ((and || operator == Expression.BinaryOperator.OR)
                && left.meaning() instanceof Meaning.Truth truth
                && truth.value() != and
                && !truth.ofTraining()) {
            return truth;
        }
        Operand right = evaluate(binary.right(), frame);
        Span at = binary.operatorSpan();
        Builder g = builder(binary.span());
        return switch (operator) {
            case OR, AND -> rules.operators().logic(and, left, right, at, g);
            case EQUAL -> compare(Relation.EQUAL, left, right, at, g);
            case NOT_EQUAL -> compare(Relation.NOT_EQUAL, left, right, at, g);
            case LESS -> compare(Relation.LESS, left, right, at, g);
            case LESS_EQUAL -> compare(Relation.LESS_EQUAL, left, right, at, g);
            case GREATER -> compare(Relation.GREATER, left, right, at, g);
            case GREATER_EQUAL -> compare(Relation.GREATER_EQUAL, left, right, at, g);
            case ADD -> rules.arithmetic().apply(Arithmetic.Kind.ADD, left, right, at, g);
            case SUBTRACT -> rules.arithmetic().apply(Arithmetic.Kind.SUBTRACT, left, right, at, g);
            case MULTIPLY -> rules.arithmetic().apply(Arithmetic.Kind.MULTIPLY, left, right, at, g);
            case DIVIDE -> rules.arithmetic().apply(Arithmetic.Kind.DIVIDE, left, right, at, g);
            case POWER -> rules.arithmetic().apply(Arithmetic.Kind.POWER, left, right, at, g);
            case MATRIX_MULTIPLY -> {
                rules.limits().requireNetwork("the matrix product `@`", at);
                yield rules.contractions().matrixProduct(left, right, at, g);
            }
        };
    }

    private Meaning compare(Relation relation, Operand left, Operand right, Span at, Builder g) {
        return rules.operators().compare(relation, left, right, at, g);
    }

    private List<Subscripts.Entry> entries(Expression.Index index, Frame frame) {
        List<Subscripts.Entry> entries = new ArrayList<>();
        for (Expression.Subscript subscript : index.subscripts()) {
            if (subscript instanceof Expression.Subscript.Position position) {
                entries.add(new Subscripts.Entry.Position(evaluate(position.at(), frame)));
            } else if (subscript instanceof Expression.Subscript.Slice slice) {
                entries.add(new Subscripts.Entry.Slice(
                        slice.from().map(from -> evaluate(from, frame)),
                        slice.to().map(to -> evaluate(to, frame)),
                        slice.span()));
            } else {
                entries.add(new Subscripts.Entry.Ellipsis(subscript.span()));
            }
        }
        return entries;
    }
}
