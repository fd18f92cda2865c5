package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Expression;
import dev.leibniz.compiler.syntax.Name;
import dev.leibniz.compiler.syntax.Program;
import dev.leibniz.compiler.syntax.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Executes the statements of one network and collects what it declares. */
final class NetworkElaborator implements Host {
    /** A method has at most 255 parameters: besides these, some for the arrays of parameters, states and gradients, and the memory of a call. */
    private static final int MOST_TENSORS = 240;

    /** No array of Java has more. */
    private static final long MOST_ELEMENTS = Integer.MAX_VALUE - 8;

    private final Program program;
    private final Declaration.Network network;
    private final Library library;
    private final Options options;
    private final Reporter reporter;
    private final Requirements requirements = new Requirements();
    private final Graph draft = new Graph();
    private final Evaluator evaluator;
    private final Parameters parameters = new Parameters();
    private final States states = new States();

    private final List<FreeSize> freeSizes = new ArrayList<>();
    private final Map<String, Long> fixedSizes = new LinkedHashMap<>();
    private final List<Input> inputs = new ArrayList<>();
    private final List<Hyper> hypers = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private final List<Metric> metrics = new ArrayList<>();
    private final List<Statement.Train> trainStatements = new ArrayList<>();
    private Optional<Loss> loss = Optional.empty();
    private int lossesGiven;
    private boolean doublePrecision;

    NetworkElaborator(
            Program program,
            Declaration.Network network,
            Library library,
            Options options,
            Diagnostics diagnostics,
            Facts facts) {
        this.program = program;
        this.network = network;
        this.library = library;
        this.options = options;
        this.reporter = new Reporter(diagnostics);
        this.evaluator = new Evaluator(
                draft,
                Rules.ofNetwork(reporter, requirements, DrawNumbers.ofNetwork(), options.training()),
                library,
                this,
                facts);
    }

    /** The network; worth something only if nothing was reported as an error. Empty if it was too large to go on. */
    Optional<Network> elaborate() {
        Scope scope = library.home(network).body();
        Frame frame = Frame.of(Frame.Kind.NETWORK, scope, Place.network(), network.body());
        try {
            evaluator.executor().run(network.body(), frame);
        } catch (Limits.Exceeded exceeded) {
            return Optional.empty();
        }
        int tensors = inputs.size() + outputs.size() + freeSizes.size();
        if (tensors > MOST_TENSORS) {
            reporter.report(new StructureProblems.TooManyTensors(
                    network.name().span(), network.name().text(), tensors, MOST_TENSORS));
        }
        Network finished = finish(rules(scope));
        requireOneArray(
                "all parameters together have",
                finished.parameters().stream().map(Parameter::type).toList());
        requireOneArray(
                "all states together have",
                finished.states().stream().map(State::type).toList());
        return Optional.of(finished);
    }

    /** What is kept from call to call lies in one array. */
    private void requireOneArray(String what, List<TensorType> types) {
        long elements = types.stream()
                .mapToLong(type -> type.shape().elements().constant())
                .sum();
        if (elements > MOST_ELEMENTS && !reporter.hasErrors()) {
            reporter.report(new StructureProblems.TooLarge(
                    network.name().span(), what + " " + elements + " elements, which", MOST_ELEMENTS));
        }
    }

    private List<UpdateRule> rules(Scope scope) {
        UpdateRules rules = new UpdateRules(library, reporter, scope, hypers, options.training(), evaluator.facts());
        List<UpdateRule> elaborated = new ArrayList<>();
        for (Statement.Train statement : trainStatements) {
            if (lossesGiven == 0) {
                reporter.report(new StructureProblems.TrainWithoutLoss(statement.span()));
            } else if (parameters.isEmpty() && !reporter.hasErrors()) {
                reporter.report(new StructureProblems.TrainWithoutParameters(statement.span()));
            }
            rules.elaborate(statement).ifPresent(elaborated::add);
        }
        return elaborated;
    }

