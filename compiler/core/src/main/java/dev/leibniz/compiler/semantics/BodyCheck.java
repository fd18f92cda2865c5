package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Name;
import dev.leibniz.compiler.syntax.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks one body without executing it: that names are known, bound once, used, and that statements stand where they may. */
final class BodyCheck {
    private final Frame.Kind kind;
    private final Declaration declaration;
    private final BodyNames names;
    private final Map<String, Span> results = new HashMap<>();
    private final Map<String, Span> assigned = new HashMap<>();
    private final Map<String, Name> redefined = new LinkedHashMap<>();
    private Optional<Span> yielded = Optional.empty();
    private int loops;
    private int scans;
    private int repeats;
    private boolean givesSomething;

    BodyCheck(Frame.Kind kind, Declaration declaration, Scope globals, Diagnostics diagnostics, Facts facts) {
        this.kind = kind;
        this.declaration = declaration;
        this.names = new BodyNames(globals, diagnostics, facts);
    }

    /** Checks the body and gives the functions and layers that it mentions. */
    List<BodyNames.Mention> check(List<Declaration.Formal> formals, List<Statement> body) {
        if (kind == Frame.Kind.OPTIMIZER) {
            for (String name : List.of("w", "g", "t")) {
                names.bind("the name", new Name(name, declaration.name().span()));
            }
        }
        formals.forEach(this::formal);
        statements(body);
        String what = "the " + kind.noun() + " `" + declaration.name() + "`";
        boolean yields = kind == Frame.Kind.FUNCTION || kind == Frame.Kind.LAYER;
        if (yields && yielded.isEmpty()) {
            names.report(new StructureProblems.MissingYield(declaration.name().span(), what));
        } else if (kind == Frame.Kind.OPTIMIZER && !assigned.containsKey("w")) {
            names.report(new StructureProblems.MissingNext(
                    declaration.name().span(), declaration.name().text()));
        }
        if (kind == Frame.Kind.NETWORK && !givesSomething) {
            names.report(new StructureProblems.NothingComputed(
                    declaration.name().span(), declaration.name().text()));
        }
        redefined.keySet().removeAll(assigned.keySet());
        redefined
                .values()
                .forEach(name -> names.report(new StructureProblems.StateRedefined(name.span(), name.text())));
        names.reportUnused();
        return names.mentions();
    }

    private void formal(Declaration.Formal formal) {
        formal.defaultValue().ifPresent(names::read);
        formal.type().ifPresent(type -> type.shape().ifPresent(names::pattern));
        names.declare("the argument", formal.name(), false);
    }

    // -- statements

    private void statements(List<Statement> statements) {
        statements.forEach(this::statement);
    }

    private void statement(Statement statement) {
        if (loops > 0 && !Placement.allowsInLoop(statement)) {
            names.report(new StructureProblems.Misplaced(
                    statement.span(), Placement.word(statement), "in a loop", List.of()));
        } else if (scans == 0 && statement instanceof Statement.Collect) {
            names.report(new StructureProblems.Misplaced(statement.span(), "collect", "outside of `scan`", List.of()));
        } else if (repeats > 0 && statement instanceof Statement.Collect) {
            names.report(new StructureProblems.Misplaced(statement.span(), "collect", "in `for`", List.of()));
        } else if (scans > 0 && !Placement.allowsInScan(statement)) {
            names.report(new StructureProblems.Misplaced(
                    statement.span(), Placement.word(statement), "in `scan`", List.of()));
        } else if (!Placement.allows(kind, statement)) {
            names.report(new StructureProblems.Misplaced(
                    statement.span(),
                    Placement.word(statement),
                    "in " + kind.withArticle(),
                    Placement.help(kind, statement)));
        }
        if (statement instanceof Statement.Define define) {
            names.read(define.value());
            define(define.name());
        } else if (statement instanceof Statement.Destructure destructure) {
            names.read(destructure.value());
            destructure.names().forEach(this::define);
        } else if (statement instanceof Statement.Yield yield) {
            names.read(yield.value());
            yieldStatement(yield);
        } else if (statement instanceof Statement.For loop) {
            names.read(loop.range().low());
            names.read(loop.range().high());
            repeats++;
            block(loop.variable(), List.of(), loop.body());
            repeats--;
        } else if (statement instanceof Statement.Scan scan) {
            scan(scan);
        } else if (statement instanceof Statement.Collect collect) {
            names.read(collect.value());
            collect.axis().ifPresent(names::read);
        } else {
            declaration(statement);
        }
    }

