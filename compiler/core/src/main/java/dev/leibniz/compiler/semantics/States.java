package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The states that a network and the instances of layers in it declare, and what they become. Like those of parameters, their paths are known at the end. */
final class States {
    /** A state whose leaf still has a provisional name. */
    private static final class Pending {
        private final Place place;
        private final String name;
        private final String turn;
        private final Initialiser initial;
        private final Value leaf;
        private final Span span;
        private final Optional<String> doc;
        private Optional<Value> next = Optional.empty();
        private Optional<Span> inTurn = Optional.empty();

        Pending(
                Place place,
                String name,
                String turn,
                Initialiser initial,
                Value leaf,
                Span span,
                Optional<String> doc) {
            this.place = place;
            this.name = name;
            this.turn = turn;
            this.initial = initial;
            this.leaf = leaf;
            this.span = span;
            this.doc = doc;
        }

        String path() {
            return place.path(name + turn);
        }

        /** Whether statements of the frame may call it by this name. */
        boolean isVisible(String called, Frame frame) {
            return name.equals(called) && place == frame.place() && frame.turn().startsWith(turn);
        }
    }

    private final List<Pending> pending = new ArrayList<>();

    /** Declares a state; without a type it is a scalar, without a first value 0. */
    void declare(Statement.State statement, Frame frame, Evaluator evaluator) {
        String name = statement.name().text();
        frame.scope().declare(name, Binding.of(Meaning.ERRONEOUS));
        String what = "the state `" + name + "`";
        TensorType type = statement
                .type()
                .map(written -> evaluator.types().declared(written, what, frame))
                .orElse(TensorType.floats(Shape.SCALAR));
        Span at = statement.type().map(written -> written.span()).orElse(statement.span());
        Parameters.requireFixedFloats(type, what, at, evaluator);
        Initialiser initial = statement
                .initial()
                .map(value -> Parameters.initialiser(value, what, type.shape(), frame, evaluator))
                .orElse(Initialiser.constant(0));
        Value leaf = evaluator.builder(statement.span()).leaf(Leaf.Kind.STATE, "state " + pending.size(), type);
        pending.add(new Pending(frame.place(), name, frame.turn(), initial, leaf, statement.span(), statement.doc()));
        Binding binding = Binding.declared(new Meaning.Tensor(leaf), statement.span());
        evaluator.executor().declare(statement.name(), binding, frame.scope());
    }

    /** Remembers what a state becomes. */
    void next(Statement.Next statement, Frame frame, Evaluator evaluator) {
        String name = statement.name().text();
        Operand operand = Operators.sound(evaluator.evaluate(statement.value(), frame));
        frame.finish(name);
        Span at = statement.name().span();
        // A name that is no state was reported by the check of names.
        Pending state = find(name, frame).orElseThrow(Reported::new);
        if (!Numbers.isNumeric(operand.meaning())) {
            throw evaluator.fail(new TypeProblems.Needs(
                    operand.span(), "`next " + name + "`", "a tensor", operand, TypeProblems.application(operand)));
        }
        Builder g = evaluator.builder(statement.span());
        Value value = Numbers.floatValue(operand.meaning(), g);
        Shape shape = state.leaf.shape();
        if (!value.shape().broadcastsTo(shape)) {
            throw evaluator.fail(new ShapeProblems.ShapeMismatch(
                    operand.span(),
                    "`" + name + "` cannot become " + value.type(),
                    "it is " + state.leaf.type(),
                    List.of(),
                    List.of()));
        } else if (state.next.isPresent()) {
            throw evaluator.fail(new StructureProblems.SecondNext(at, name));
        }
        state.next = Optional.of(g.broadcast(value, shape));
        if (evaluator.rules().requirements().isInTurn()) {
            state.inTurn = Optional.of(evaluator.rules().reporter().visible(statement.span()));
        }
    }

    /** The one declared last, if several loops around declare that name. */
    private Optional<Pending> find(String name, Frame frame) {
        return pending.stream().filter(state -> state.isVisible(name, frame)).reduce((first, second) -> second);
    }

    /** Final names of the leaves, by leaf. */
    Map<Value, String> paths() {
        Map<Value, String> paths = new HashMap<>();
        pending.forEach(state -> paths.put(state.leaf, state.path()));
        return paths;
    }

    /** What states become. */
    Stream<Value> next() {
        return pending.stream().flatMap(state -> state.next.stream());
    }

    /** Reports states that are given their next value in a turn of a loop at run time, of which there are many. */
    void refuseTurns(Reporter reporter) {
        for (Pending state : pending) {
            state.inTurn.ifPresent(at -> reporter.report(new ScanProblems.NextOfTurn(at, state.path())));
        }
    }

    /** All of them, in order, with their values in the final graph. */
    List<State> finish(FinalGraph graph) {
        List<State> states = new ArrayList<>();
        for (Pending state : pending) {
            states.add(new State(
                    state.path(),
                    Ordinal.of(states.size()),
                    state.leaf.type(),
                    state.initial,
                    graph.of(state.leaf),
                    state.next.map(graph::of),
                    state.span,
                    state.doc));
        }
        return states;
    }
}
