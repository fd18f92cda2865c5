package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Gradient;
import dev.leibniz.compiler.op.Turns;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Name;
import dev.leibniz.compiler.syntax.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Executes loops at run time: a body is executed once, with stand-ins for what changes from turn to turn, and then cut out of the graph. */
final class Scans {
    /** A loop whose body is being executed. */
    private record Open(int number, Turns turns, List<Collected> collected) {}

    /** @param axis that of the turns in what is collected */
    private record Collected(Name as, Value value, int axis) {}

    /** The initial value of a carry and what stands for it in the body. */
    private record Carried(Statement.Carry statement, Value initial, Value given) {}

    private final Evaluator evaluator;
    private final Executor executor;
    private final Host host;
    private final Deque<Open> open = new ArrayDeque<>();
    private int loops;

    Scans(Evaluator evaluator, Executor executor, Host host) {
        this.evaluator = evaluator;
        this.executor = executor;
        this.host = host;
    }

    void execute(Statement.Scan scan, Frame frame) {
        evaluator.rules().limits().reportScan(scan.span());
        int number = ++loops;
        Optional<Turns> turns = Optional.empty();
        List<Carried> carries = new ArrayList<>();
        try {
            turns = Optional.of(turns(scan, frame));
            for (Statement.Carry carry : scan.carries()) {
                carries.add(carried(carry, number, carries.size(), frame));
            }
        } finally {
            // Bound anew if nothing is wrong; else what depends on them stays silent.
            declareErroneous(scan, frame);
        }
        Open loop = new Open(number, turns.orElseThrow(), new ArrayList<>());
        open.push(loop);
        evaluator.rules().requirements().enter(loop.turns());
        try {
            Scope block = frame.scope().loop();
            executor.declare(
                    scan.variable(), Binding.of(new Meaning.Whole(loop.turns().size())), block);
            carries.forEach(
                    c -> executor.declare(c.statement().name(), Binding.of(new Meaning.Tensor(c.given())), block));
            executor.run(scan.body(), frame.within(block));
            finish(scan, loop, carries, block, frame);
        } finally {
            evaluator.rules().requirements().leave();
            open.pop();
        }
    }

    /** What the loop binds, in case that it has a mistake. */
    private static void declareErroneous(Statement.Scan scan, Frame frame) {
        scan.carries().forEach(carry -> frame.scope().define(carry.name().text(), Binding.of(Meaning.ERRONEOUS)));
        collects(scan.body())
                .forEach(collect -> frame.scope().define(collect.as().text(), Binding.of(Meaning.ERRONEOUS)));
    }

    /** The statements of a body that collect. */
    static List<Statement.Collect> collects(List<Statement> body) {
        List<Statement.Collect> found = new ArrayList<>();
        for (Statement statement : body) {
            if (statement instanceof Statement.Collect collect) {
                found.add(collect);
            } else if (statement instanceof Statement.For loop) {
                found.addAll(collects(loop.body()));
            }
        }
        return found;
    }

    // -- before the turns

    /** A range that falls runs backwards. */
    private Turns turns(Statement.Scan scan, Frame frame) {
        Size first = evaluator.size(scan.range().low(), frame);
        Size last = evaluator.size(scan.range().high(), frame);
        boolean backwards = first.minus(last).isNeverNegative();
        Size low = backwards ? last : first;
        Size count = backwards ? first.minus(last) : last.minus(first);
        Span at = scan.range().low().span().to(scan.range().high().span());
        ScanProblems.NoTurns problem = new ScanProblems.NoTurns(at, first, last);
        require(low, problem, at);
        require(count.plus(-1), problem, at);
        for (Open around : open) {
            if (count.mentions(around.turns().variable())) {
                throw evaluator.fail(
                        new ScanProblems.ExtentChanges(at, count, around.turns().variable()));
            }
        }
        return new Turns(variable(scan.variable().text()), low, count, backwards, false);
    }