    private void define(Name name) {
        redefines(name);
        names.define(name);
    }

    /** Notes what may have been meant to change a state. */
    private void redefines(Name name) {
        if (isState(name.text())) {
            redefined.putIfAbsent(name.text(), name);
        }
    }

    private boolean isState(String name) {
        return names.find(name)
                .filter(variable -> variable.what().equals("the state"))
                .isPresent();
    }

    private void declaration(Statement statement) {
        if (statement instanceof Statement.SizeDeclaration size) {
            size.value().ifPresent(names::read);
            names.declare("the size", size.name(), true);
        } else if (statement instanceof Statement.Input input) {
            names.type(input.type());
            input.range().ifPresent(range -> {
                names.read(range.low());
                names.read(range.high());
            });
            names.declare("the input", input.name(), true);
        } else if (statement instanceof Statement.Parameter parameter) {
            names.type(parameter.type());
            parameter.initialiser().ifPresent(names::read);
            names.declare("the parameter", parameter.name(), kind == Frame.Kind.NETWORK);
        } else if (statement instanceof Statement.State state) {
            state.type().ifPresent(names::type);
            state.initial().ifPresent(names::read);
            names.declare("the state", state.name(), false);
        } else if (statement instanceof Statement.Hyper hyper) {
            names.read(hyper.value());
            names.declare("the hyper", hyper.name(), true);
        } else {
            result(statement);
        }
    }

    private void result(Statement statement) {
        givesSomething |= statement instanceof Statement.Output || statement instanceof Statement.Loss;
        if (statement instanceof Statement.Output output) {
            names.read(output.value());
            result("the output", output.name());
        } else if (statement instanceof Statement.Metric metric) {
            names.read(metric.value());
            result("the metric", metric.name());
        } else if (statement instanceof Statement.Loss loss) {
            names.read(loss.value());
        } else if (statement instanceof Statement.Train train) {
            names.read(train.rule());
        } else if (statement instanceof Statement.Next next) {
            names.read(next.value());
            next(next);
        }
    }

    private void yieldStatement(Statement.Yield yield) {
        if (yielded.isPresent()) {
            String what = "the " + kind.noun() + " `" + declaration.name() + "`";
            names.report(new StructureProblems.SecondYield(yield.span(), yielded.get(), what));
        }
        yielded = Optional.of(yielded.orElse(yield.span()));
    }

    private void next(Statement.Next next) {
        if (kind == Frame.Kind.FUNCTION) {
            return;
        }
        String name = next.name().text();
        names.mention(next.name());
        boolean parameter = kind == Frame.Kind.OPTIMIZER && name.equals("w");
        if (!isState(name) && !parameter) {
            names.report(new StructureProblems.UnknownNext(next.name().span(), name));
        } else if (assigned.put(name, next.name().span()) != null) {
            names.report(new StructureProblems.SecondNext(next.name().span(), name));
        }
    }

    private void result(String what, Name name) {
        names.keyword(what, name);
        Span first = results.putIfAbsent(what + name.text(), name.span());
        if (first != null) {
            names.report(new NameProblems.Duplicate(name.span(), what, name.text(), first));
        } else {
            names.bindIfNew(what, name);
        }
    }

    private void block(Name variable, List<Statement.Carry> carries, List<Statement> body) {
        names.begin(variable);
        carries.forEach(carry -> names.bind("the carried value", carry.name()));
        loops++;
        statements(body);
        loops--;
        names.end();
    }

    private void scan(Statement.Scan scan) {
        names.read(scan.range().low());
        names.read(scan.range().high());
        scan.carries().forEach(carry -> names.read(carry.initial()));
        int outer = repeats;
        repeats = 0;
        scans++;
        block(scan.variable(), scan.carries(), scan.body());
        scans--;
        repeats = outer;
        scan.carries().forEach(carry -> {
            redefines(carry.name());
            names.bindIfNew("the carried value", carry.name());
        });
        Map<String, Span> collected = new HashMap<>();
        for (Statement.Collect collect : Scans.collects(scan.body())) {
            Name as = collect.as();
            Span first = collected.putIfAbsent(as.text(), as.span());
            if (first != null) {
                names.report(new NameProblems.Duplicate(as.span(), "the collected value", as.text(), first));
            }
            define(as);
        }
    }
}
