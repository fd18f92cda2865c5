package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Pin;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Expression;
import dev.leibniz.compiler.syntax.Name;
import dev.leibniz.compiler.syntax.Statement;
import java.util.List;

/** Executes bodies: definitions, loops and yields itself, the rest through its host. A statement with a mistake leaves erroneous names behind. */
final class Executor {
    private final Evaluator evaluator;
    private final Limits limits;
    private final Host host;
    private final Scans scans;
    private final Repetitions repetitions;
    private int pins;

    Executor(Evaluator evaluator, Limits limits, Host host) {
        this.evaluator = evaluator;
        this.limits = limits;
        this.host = host;
        this.scans = new Scans(evaluator, this, host);
        this.repetitions = new Repetitions(evaluator.graph());
    }

    void run(List<Statement> statements, Frame frame) {
        for (Statement statement : statements) {
            limits.step(statement.span());
            try {
                execute(statement, frame);
            } catch (Reported reported) {
                // said already; what depends on it stays silent
            } catch (ArithmeticException overflow) {
                evaluator.rules().reporter().report(new TypeProblems.NumberTooLarge(statement.span()));
            }
        }
    }

    private void execute(Statement statement, Frame frame) {
        if (statement instanceof Statement.Define define) {
            define(
                    define.name(),
                    own(define, evaluator.evaluate(define.value(), frame).meaning(), frame),
                    frame);
            frame.finish(define.name().text());
        } else if (statement instanceof Statement.Destructure destructure) {
            destructure(destructure, frame);
            frame.finish(destructure.names().get(0).text());
        } else if (statement instanceof Statement.Yield yield) {
            frame.give(evaluator.evaluate(yield.value(), frame));
            frame.finish();
        } else if (statement instanceof Statement.For loop) {
            repeat(loop, frame);
        } else if (statement instanceof Statement.Scan scan) {
            scans.execute(scan, frame);
            frame.finish();
        } else if (statement instanceof Statement.Collect collect) {
            scans.collect(collect, frame);
            frame.finish(collect.as().text());
        } else if (statement instanceof Statement.SizeDeclaration size
                && size.value().isPresent()) {
            size(size, size.value().get(), frame);
        } else {
            host.execute(statement, frame);
        }
    }

    /** Binds a fixed size. */
    private void size(Statement.SizeDeclaration statement, Expression value, Frame frame) {
        Name name = statement.name();
        Span at = value.span();
        frame.scope().declare(name.text(), Binding.of(Meaning.ERRONEOUS));
        Size written = evaluator.size(value, frame);
        Size size = frame.kind() == Frame.Kind.NETWORK ? host.fixed(statement, written) : written;
        if (!size.isConstant()) {
            throw evaluator.fail(
                    new TypeProblems.NotConstant(at, "a fixed size", Operand.of(new Meaning.Whole(size), at)));
        } else if (size.constant() < 1) {
            throw evaluator.fail(new ShapeProblems.SizeNotPositive(at, "the size `" + name.text() + "`", size));
        }
        declare(name, Binding.of(new Meaning.Whole(size)), frame.scope());
    }

    /** The meaning of a definition, which is another than that of an equal one if a gradient is taken by it. */
    private Meaning own(Statement.Define define, Meaning meaning, Frame frame) {
        return meaning instanceof Meaning.Tensor tensor
                        && tensor.value().type().isFloat()
                        && frame.differentiatesBy(define.name().text())
                        && !(define.value() instanceof Expression.Reference)
                ? new Meaning.Tensor(evaluator.builder(define.span()).add(new Pin(tensor.value(), ++pins)))
                : meaning;
    }

    /** Gives a name a meaning from here on. */
    void define(Name name, Meaning meaning, Frame frame) {
        if (frame.scope().isOutsideOfLoop(name.text())) {
            throw evaluator.fail(new ScanProblems.NotCarried(name.span(), name.text()));
        }
        if (meaning instanceof Meaning.Tensor tensor) {
            label(tensor.value(), name.text());
        }
        frame.scope().define(name.text(), Binding.of(meaning));
        evaluator.facts().means(name.span(), meaning);
    }

    /** Gives a name its meaning in a scope where it is new. */
    void declare(Name name, Binding binding, Scope scope) {
        scope.declare(name.text(), binding);
        evaluator.facts().means(name.span(), binding.meaning());
    }

    /** Remembers what a value is called in the source; what has a name of its own keeps it. */
    void label(Value value, String name) {
        if (!(value.op() instanceof Leaf) && !(value.op() instanceof Constant)) {
            evaluator.graph().name(value, name);
        }
    }

    private void destructure(Statement.Destructure statement, Frame frame) {
        List<Name> names = statement.names();
        names.forEach(name -> frame.scope().define(name.text(), Binding.of(Meaning.ERRONEOUS)));
        Operand value = Operators.sound(evaluator.evaluate(statement.value(), frame));
        boolean list = value.meaning() instanceof Meaning.Sequence;
        if (!(value.meaning() instanceof Meaning.Sequence sequence)
                || sequence.items().size() != names.size()) {
            throw evaluator.fail(new StructureProblems.WrongCount(
                    list ? statement.value().span() : value.span(), names.size(), Descriptions.of(value.meaning())));
        }
        for (int i = 0; i < names.size(); i++) {
            define(names.get(i), sequence.items().get(i), frame);
        }
    }

    /** Each turn executes the body anew. As in scan, a range that falls runs backwards. */
    private void repeat(Statement.For loop, Frame frame) {
        long low = bound(loop.range().low(), frame);
        long high = bound(loop.range().high(), frame);
        Repetitions.Loop noted = repetitions.begin(loop.variable().text(), frame.scope());
        if (low <= high) {
            for (long i = low; i < high; i++) {
                noted.mark();
                turn(loop, i, frame);
            }
        } else {
            for (long i = low - 1; i >= high; i--) {
                noted.mark();
                turn(loop, i, frame);
            }
        }
        noted.mark();
        noted.end();
    }

    /** The loops that were executed. */
    Repetitions repetitions() {
        return repetitions;
    }

    private void turn(Statement.For loop, long index, Frame frame) {
        limits.step(loop.span());
        Scope block = frame.scope().block();
        declare(loop.variable(), Binding.of(Meaning.Whole.of(index)), block);
        run(loop.body(), frame.turn(block, index));
    }

    private long bound(Expression expression, Frame frame) {
        Size size = evaluator.size(expression, frame);
        if (!size.isConstant()) {
            throw evaluator.fail(new TypeProblems.NotConstant(
                    expression.span(), "the range of `for`", Operand.of(new Meaning.Whole(size), expression.span())));
        }
        return size.constant();
    }
}
