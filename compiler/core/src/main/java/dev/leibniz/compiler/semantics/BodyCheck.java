package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.Problem;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Expression;
import dev.leibniz.compiler.syntax.Name;
import dev.leibniz.compiler.syntax.Statement;
import dev.leibniz.compiler.syntax.TypeExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks one body without executing it: that names are known, bound once, used, and that statements stand where they may. */
final class BodyCheck {
    /** The mention of a function or layer in a body. */
    record Mention(Declaration of, Span at) {}

    private final Frame.Kind kind;
    private final Declaration declaration;
    private final Scope globals;
    private final Diagnostics diagnostics;
    private final List<Mention> mentions = new ArrayList<>();
    private final Map<String, Span> results = new HashMap<>();
    private final Map<String, Span> assigned = new HashMap<>();
    private Optional<Span> yielded = Optional.empty();
    private int loops;
    private int scans;
    private boolean givesSomething;
    private boolean broken;
    private Variables variables = Variables.ofBody();

    BodyCheck(Frame.Kind kind, Declaration declaration, Scope globals, Diagnostics diagnostics) {
        this.kind = kind;
        this.declaration = declaration;
        this.globals = globals;
        this.diagnostics = diagnostics;
    }

    /** Checks the body and gives the functions and layers that it mentions. */
    List<Mention> check(List<Declaration.Formal> formals, List<Statement> body) {
        if (kind == Frame.Kind.OPTIMIZER) {
            for (String name : List.of("w", "g", "t")) {
                variables.declare(new Variables.Variable(
                        "the name", name, declaration.name().span(), true));
            }
        }
        formals.forEach(this::formal);
        statements(body);
        String what = "the " + kind.toString().replaceFirst("an? ", "") + " `" + declaration.name() + "`";
        boolean yields = kind == Frame.Kind.FUNCTION || kind == Frame.Kind.LAYER;
        if (yields && yielded.isEmpty()) {
            diagnostics.report(
                    new StructureProblems.MissingYield(declaration.name().span(), what));
        } else if (kind == Frame.Kind.OPTIMIZER && !assigned.containsKey("w")) {
            diagnostics.report(new StructureProblems.MissingNext(
                    declaration.name().span(), declaration.name().text()));
        }
        if (kind == Frame.Kind.NETWORK && !givesSomething) {
            diagnostics.report(new StructureProblems.NothingComputed(
                    declaration.name().span(), declaration.name().text()));
        }
        if (!broken) {
            reportUnused();
        }
        return mentions;
    }

    private void reportUnused() {
        variables.all().stream()
                .filter(Variables.Variable::isIdle)
                .map(idle -> new NameProblems.Unused(idle.span(), idle.what(), idle.name()))
                .forEach(diagnostics::report);
    }

    private void formal(Declaration.Formal formal) {
        formal.defaultValue().ifPresent(this::read);
        formal.type().ifPresent(type -> type.shape().ifPresent(this::pattern));
        declare("the argument", formal.name(), false);
    }

    /** Sizes in the type of an argument: a name alone is bound if it is new. */
    private void pattern(TypeExpression.ShapeExpression shape) {
        for (Expression size : shape.sizes()) {
            if (size instanceof Expression.Reference reference
                    && variables.find(reference.name()).isEmpty()) {
                variables.declare(new Variables.Variable("the size", reference.name(), reference.span(), true));
            } else {
                readSizes(size);
            }
        }
    }

    // -- statements

    private void statements(List<Statement> statements) {
        statements.forEach(this::statement);
    }