    private Network finish(List<UpdateRule> rules) {
        List<Value> roots = new ArrayList<>();
        Map<Value, String> paths = parameters.paths();
        paths.putAll(states.paths());
        roots.addAll(paths.keySet());
        inputs.forEach(input -> roots.add(input.leaf()));
        hypers.forEach(hyper -> roots.add(hyper.leaf()));
        outputs.forEach(output -> roots.add(output.value()));
        loss.ifPresent(l -> {
            evaluator.executor().label(l.value(), "loss");
            roots.add(l.value());
        });
        metrics.forEach(metric -> roots.add(metric.value()));
        states.refuseTurns(reporter);
        states.next().forEach(roots::add);
        FinalGraph graph = FinalGraph.of(draft, roots, paths);
        requireIndexable(graph.graph());
        return new Network(
                Library.packageOf(program),
                network.name().text(),
                network.span(),
                network.doc(),
                options.doublePrecision().orElse(doublePrecision),
                program.file(),
                freeSizes,
                fixedSizes,
                requirements.collected(),
                inputs.stream()
                        .map(i -> new Input(i.name(), i.type(), i.range(), graph.of(i.leaf()), i.span(), i.doc()))
                        .toList(),
                parameters.finish(graph.values()),
                states.finish(graph),
                hypers.stream()
                        .map(h -> new Hyper(h.name(), h.initial(), graph.of(h.leaf()), h.span(), h.doc()))
                        .toList(),
                graph.graph(),
                outputs.stream()
                        .map(o -> new Output(o.name(), graph.of(o.value()), o.span(), o.doc()))
                        .toList(),
                loss.map(l -> new Loss(graph.of(l.value()), l.span())),
                metrics.stream()
                        .map(m -> new Metric(m.name(), graph.of(m.value()), m.span(), m.doc()))
                        .toList(),
                rules,
                evaluator.executor().repetitions().finish(graph.values()));
    }

    /** A tensor must fit into an array of Java, as far as its fixed sizes tell. */
    private void requireIndexable(Graph graph) {
        for (Value value : graph.values()) {
            // Free sizes are at least 1.
            double elements = 1;
            for (Size size : value.shape().sizes()) {
                elements *= size.terms().values().stream()
                        .mapToLong(factor -> factor)
                        .max()
                        .orElse(1);
            }
            if (elements > Integer.MAX_VALUE) {
                reporter.report(new StructureProblems.TooLarge(
                        value.origin(), "the tensor " + value.type(), Integer.MAX_VALUE));
                return;
            }
        }
    }

    // -- statements

    private void declare(Name name, Binding binding, Frame frame) {
        evaluator.executor().declare(name, binding, frame.scope());
    }

    @Override
    public void execute(Statement statement, Frame frame) {
        if (statement instanceof Statement.SizeDeclaration size) {
            free(size, frame);
        } else if (statement instanceof Statement.Input input) {
            input(input, frame);
        } else if (statement instanceof Statement.Parameter parameter) {
            parameters.declare(parameter, frame, evaluator);
        } else if (statement instanceof Statement.State state) {
            states.declare(state, frame, evaluator);
        } else if (statement instanceof Statement.Next next) {
            states.next(next, frame, evaluator);
        } else if (statement instanceof Statement.Hyper hyper) {
            hyper(hyper, frame);
        } else if (statement instanceof Statement.Output output) {
            output(output, frame);
        } else if (statement instanceof Statement.Loss added) {
            loss(added, frame);
        } else if (statement instanceof Statement.Metric metric) {
            metric(metric, frame);
        } else if (statement instanceof Statement.Train train) {
            trainStatements.add(train);
        } else if (statement instanceof Statement.Precision precision) {
            precision(precision);
        }
    }

    private void free(Statement.SizeDeclaration size, Frame frame) {
        String name = size.name().text();
        freeSizes.add(new FreeSize(name, size.name().span()));
        declare(size.name(), Binding.of(new Meaning.Whole(Size.symbol(name))), frame);
    }

    @Override
    public boolean hasFreeSize(String name) {
        return network.body().stream()
                .anyMatch(statement -> statement instanceof Statement.SizeDeclaration size
                        && size.value().isEmpty()
                        && size.name().text().equals(name));
    }

    /** A fixed size of the network itself: the build may override it. */
    @Override
    public Size fixed(Statement.SizeDeclaration size, Size value) {
        Size chosen = Optional.ofNullable(options.sizes().get(size.name().text()))
                .map(Size::of)
                .orElse(value);
        chosen.asConstant().ifPresent(constant -> fixedSizes.put(size.name().text(), constant));
        return chosen;
    }

    private void precision(Statement.Precision precision) {
        String name = precision.name().text();
        if (!name.equals("double") && !name.equals("float")) {
            throw evaluator.fail(
                    new NameProblems.UnknownPrecision(precision.name().span(), name));
        }
        doublePrecision = name.equals("double");
    }

    private void input(Statement.Input input, Frame frame) {
        String name = input.name().text();
        frame.scope().declare(name, Binding.of(Meaning.ERRONEOUS));
        TensorType type = evaluator.types().declared(input.type(), "the input `" + name + "`", frame);
        Optional<Input.Range> range = input.range().map(written -> range(written, name, type, frame));
        Value leaf = evaluator.builder(input.span()).leaf(Leaf.Kind.INPUT, name, type);
        inputs.add(new Input(name, type, range, leaf, input.span(), input.doc()));
        declare(input.name(), Binding.declared(new Meaning.Tensor(leaf), input.span()), frame);
    }

