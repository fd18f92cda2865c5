package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.Problem;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Expression;
import dev.leibniz.compiler.syntax.Name;
import dev.leibniz.compiler.syntax.TypeExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names of one body as it is checked from top to bottom: what binds them, what reads them, what hides others. */
final class BodyNames {
    /** The mention of a function or layer in a body. */
    record Mention(Declaration of, Span at) {}

    private final Scope globals;
    private final Diagnostics diagnostics;
    private final Facts facts;
    private final List<Mention> mentions = new ArrayList<>();
    private Variables variables = Variables.ofBody();
    private boolean broken;

    BodyNames(Scope globals, Diagnostics diagnostics, Facts facts) {
        this.globals = globals;
        this.diagnostics = diagnostics;
        this.facts = facts;
    }

    List<Mention> mentions() {
        return mentions;
    }

    Optional<Variables.Variable> find(String name) {
        return variables.find(name);
    }

    /** Warns of what nothing reads, unless a mistake may be the reason. */
    void reportUnused() {
        if (!broken) {
            variables.all().stream()
                    .filter(Variables.Variable::isIdle)
                    .map(idle -> new NameProblems.Unused(idle.span(), idle.what(), idle.name()))
                    .forEach(diagnostics::report);
        }
    }

    /** Begins a block, whose names end with it. */
    void begin(Name variable) {
        variables
                .find(variable.text())
                .ifPresent(hidden -> report(new NameProblems.Shadowing(
                        variable.span(), "the loop variable", variable.text(), hidden.span())));
        variables = variables.block();
        bind("the loop variable", variable);
    }

    void end() {
        variables.end();
        variables = variables.outer().orElseThrow();
    }

    /** Binds a name that need not be read. */
    void bind(String what, Name name) {
        variables.declare(new Variables.Variable(what, name.text(), name.span(), true));
    }

    /** The same, unless it is bound already. */
    void bindIfNew(String what, Name name) {
        if (variables.find(name.text()).isEmpty()) {
            bind(what, name);
        }
    }

    /** Sizes in the type of an argument: a name alone is bound if it is new. */
    void pattern(TypeExpression.ShapeExpression shape) {
        for (Expression size : shape.sizes()) {
            if (size instanceof Expression.Reference reference
                    && variables.find(reference.name()).isEmpty()) {
                variables.declare(new Variables.Variable("the size", reference.name(), reference.span(), true));
            } else {
                readSizes(size);
            }
        }
    }

    /** A declaration of the body: once for each name, and no keyword of Java if it becomes a Java name. */
    void declare(String what, Name name, boolean java) {
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

    /** A definition, which may give a name a new meaning. */
    void define(Name name) {
        Optional<Variables.Variable> known = variables.find(name.text());
        if (known.isPresent()) {
            known.get().redefine(name.span());
        } else {
            hiding("the definition", name);
            variables.declare(new Variables.Variable("the definition", name.text(), name.span(), false));
        }
    }

    /** Notes where a name comes from that a statement has to the left of its sign. */
    void mention(Name name) {
        variables.find(name.text()).ifPresent(variable -> facts.comesFrom(name.span(), variable.defined()));
    }

    private void hiding(String what, Name name) {
        globals.find(name.text())
                .map(binding -> Library.place(binding.meaning()))
                .filter(place -> place.file() == name.span().file())
                .ifPresent(place -> report(new NameProblems.Shadowing(name.span(), what, name.text(), place)));
    }

    void keyword(String what, Name name) {
        if (JavaKeywords.contains(name.text())) {
            report(new NameProblems.JavaKeyword(name.span(), what, name.text()));
        }
    }

    /** The sizes in the type of a declaration. */
    void type(TypeExpression type) {
        type.shape().ifPresent(shape -> shape.sizes().forEach(this::readSizes));
    }

    void read(Expression expression) {
        for (Expression.Reference reference : References.in(expression)) {
            if (!resolve(reference)) {
                unknown(reference);
            }
        }
    }

    void readSizes(Expression expression) {
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
        Optional<Variables.Variable> variable = variables.read(reference.name());
        if (variable.isPresent()) {
            facts.comesFrom(reference.span(), variable.get().defined());
            return true;
        }
        Optional<Meaning> meaning = globals.find(reference.name()).map(Binding::meaning);
        meaning.ifPresent(global -> facts.comesFrom(reference.span(), Library.place(global)));
        if (meaning.isPresent() && meaning.get() instanceof Meaning.Layer layer) {
            mentions.add(new Mention(layer.declaration(), reference.span()));
        } else if (meaning.isPresent()
                && meaning.get() instanceof Meaning.Function function
                && function.overloads().size() == 1) {
            mentions.add(new Mention(function.overloads().get(0), reference.span()));
        }
        return meaning.isPresent();
    }

    void report(Problem problem) {
        broken |= problem.diagnostic().isError();
        diagnostics.report(problem);
    }
}
