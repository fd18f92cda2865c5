package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Broadcast;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Convert;
import dev.leibniz.compiler.op.Elementwise;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Collects what the body of one optimizer declares: states, and what they and the parameter become. */
final class UpdateRuleHost implements Host {
    /** A state before it is known whether the rule needs it. */
    private record Declared(double initial, Value leaf) {}

    private static final String PARAMETER = "w";
    private static final String GRADIENT = "g";
    private static final String STEP = "t";

    private final Graph draft;
    private final Reporter reporter;
    private final Map<String, Declared> states = new LinkedHashMap<>();
    private final Map<String, Value> next = new HashMap<>();
    private final Map<String, Value> leaves = new HashMap<>();
    private Optional<Evaluator> evaluator = Optional.empty();
    private boolean broken;

    UpdateRuleHost(Graph draft, Reporter reporter) {
        this.draft = draft;
        this.reporter = reporter;
    }

    void use(Evaluator user) {
        evaluator = Optional.of(user);
    }

    void declareLeaves(Frame frame, Span at) {
        Builder g = new Builder(draft, at);
        leaf(Leaf.Kind.PARAMETER, PARAMETER, UpdateRules.elements(), frame, g);
        leaf(Leaf.Kind.INPUT, GRADIENT, UpdateRules.elements(), frame, g);
        leaf(Leaf.Kind.INPUT, STEP, TensorType.floats(Shape.SCALAR), frame, g);
    }

    private void leaf(Leaf.Kind kind, String name, TensorType type, Frame frame, Builder g) {
        Value leaf = g.leaf(kind, name, type);
        leaves.put(name, leaf);
        frame.scope().declare(name, Binding.of(new Meaning.Tensor(leaf)));
    }

    // -- statements

    @Override
    public void execute(Statement statement, Frame frame) {
        try {
            if (statement instanceof Statement.State state) {
                state(state, frame);
            } else if (statement instanceof Statement.Next assigned) {
                next(assigned, frame);
            } else if (statement instanceof Statement.Parameter) {
                throw reporter.fail(new StructureProblems.Misplaced(
                        reporter.visible(statement.span()), "param", "in an optimizer", List.of()));
            }
        } catch (Reported reported) {
            broken = true;
            throw reported;
        }
    }

    private void state(Statement.State state, Frame frame) {
        String name = state.name().text();
        frame.scope().declare(name, Binding.of(Meaning.ERRONEOUS));
        Operand initial = state.initial()
                .map(value -> Operators.sound(evaluator.orElseThrow().evaluate(value, frame)))
                .orElse(Operand.of(Meaning.Whole.of(0), state.span()));
        OptionalDouble constant = Numbers.constant(initial.meaning());
        if (constant.isEmpty()) {
            throw reporter.fail(new TypeProblems.NotConstant(
                    initial.span(), "the initial value of the state `" + name + "`", initial));
        }
        Value leaf = evaluator.orElseThrow().builder(state.span()).leaf(Leaf.Kind.STATE, name, UpdateRules.elements());
        states.put(name, new Declared(constant.getAsDouble(), leaf));
        Binding binding = Binding.declared(new Meaning.Tensor(leaf), state.span());
        evaluator.orElseThrow().executor().declare(state.name(), binding, frame.scope());
    }

    private void next(Statement.Next statement, Frame frame) {
        String name = statement.name().text();
        Operand operand = Operators.sound(evaluator.orElseThrow().evaluate(statement.value(), frame));
        if (!states.containsKey(name) && !name.equals(PARAMETER)) {
            throw reporter.fail(
                    new StructureProblems.UnknownNext(statement.name().span(), name));
        } else if (evaluator.orElseThrow().rules().requirements().isInTurn()) {
            throw reporter.fail(new ScanProblems.NextOfTurn(reporter.visible(statement.span()), name));
        } else if (!Numbers.isNumeric(operand.meaning())) {
            throw reporter.fail(
                    new TypeProblems.Needs(operand.span(), "`next " + name + "`", "a tensor", operand, List.of()));
        }
        Builder g = evaluator.orElseThrow().builder(statement.span());
        Value value = Numbers.floatValue(operand.meaning(), g);
        Shape shape = UpdateRules.elements().shape();
        if (!value.shape().broadcastsTo(shape)) {
            throw reporter.fail(new ShapeProblems.ShapeMismatch(
                    operand.span(),
                    "`" + name + "` cannot become " + value.type(),
                    "it has the shape of its parameter",
                    List.of(),
                    List.of()));
        } else if (next.put(name, g.broadcast(value, shape)) != null) {
            throw reporter.fail(
                    new StructureProblems.SecondNext(statement.name().span(), name));
        }
    }

    // -- result

    UpdateRule finish(
            String name,
            String arguments,
            Declaration.Optimizer declaration,
            List<Value> hypers,
            Statement.Train statement) {
        Value nextW = next.get(PARAMETER);
        if (nextW == null) {
            throw broken
                    ? new Reported()
                    : reporter.fail(new StructureProblems.MissingNext(
                            declaration.name().span(), declaration.name().text()));
        }
        List<String> needed = needed(nextW);
        List<Value> roots = new ArrayList<>(leaves.values());
        roots.add(nextW);
        needed.forEach(state -> roots.add(nextOf(state)));
        needed.forEach(state -> roots.add(states.get(state).leaf()));
        List<Value> used =
                draft.reachable(roots).stream().filter(hypers::contains).toList();
        FinalGraph graph = FinalGraph.of(draft, roots, Map.of());
        return new UpdateRule(
                name,
                arguments,
                graph.graph(),
                graph.of(leaves.get(PARAMETER)),
                graph.of(leaves.get(GRADIENT)),
                graph.of(leaves.get(STEP)),
                used.stream().map(graph::of).toList(),
                graph.of(nextW),
                needed.stream()
                        .map(state -> new StateVariable(
                                state,
                                states.get(state).initial(),
                                graph.of(states.get(state).leaf()),
                                graph.of(nextOf(state))))
                        .toList(),
                graph.graph().values().stream().allMatch(UpdateRuleHost::isElementwise),
                statement.span());
    }

    private Value nextOf(String state) {
        return next.getOrDefault(state, states.get(state).leaf());
    }

    /** The states that the parameter's next value depends on, perhaps by way of other states. */
    private List<String> needed(Value nextW) {
        List<Value> roots = new ArrayList<>(List.of(nextW));
        List<String> needed = List.of();
        while (true) {
            List<Value> reachable = draft.reachable(roots);
            List<String> more = states.keySet().stream()
                    .filter(state -> reachable.contains(states.get(state).leaf()))
                    .toList();
            if (more.equals(needed)) {
                return needed;
            }
            needed = more;
            needed.forEach(state -> roots.add(nextOf(state)));
        }
    }

    private static boolean isElementwise(Value value) {
        return value.op() instanceof Elementwise
                || value.op() instanceof Leaf
                || value.op() instanceof Constant
                || value.op() instanceof Broadcast
                || value.op() instanceof Convert;
    }
}