    private Input.Range range(Statement.Range range, String name, TensorType type, Frame frame) {
        if (type.dtype() != DType.INT) {
            throw evaluator.fail(new StructureProblems.BadRange(
                    range.span(), "only an int input can have a range, but `" + name + "` is " + type));
        }
        Size low = evaluator.size(range.low(), frame);
        Size high = evaluator.size(range.high(), frame);
        if (high.minus(low).asConstant().orElse(1) < 1) {
            throw evaluator.fail(new StructureProblems.BadRange(
                    range.span(),
                    "the range " + low + ".." + high + " is empty: its end must be larger than its start"));
        }
        return new Input.Range(low, high);
    }

    private void hyper(Statement.Hyper hyper, Frame frame) {
        String name = hyper.name().text();
        frame.scope().declare(name, Binding.of(Meaning.ERRONEOUS));
        Operand value = Operators.sound(evaluator.evaluate(hyper.value(), frame));
        OptionalDouble constant = Numbers.constant(value.meaning());
        if (constant.isEmpty()) {
            throw evaluator.fail(
                    new TypeProblems.NotConstant(value.span(), "the initial value of the hyper `" + name + "`", value));
        }
        Value leaf = evaluator.builder(hyper.span()).leaf(Leaf.Kind.HYPER, name, TensorType.floats(Shape.SCALAR));
        hypers.add(new Hyper(name, constant.getAsDouble(), leaf, hyper.span(), hyper.doc()));
        declare(hyper.name(), Binding.declared(new Meaning.Tensor(leaf), hyper.span()), frame);
    }

    /** The value of an expression that a network gives out; it is bound to its name, unless that means something already. */
    private Value result(Expression expression, Optional<Name> given, Frame frame) {
        Optional<String> name = given.map(Name::text);
        Operand operand = evaluator.evaluate(expression, frame);
        given.ifPresent(n -> evaluator.facts().means(n.span(), operand.meaning()));
        name.filter(n -> !frame.scope().isLocal(n))
                .ifPresent(n -> frame.scope().declare(n, Binding.of(operand.meaning())));
        frame.finish(name.orElse("loss"));
        if (!Numbers.isNumeric(Operators.sound(operand).meaning())) {
            throw evaluator.fail(new TypeProblems.Needs(
                    operand.span(),
                    name.map(n -> "`" + n + "`").orElse("a loss"),
                    "a tensor",
                    operand,
                    TypeProblems.application(operand)));
        }
        return Numbers.value(operand.meaning(), evaluator.builder(expression.span()));
    }

    private void output(Statement.Output output, Frame frame) {
        String name = output.name().text();
        Value value = result(output.value(), Optional.of(output.name()), frame);
        evaluator.executor().label(value, name);
        outputs.add(new Output(name, value, output.span(), output.doc()));
    }

    private void loss(Statement.Loss statement, Frame frame) {
        lossesGiven++;
        Span at = statement.value().span();
        Value value = result(statement.value(), Optional.empty(), frame);
        if (!value.type().isFloat()) {
            throw evaluator.fail(new TypeProblems.NotDifferentiable(at, "a loss", value.type()));
        } else if (!value.type().isScalar()) {
            throw evaluator.fail(new StructureProblems.LossNotScalar(at, value.type()));
        }
        loss = Optional.of(loss.map(
                        known -> new Loss(evaluator.builder(statement.span()).add(known.value(), value), known.span()))
                .orElse(new Loss(value, statement.span())));
        boolean only = losses(network.body()) == 1;
        evaluator.executor().label(value, only ? "loss" : "loss" + lossesGiven);
    }

    /** How many `loss` statements there are, one in a loop counted as two. */
    private static int losses(List<Statement> body) {
        int losses = 0;
        for (Statement statement : body) {
            if (statement instanceof Statement.Loss) {
                losses++;
            } else if (statement instanceof Statement.For loop) {
                losses += 2 * losses(loop.body());
            }
        }
        return losses;
    }

    private void metric(Statement.Metric metric, Frame frame) {
        String name = metric.name().text();
        Value value = result(metric.value(), Optional.of(metric.name()), frame);
        if (!value.type().isScalar()) {
            throw evaluator.fail(
                    new StructureProblems.MetricNotScalar(metric.value().span(), name, value.type()));
        }
        Value floats = evaluator.builder(metric.value().span()).toFloat(value);
        evaluator.executor().label(floats, name);
        metrics.add(new Metric(name, floats, metric.span(), metric.doc()));
    }
}
