package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.source.Problem;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Expression;
import dev.leibniz.compiler.syntax.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls: functions are inlined, layers instantiated, built-in operations made. */
final class Inliner {
    private static final int DEEPEST = 128;

    private final Evaluator evaluator;
    private final Rules rules;
    private final Library library;
    private final Types types;
    private final Executor executor;

    Inliner(Evaluator evaluator, Rules rules, Library library, Host host) {
        this.evaluator = evaluator;
        this.rules = rules;
        this.library = library;
        this.types = new Types(evaluator);
        this.executor = new Executor(evaluator, new Limits(evaluator.graph(), rules.reporter()), host);
    }

    Types types() {
        return types;
    }

    Executor executor() {
        return executor;
    }

    /**
     * {@code callee(arguments)}.
     *
     * @param before how many values the graph had before callee and arguments were evaluated
     */
    Meaning call(Operand callee, Expression.Call call, int before, Frame frame) {
        Meaning meaning = Operators.sound(callee).meaning();
        Arguments arguments = arguments(call, callee.span(), frame);
        if (meaning instanceof Meaning.Layer layer) {
            boolean fed = !arguments.positional().isEmpty()
                    && arguments.positional().get(0).meaning() instanceof Meaning.Tensor
                    && layer.declaration().configuration().stream()
                            .allMatch(formal -> formal.defaultValue().isPresent());
            return fed
                    ? instantiate(new Meaning.Configured(layer, Map.of()), arguments, frame)
                    : configure(layer, arguments);
        }
        return apply(callee, arguments, before, frame);
    }

    /**
     * {@code input |> stage}: the input becomes the first argument of a function, or what a layer is applied to.
     *
     * @param before how many values the graph had before the input was evaluated
     */
    Meaning pipe(Operand input, Expression stage, int before, Frame frame) {
        if (!(stage instanceof Expression.Call call)) {
            Operand callee = evaluator.evaluate(stage, frame);
            Arguments fed = new Arguments(List.of(Operators.sound(input)), List.of(), stage.span());
            return apply(callee, fed, before, frame);
        }
        Operand callee = evaluator.evaluate(call.callee(), frame);
        Meaning meaning = Operators.sound(callee).meaning();
        Arguments arguments = arguments(call, callee.span(), frame);
        Operators.sound(input);
        if (meaning instanceof Meaning.Layer layer) {
            Meaning.Configured configured = configure(layer, arguments);
            return instantiate(configured, new Arguments(List.of(input), List.of(), callee.span()), frame);
        }
        return apply(callee, arguments.prepended(input), before, frame);
    }

    private Arguments arguments(Expression.Call call, Span at, Frame frame) {
        List<Operand> positional = new ArrayList<>();
        List<Arguments.Named> named = new ArrayList<>();
        for (Expression.Argument argument : call.arguments()) {
            Operand operand = evaluator.evaluate(argument.value(), frame);
            if (argument.name().isPresent()) {
                named.add(new Arguments.Named(
                        argument.name().get().text(), argument.name().get().span(), operand));
            } else if (!named.isEmpty()) {
                throw evaluator.fail(new ArgumentProblems.PositionalAfterNamed(argument.span()));
            } else {
                positional.add(operand);
            }
        }
        return new Arguments(positional, named, at);
    }

    private Meaning apply(Operand callee, Arguments arguments, int before, Frame frame) {
        Meaning meaning = Operators.sound(callee).meaning();
        if (meaning instanceof Meaning.BuiltIn builtIn) {
            Call.Site site = new Call.Site(callee.span(), evaluator.builder(callee.span()), before, rules);
            return builtIn.builtin().call(arguments, site);
        } else if (meaning instanceof Meaning.Function function) {
            return inline(function, arguments, frame);
        } else if (meaning instanceof Meaning.Layer layer) {
            return instantiate(configure(layer, new Arguments(List.of(), List.of(), arguments.at())), arguments, frame);
        } else if (meaning instanceof Meaning.Configured configured) {
            return instantiate(configured, arguments, frame);
        } else if (meaning instanceof Meaning.Optimizer optimizer) {
            throw evaluator.fail(new StructureProblems.MisusedOptimizer(
                    callee.span(), optimizer.declaration().name().text()));
        }
        throw evaluator.fail(new TypeProblems.NotCallable(callee.span(), callee));
    }

    // -- functions

    private Meaning inline(Meaning.Function function, Arguments arguments, Frame frame) {
        Declaration.Function chosen = function.overloads().get(0);
        if (function.overloads().size() > 1) {
            chosen = overload(function, arguments, frame);
        }
        Scope scope = library.home(chosen).body();
        Frame inner = frame.function(scope, chosen.body());
        bind(chosen.name().text(), chosen.formals(), arguments, inner);
        return body(chosen, chosen.body(), arguments.at(), inner);
    }