    private void require(Size notNegative, ScanProblems.NoTurns problem, Span at) {
        Span visible = evaluator.rules().reporter().visible(at);
        if (!evaluator.rules().requirements().notNegative(notNegative, problem.message(), visible)) {
            throw evaluator.fail(problem);
        }
    }

    /** The variable's name; another one if a loop around has that, or a free size may. */
    private String variable(String name) {
        String unique = name;
        for (int n = 2; isTaken(unique); n++) {
            unique = name + n;
        }
        return unique;
    }

    private boolean isTaken(String name) {
        return host.hasFreeSize(name)
                || open.stream().anyMatch(loop -> loop.turns().variable().equals(name));
    }

    private Carried carried(Statement.Carry carry, int number, int position, Frame frame) {
        Operand initial = Operators.sound(evaluator.evaluate(carry.initial(), frame));
        if (!Numbers.isNumeric(initial.meaning())) {
            throw evaluator.fail(new TypeProblems.Needs(
                    initial.span(), "a carried value", "a tensor or number", initial, List.of()));
        }
        Value value = Numbers.value(initial.meaning(), evaluator.builder(carry.span()));
        Value given = evaluator.builder(carry.name().span()).add(new Given(number, position, value.type()));
        executor.label(given, carry.name().text());
        return new Carried(carry, value, given);
    }

    // -- in a turn

    void collect(Statement.Collect collect, Frame frame) {
        if (open.isEmpty()) {
            throw new Reported();
        }
        Operand operand = Operators.sound(evaluator.evaluate(collect.value(), frame));
        if (!Numbers.isNumeric(operand.meaning())) {
            throw evaluator.fail(
                    new TypeProblems.Needs(operand.span(), "`collect`", "a tensor or number", operand, List.of()));
        }
        Value value = Numbers.value(operand.meaning(), evaluator.builder(collect.span()));
        open.element().collected().add(new Collected(collect.as(), value, axis(collect, value, frame)));
    }

    /** Axis 1 if the value's first axis is the batch, whose size is called N. */
    private int axis(Statement.Collect collect, Value value, Frame frame) {
        int rank = value.shape().rank();
        if (collect.axis().isEmpty()) {
            Optional<Size> batch = frame.scope().find("N").map(Binding::meaning).flatMap(Numbers::size);
            boolean first =
                    batch.isPresent() && rank > 0 && value.shape().get(0).equals(batch.get());
            return first ? 1 : 0;
        }
        Size axis = evaluator.size(collect.axis().get(), frame);
        Span at = collect.axis().get().span();
        if (!axis.isConstant() || axis.constant() < -rank - 1 || axis.constant() > rank) {
            throw evaluator.fail(new ScanProblems.AxisOfTurns(at, axis, value.type()));
        }
        return (int) (axis.constant() < 0 ? axis.constant() + rank + 1 : axis.constant());
    }

    // -- after the turns

    private void finish(Statement.Scan scan, Open loop, List<Carried> carries, Scope block, Frame frame) {
        List<Value> results = new ArrayList<>();
        for (Carried carry : carries) {
            results.add(next(carry, block));
        }
        loop.collected().forEach(collected -> results.add(collected.value()));
        boolean incomplete = loop.collected().size() < collects(scan.body()).size();
        if (incomplete) {
            throw new Reported();
        } else if (results.isEmpty()) {
            throw evaluator.fail(new ScanProblems.NothingKept(scan.span()));
        }
        LoopBody body =
                LoopBody.ofTurns(evaluator.graph(), loop.number(), loop.turns().variable(), results);
        checkShapes(body, loop);
        checkGradients(body, carries, results);
        LoopBody.Cut cut = body.cut(results, carries.size());
        List<Value> operands =
                new ArrayList<>(carries.stream().map(Carried::initial).toList());
        operands.addAll(cut.outside());
        Builder g = evaluator.builder(scan.span());
        List<Value> values = results(cut.body(), loop.turns(), operands, g);
        for (int k = 0; k < carries.size(); k++) {
            executor.define(carries.get(k).statement().name(), new Meaning.Tensor(values.get(k)), frame);
        }
        for (int k = 0; k < loop.collected().size(); k++) {
            Collected collected = loop.collected().get(k);
            Value all = placed(values.get(carries.size() + k), collected.axis(), g);
            executor.define(collected.as(), new Meaning.Tensor(all), frame);
        }
    }