    private void statement(Statement statement) {
        if (loops > 0 && !Placement.allowsInLoop(statement)) {
            report(new StructureProblems.Misplaced(
                    statement.span(), Placement.word(statement), "in a loop", List.of()));
        } else if (scans == 0 && statement instanceof Statement.Collect) {
            report(new StructureProblems.Misplaced(statement.span(), "collect", "outside of `scan`", List.of()));
        } else if (!Placement.allows(kind, statement)) {
            report(new StructureProblems.Misplaced(
                    statement.span(), Placement.word(statement), "in " + kind, Placement.help(kind, statement)));
        }
        if (statement instanceof Statement.Define define) {
            read(define.value());
            define(define.name());
        } else if (statement instanceof Statement.Destructure destructure) {
            read(destructure.value());
            destructure.names().forEach(this::define);
        } else if (statement instanceof Statement.Yield yield) {
            read(yield.value());
            yieldStatement(yield);
        } else if (statement instanceof Statement.For loop) {
            read(loop.range().low());
            read(loop.range().high());
            block(loop.variable(), List.of(), loop.body());
        } else if (statement instanceof Statement.Scan scan) {
            scan(scan);
        } else if (statement instanceof Statement.Collect collect) {
            read(collect.value());
            collect.axis().ifPresent(this::read);
        } else {
            declaration(statement);
        }
    }

    private void declaration(Statement statement) {
        if (statement instanceof Statement.SizeDeclaration size) {
            size.value().ifPresent(this::read);
            declare("the size", size.name(), true);
        } else if (statement instanceof Statement.Input input) {
            type(input.type());
            input.range().ifPresent(range -> {
                read(range.low());
                read(range.high());
            });
            declare("the input", input.name(), true);
        } else if (statement instanceof Statement.Parameter parameter) {
            type(parameter.type());
            parameter.initialiser().ifPresent(this::read);
            declare("the parameter", parameter.name(), kind == Frame.Kind.NETWORK);
        } else if (statement instanceof Statement.State state) {
            state.type().ifPresent(this::type);
            state.initial().ifPresent(this::read);
            declare("the state", state.name(), false);
        } else if (statement instanceof Statement.Hyper hyper) {
            read(hyper.value());
            declare("the hyper", hyper.name(), true);
        } else {
            result(statement);
        }
    }

    private void result(Statement statement) {
        givesSomething |= statement instanceof Statement.Output || statement instanceof Statement.Loss;
        if (statement instanceof Statement.Output output) {
            read(output.value());
            result("the output", output.name());
        } else if (statement instanceof Statement.Metric metric) {
            read(metric.value());
            result("the metric", metric.name());
        } else if (statement instanceof Statement.Loss loss) {
            read(loss.value());
        } else if (statement instanceof Statement.Train train) {
            read(train.rule());
        } else if (statement instanceof Statement.Next next) {
            read(next.value());
            next(next);
        }
    }

    private void yieldStatement(Statement.Yield yield) {
        if (yielded.isPresent()) {
            String what = "the " + kind.toString().replaceFirst("an? ", "") + " `" + declaration.name() + "`";
            report(new StructureProblems.SecondYield(yield.span(), yielded.get(), what));
        }
        yielded = Optional.of(yielded.orElse(yield.span()));
    }

    private void next(Statement.Next next) {
        if (kind == Frame.Kind.FUNCTION) {
            return;
        }
        String name = next.name().text();
        boolean state = variables
                .find(name)
                .filter(variable -> variable.what().equals("the state"))
                .isPresent();
        boolean parameter = kind == Frame.Kind.OPTIMIZER && name.equals("w");
        if (!state && !parameter) {
            report(new StructureProblems.UnknownNext(next.name().span(), name));
        } else if (assigned.put(name, next.name().span()) != null) {
            report(new StructureProblems.SecondNext(next.name().span(), name));
        }
    }

    private void result(String what, Name name) {
        keyword(what, name);
        Span first = results.putIfAbsent(what + name.text(), name.span());
        if (first != null) {
            report(new NameProblems.Duplicate(name.span(), what, name.text(), first));
        } else if (variables.find(name.text()).isEmpty()) {
            variables.declare(new Variables.Variable(what, name.text(), name.span(), true));
        }
    }