    /** The first overload whose declared types the arguments have. */
    private Declaration.Function overload(Meaning.Function function, Arguments arguments, Frame frame) {
        arguments.positional().forEach(Operators::sound);
        for (Declaration.Function candidate : function.overloads()) {
            Arguments.Bound bound = arguments.bind(function.name(), formals(candidate.formals()));
            Frame trial = frame.function(library.home(candidate).body(), List.of());
            if (bound.problem().isEmpty() && types.fit(candidate.formals(), bound.operands(), trial)) {
                return candidate;
            }
        }
        throw evaluator.fail(new ArgumentProblems.NoOverload(
                arguments.at(),
                function.name(),
                arguments.positional().stream()
                        .map(operand -> Descriptions.of(operand.meaning()))
                        .toList(),
                function.overloads().stream().map(Inliner::heading).toList()));
    }

    private static String heading(Declaration.Function function) {
        List<String> formals =
                function.formals().stream().map(formal -> formal.span().text()).toList();
        return function.name().text() + "(" + String.join(", ", formals) + ")";
    }

    private static List<Formal> formals(List<Declaration.Formal> declared) {
        return declared.stream()
                .map(formal ->
                        new Formal(formal.name().text(), formal.defaultValue().isPresent()))
                .toList();
    }

    /** Binds the formals to what is given or to their defaults, in order, and the sizes in their types. */
    private void bind(String callee, List<Declaration.Formal> declared, Arguments arguments, Frame inner) {
        Map<String, Operand> given = arguments.bind(callee, formals(declared)).orFail(rules.reporter());
        bind(callee, declared, given, arguments.at(), inner);
    }

    private void bind(
            String callee, List<Declaration.Formal> declared, Map<String, Operand> given, Span at, Frame inner) {
        for (Declaration.Formal formal : declared) {
            Operand operand = given.get(formal.name().text());
            if (operand == null) {
                operand = formal.defaultValue()
                        .map(value -> evaluator.evaluate(value, inner))
                        .orElseThrow(Reported::new);
            }
            if (formal.type().isPresent()) {
                Optional<Problem> misfit = types.match(callee, formal, operand, at, inner);
                if (misfit.isPresent()) {
                    throw evaluator.fail(misfit.get());
                }
            }
            Binding binding = new Binding(operand.meaning(), operand.declared(), () -> {});
            executor.declare(formal.name(), binding, inner.scope());
        }
    }

    private Meaning body(Declaration declaration, List<Statement> body, Span call, Frame inner) {
        Reporter reporter = rules.reporter();
        if (reporter.depth() >= DEEPEST) {
            throw evaluator.fail(new StructureProblems.TooDeep(call, "calls"));
        }
        String name = declaration.name().text();
        reporter.enter(call, name, inner.scope().library());
        try {
            executor.run(body, inner);
        } finally {
            reporter.leave();
        }
        return inner.yielded().map(Operand::meaning).orElse(Meaning.ERRONEOUS);
    }

    /** Binds the formals of an optimizer to what {@code train name(…)} or {@code train name} gives. */
    void bind(Declaration.Optimizer optimizer, Expression rule, Span at, Frame outer, Frame inner) {
        Arguments arguments = rule instanceof Expression.Call call
                ? arguments(call, at, outer)
                : new Arguments(List.of(), List.of(), at);
        arguments.positional().forEach(Operators::sound);
        arguments.named().forEach(named -> Operators.sound(named.operand()));
        bind(optimizer.name().text(), optimizer.formals(), arguments, inner);
    }

    // -- layers

    private Meaning.Configured configure(Meaning.Layer layer, Arguments arguments) {
        Declaration.Layer declaration = layer.declaration();
        String name = declaration.name().text();
        Map<String, Operand> given = new LinkedHashMap<>(
                arguments.bind(name, formals(declaration.configuration())).orFail(rules.reporter()));
        for (Operand operand : given.values()) {
            if (Operators.sound(operand).meaning() instanceof Meaning.Tensor) {
                throw evaluator.fail(new ArgumentProblems.TensorAsConfiguration(operand.span(), name, operand));
            }
        }
        return new Meaning.Configured(layer, given);
    }

    /** A new instance, applied. */
    private Meaning instantiate(Meaning.Configured configured, Arguments arguments, Frame frame) {
        Declaration.Layer declaration = configured.layer().declaration();
        String name = declaration.name().text();
        Scope scope = library.home(declaration).body();
        Frame inner = Frame.of(Frame.Kind.LAYER, scope, frame.instantiate(name), declaration.body());
        bind(name, declaration.configuration(), configured.configuration(), arguments.at(), inner);
        arguments.positional().forEach(Operators::sound);
        bind(name, declaration.formals(), arguments, inner);
        return body(declaration, declaration.body(), arguments.at(), inner);
    }
}