    /** The results of the loop: carries, then what is collected. Only training has derivatives, and so anything to keep. */
    private List<Value> results(Body body, Turns turns, List<Value> operands, Builder g) {
        if (evaluator.rules().training() && Segments.areWanted(body)) {
            return Segments.results(body, turns, operands, g);
        }
        Value loop = g.scan(body, turns, operands);
        return IntStream.range(0, body.results().size())
                .mapToObj(k -> g.result(loop, k))
                .toList();
    }

    /** The value that the next turn is given: of the type of the one before. */
    private Value next(Carried carry, Scope block) {
        String name = carry.statement().name().text();
        Meaning meaning = Operators.sound(Operand.of(
                        block.find(name).orElseThrow().meaning(),
                        carry.statement().span()))
                .meaning();
        TensorType type = carry.initial().type();
        if (!Numbers.isNumeric(meaning)) {
            throw evaluator.fail(new ScanProblems.CarryChanges(
                    carry.statement().name().span(), name, type.toString(), Descriptions.of(meaning)));
        }
        Builder g = evaluator.builder(carry.statement().span());
        boolean widens = type.isFloat() && Numbers.isKnown(meaning);
        Value next = widens ? Numbers.floatValue(meaning, g) : Numbers.value(meaning, g);
        if (!next.type().equals(type)) {
            throw evaluator.fail(new ScanProblems.CarryChanges(
                    carry.statement().name().span(),
                    name,
                    type.toString(),
                    next.type().toString()));
        }
        return next;
    }

    private void checkShapes(LoopBody body, Open loop) {
        String variable = loop.turns().variable();
        for (Value value : body.values()) {
            if (value.shape().sizes().stream().anyMatch(size -> size.mentions(variable))) {
                throw evaluator.fail(new ScanProblems.ShapeChanges(value.origin(), value.type(), variable));
            }
        }
    }

    /** A gradient by something outside must not need to know how earlier turns depend on that. */
    private void checkGradients(LoopBody body, List<Carried> carries, List<Value> next) {
        for (Value value : body.values()) {
            if (value.op() instanceof Gradient gradient && !body.contains(gradient.x())) {
                Set<Value> read = new HashSet<>(evaluator.graph().reachable(List.of(gradient.y())));
                boolean known = read.stream()
                        .filter(given -> given.op() instanceof Given)
                        .noneMatch(given -> changesWith(gradient.x(), given, carries, next));
                if (!known) {
                    throw evaluator.fail(new ScanProblems.GradientThroughTurns(value.origin()));
                }
            }
        }
    }

    /** Whether a carry, or what it becomes in a turn, depends on x; of carries of loops around that is not known yet. */
    private boolean changesWith(Value x, Value given, List<Carried> carries, List<Value> next) {
        Set<Value> dependent = new HashSet<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (int k = 0; k < carries.size(); k++) {
                Carried carry = carries.get(k);
                List<Value> read = evaluator.graph().reachable(List.of(carry.initial(), next.get(k)));
                if (read.contains(x) || read.stream().anyMatch(dependent::contains)) {
                    grows |= dependent.add(carry.given());
                }
            }
        }
        boolean own = carries.stream().anyMatch(carry -> carry.given() == given);
        return own ? dependent.contains(given) : given.type().isFloat();
    }

    /** The first axis moved to its place. */
    private static Value placed(Value all, int axis, Builder g) {
        Shape shape = all.shape();
        List<Integer> order =
                new ArrayList<>(IntStream.range(1, shape.rank()).boxed().toList());
        order.add(axis, 0);
        return g.permute(all, order);
    }
}
