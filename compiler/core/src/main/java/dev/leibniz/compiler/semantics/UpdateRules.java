package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Expression;
import dev.leibniz.compiler.syntax.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The {@code train} statements of a network: each inlines its optimizer into a graph of its own. */
final class UpdateRules {
    private final Library library;
    private final Reporter reporter;
    private final Scope network;
    private final List<Hyper> hypers;
    private final boolean training;
    private final Facts facts;
    private final Set<String> names = new HashSet<>();

    UpdateRules(Library library, Reporter reporter, Scope network, List<Hyper> hypers, boolean training, Facts facts) {
        this.library = library;
        this.reporter = reporter;
        this.network = network;
        this.hypers = hypers;
        this.training = training;
        this.facts = facts;
    }

    /** The rule; empty if it has a mistake, which then is reported. */
    Optional<UpdateRule> elaborate(Statement.Train statement) {
        Graph graph = new Graph();
        UpdateRuleHost host = new UpdateRuleHost(graph, reporter);
        Rules rules = Rules.ofOptimizer(reporter, training);
        Evaluator evaluator = new Evaluator(graph, rules, library, host, facts);
        host.use(evaluator);
        try {
            return Optional.of(elaborate(statement, host, evaluator));
        } catch (Reported | Limits.Exceeded reported) {
            return Optional.empty();
        }
    }

    private UpdateRule elaborate(Statement.Train statement, UpdateRuleHost host, Evaluator evaluator) {
        Expression rule = statement.rule();
        Expression callee = rule instanceof Expression.Call call ? call.callee() : rule;
        requireKnown(rule);
        Frame arguments = Frame.of(Frame.Kind.OPTIMIZER, network.body(), Place.network(), List.of());
        List<Value> leaves = bindHypers(arguments.scope(), evaluator.builder(statement.span()));
        Operand optimizer = Operators.sound(evaluator.evaluate(callee, arguments));
        if (!(optimizer.meaning() instanceof Meaning.Optimizer found)) {
            throw reporter.fail(
                    new StructureProblems.NotAnOptimizer(callee.span(), Descriptions.of(optimizer.meaning())));
        }
        Declaration.Optimizer declaration = found.declaration();
        Frame frame =
                Frame.of(Frame.Kind.OPTIMIZER, library.home(declaration).body(), Place.network(), declaration.body());
        host.declareLeaves(frame, statement.span());
        evaluator.bind(declaration, rule, callee.span(), arguments, frame);
        boolean standard = library.home(declaration).library();
        reporter.enter(callee.span(), declaration.name().text(), standard);
        try {
            evaluator.executor().run(declaration.body(), frame);
            return host.finish(unique(declaration.name().text(), names), written(rule), declaration, leaves, statement);
        } finally {
            reporter.leave();
        }
    }

    /** Sizes mean in arguments what they mean in the network, hypers are leaves of the rule's graph. */
    private List<Value> bindHypers(Scope scope, Builder g) {
        for (String name : network.names()) {
            network.find(name)
                    .filter(binding -> network.isLocal(name) && Numbers.isKnown(binding.meaning()))
                    .ifPresent(binding -> scope.declare(name, binding));
        }
        List<Value> leaves = new ArrayList<>();
        for (Hyper hyper : hypers) {
            Value leaf = g.leaf(Leaf.Kind.HYPER, hyper.name(), TensorType.floats(Shape.SCALAR));
            leaves.add(leaf);
            scope.declare(hyper.name(), Binding.declared(new Meaning.Tensor(leaf), hyper.span()));
        }
        return leaves;
    }

    /** A rule sees one parameter at a time, so its arguments cannot depend on data. */
    private void requireKnown(Expression rule) {
        for (Expression.Reference reference : References.in(rule)) {
            Optional<Binding> binding = network.find(reference.name()).filter(b -> network.isLocal(reference.name()));
            boolean hyper = hypers.stream().anyMatch(h -> h.name().equals(reference.name()));
            if (binding.isPresent() && !hyper && binding.get().meaning() instanceof Meaning.Tensor) {
                throw reporter.fail(new StructureProblems.TrainDependsOnData(
                        reference.span(), Descriptions.of(binding.get().meaning())));
            }
        }
    }

    private static String written(Expression rule) {
        if (!(rule instanceof Expression.Call call)) {
            return "";
        }
        Span whole = call.span();
        String text = whole.text().substring(call.callee().span().end() - whole.start());
        return text.substring(1, text.length() - 1).strip().replaceAll("\\s+", " ");
    }

    /** From the second rule of a name on there is a number behind it. */
    static String unique(String name, Set<String> names) {
        String unique = name;
        for (int number = 2; !names.add(unique); number++) {
            unique = name + number;
        }
        return unique;
    }

    /** A tensor of the rule: one element for each of the parameter's. */
    static TensorType elements() {
        return TensorType.floats(Shape.of(Size.symbol(UpdateRule.ELEMENTS)));
    }
}