    private void block(Name variable, List<Statement.Carry> carries, List<Statement> body) {
        variables
                .find(variable.text())
                .ifPresent(hidden -> report(new NameProblems.Shadowing(
                        variable.span(), "the loop variable", variable.text(), hidden.span())));
        variables = variables.block();
        variables.declare(new Variables.Variable("the loop variable", variable.text(), variable.span(), true));
        for (Statement.Carry carry : carries) {
            variables.declare(new Variables.Variable(
                    "the carried value", carry.name().text(), carry.name().span(), true));
        }
        loops++;
        statements(body);
        loops--;
        variables.end();
        variables = variables.outer().orElseThrow();
    }

    private void scan(Statement.Scan scan) {
        read(scan.range().low());
        read(scan.range().high());
        scan.carries().forEach(carry -> read(carry.initial()));
        scans++;
        block(scan.variable(), scan.carries(), scan.body());
        scans--;
        for (Statement.Carry carry : scan.carries()) {
            carried(carry.name());
        }
        scan.body().stream()
                .filter(Statement.Collect.class::isInstance)
                .forEach(collect -> define(((Statement.Collect) collect).as()));
    }

    private void carried(Name name) {
        if (variables.find(name.text()).isEmpty()) {
            variables.declare(new Variables.Variable("the carried value", name.text(), name.span(), true));
        }
    }

    // -- names

    private void declare(String what, Name name, boolean java) {
        if (java) {
            keyword(what, name);
        }
        Optional<Variables.Variable> known = variables.find(name.text());
        if (known.isPresent()) {
            report(new NameProblems.Duplicate(
                    name.span(), what, name.text(), known.get().span()));
            return;
        }
        hiding(what, name);
        variables.declare(new Variables.Variable(what, name.text(), name.span(), false));
    }

    private void define(Name name) {
        if (variables.find(name.text()).isEmpty()) {
            hiding("the definition", name);
            variables.declare(new Variables.Variable("the definition", name.text(), name.span(), false));
        }
    }

    private void hiding(String what, Name name) {
        globals.find(name.text())
                .map(binding -> Library.place(binding.meaning()))
                .filter(place -> place.file() == name.span().file())
                .ifPresent(place -> report(new NameProblems.Shadowing(name.span(), what, name.text(), place)));
    }

    private void keyword(String what, Name name) {
        if (JavaKeywords.contains(name.text())) {
            report(new NameProblems.JavaKeyword(name.span(), what, name.text()));
        }
    }

    private void type(TypeExpression type) {
        type.shape().ifPresent(shape -> shape.sizes().forEach(this::readSizes));
    }

    private void read(Expression expression) {
        for (Expression.Reference reference : References.in(expression)) {
            if (!resolve(reference)) {
                unknown(reference);
            }
        }
    }

    private void readSizes(Expression expression) {
        for (Expression.Reference reference : References.in(expression)) {
            if (!resolve(reference)) {
                report(new NameProblems.UnknownSize(reference.span(), reference.name(), variables.names()));
            }
        }
    }

    private void unknown(Expression.Reference reference) {
        Optional<Span> ended = variables.endedAt(reference.name());
        if (ended.isPresent()) {
            report(new NameProblems.OutOfScope(reference.span(), reference.name(), ended.get()));
            return;
        }
        List<String> candidates = new ArrayList<>(variables.names());
        candidates.addAll(globals.names());
        report(new NameProblems.UnknownName(reference.span(), reference.name(), candidates));
    }

    private boolean resolve(Expression.Reference reference) {
        if (variables.read(reference.name()).isPresent()) {
            return true;
        }
        Optional<Meaning> meaning = globals.find(reference.name()).map(Binding::meaning);
        if (meaning.isPresent() && meaning.get() instanceof Meaning.Layer layer) {
            mentions.add(new Mention(layer.declaration(), reference.span()));
        } else if (meaning.isPresent()
                && meaning.get() instanceof Meaning.Function function
                && function.overloads().size() == 1) {
            mentions.add(new Mention(function.overloads().get(0), reference.span()));
        }
        return meaning.isPresent();
    }

    private void report(Problem problem) {
        broken |= problem.diagnostic().isError();
        diagnostics.report(problem);
    }
}
