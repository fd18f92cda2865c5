package dev.leibniz.compiler.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leibniz.compiler.explain.Notations;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Exp;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.op.ScanResult;
import dev.leibniz.compiler.op.Sin;
import dev.leibniz.compiler.op.Turns;
import dev.leibniz.compiler.source.CompilerBug;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** How rules are applied. */
final class RewriterTest {
    private final Sample sample = new Sample();
    private final Builder g = sample.g;

    @Test
    void rewritesWhatARuleMadeUntilNothingChanges() {
        Value nested = sample.x;
        for (int i = 0; i < 5; i++) {
            nested = g.negate(nested);
        }

        assertThat(rewritten(nested, new CollapseNegations())).isEqualTo("-x");
    }

    @Test
    void aDeepGraphNeedsNoDeepStack() {
        Value deep = sample.x;
        for (int i = 0; i < 30_000; i++) {
            deep = g.sin(g.negate(g.negate(deep)));
        }

        Program program = new Rewriter("test", List.of(new CollapseNegations())).rewrite(program(deep));

        assertThat(program.graph().values()).hasSize(30_001);
    }

    @Test
    void aLongChainOfWhatARuleMakesNeedsNoDeepStack() {
        Value deep = sample.x;
        for (int i = 0; i < 10_000; i++) {
            deep = g.sin(deep);
        }
        Rule toExp = rule((v, b) -> v.op() instanceof Sin sin ? Optional.of(b.exp(sin.x())) : Optional.empty());

        Program program = new Rewriter("test", List.of(toExp)).rewrite(program(deep));

        assertThat(program.graph().values().stream().filter(v -> v.op() instanceof Exp))
                .hasSize(10_000);
    }

    @Test
    void keepsNamesAndOrigins() {
        SourceFile file = new SourceFile("Test.nn", "y = --x;");
        Span place = new Span(file, 4, 7);
        Value y = g.at(place).exp(g.at(place).negate(g.negate(sample.x)));
        sample.graph.name(y, "y");

        Program program = new Rewriter("test", List.of(new CollapseNegations())).rewrite(program(y));

        Value root = program.roots().get(0);
        assertThat(program.graph().nameOf(root)).contains("y");
        assertThat(root.origin()).isEqualTo(place);
    }

    @Test
    void dropsWhatNobodyNeeds() {
        g.exp(sample.x);

        Program program = new Rewriter("test", List.of()).rewrite(program(sample.y));

        assertThat(program.graph().values()).hasSize(1);
    }

    @Test
    void tellsTheListenerWhatHappened() {
        List<String> heard = new ArrayList<>();
        Value y = g.negate(g.negate(sample.x));
        new Rewriter(
                        "test",
                        List.of(new CollapseNegations()),
                        firing -> heard.add(firing.rule().name() + ": "
                                + Notations.expression(firing.graph(), firing.before()) + " → "
                                + Notations.expression(firing.graph(), firing.after())))
                .rewrite(program(y));

        assertThat(heard).containsExactly("CollapseNegations: --x → x");
    }

    @Test
    void namesTheRuleThatChangesTheType() {
        Rule wrong = rule((v, b) -> v.op() instanceof Exp ? Optional.of(b.one()) : Optional.empty());

        assertThatThrownBy(() -> rewritten(g.exp(sample.x), wrong))
                .isInstanceOf(CompilerBug.class)
                .hasMessageContaining("TestRule makes %")
                .hasMessageContaining("float[N, 3]");
    }

    @Test
    void namesTheRuleThatGoesRoundInCircles() {
        Rule swap = rule((v, b) -> v.op() instanceof Add sum ? Optional.of(b.add(sum.b(), sum.a())) : Optional.empty());

        assertThatThrownBy(() -> rewritten(g.add(sample.x, sample.y), swap))
                .isInstanceOf(CompilerBug.class)
                .hasMessageContaining("TestRule makes a value out of itself");
    }

    @Test
    void namesTheRuleThatNeverEnds() {
        Rule grow = rule((v, b) -> v.op() instanceof Exp exp ? Optional.of(b.exp(b.sin(exp.x()))) : Optional.empty());

        assertThatThrownBy(() -> rewritten(g.exp(sample.x), grow))
                .isInstanceOf(CompilerBug.class)
                .hasMessageContaining("does not end; the last rule was TestRule");
    }

    @Test
    void rulesCanBeSwitchedOffByName() {
        Value y = g.negate(g.negate(sample.x));
        Rewriting without = new Rewriting(Ranges.none(), Set.of("CollapseNegations"), Set.of(), firing -> {});

        assertThat(expression(without.stabilise(program(y)))).isEqualTo("--x");
        assertThat(expression(new Rewriting(Ranges.none()).stabilise(program(y))))
                .isEqualTo("x");
    }

    @Test
    void unsafeRulesRunOnlyIfAskedForByName() {
        Value y = g.divide(sample.s, sample.s);
        Rewriting unsafe = new Rewriting(Ranges.none(), Set.of(), Set.of("FoldSelfQuotient"), firing -> {});

        assertThat(expression(new Rewriting(Ranges.none()).simplify(program(y))))
                .isEqualTo("s / s");
        assertThat(expression(unsafe.simplify(program(y)))).isEqualTo("1");
    }

    @Test
    void theVerifierNamesThePassThatLeftARootBehind() {
        Value foreign = new Sample().x;

        assertThatThrownBy(() -> Verifier.verified("fuse", new Program(new Graph(), List.of(foreign))))
                .isInstanceOf(CompilerBug.class)
                .hasMessageContaining("after fuse");
    }

    @Test
    void theVerifierNamesWhatABodyReadsButIsNotGiven() {
        Graph body = new Graph();
        Value given = body.add(new Given(0, 1, sample.s.type()), Span.none());
        Turns turns = new Turns("t", Size.ZERO, Size.of(3), false, false);
        Value loop =
                sample.graph.add(new Scan(new Body(body, 1, List.of(given)), turns, List.of(sample.s)), Span.none());
        Value last = sample.graph.add(new ScanResult(loop, 0), Span.none());

        assertThatThrownBy(() -> Verifier.verified("prune", program(last)))
                .isInstanceOf(CompilerBug.class)
                .hasMessageContaining("after prune: %0: float")
                .hasMessageContaining("is not given by");
    }

    @Test
    void theVerifierNamesALeafInABody() {
        Graph body = new Graph();
        Value leaf = body.add(sample.s.op(), Span.none());
        Turns turns = new Turns("t", Size.ZERO, Size.of(3), false, false);
        Value loop =
                sample.graph.add(new Scan(new Body(body, 1, List.of(leaf)), turns, List.of(sample.s)), Span.none());
        Value last = sample.graph.add(new ScanResult(loop, 0), Span.none());

        assertThatThrownBy(() -> Verifier.verified("prune", program(last)))
                .isInstanceOf(CompilerBug.class)
                .hasMessageContaining("is a leaf in the body of");
    }

    private Program program(Value... roots) {
        return new Program(sample.graph, List.of(roots));
    }

    private String rewritten(Value value, Rule rule) {
        return expression(new Rewriter("test", List.of(rule)).rewrite(program(value)));
    }

    private static String expression(Program program) {
        return Notations.expression(program.graph(), program.roots().get(0));
    }

    private static Rule rule(BiFunction<Value, Builder, Optional<Value>> rewrite) {
        return new TestRule(rewrite);
    }

    private record TestRule(BiFunction<Value, Builder, Optional<Value>> rewrite) implements Rule {
        @Override
        public Safety safety() {
            return Safety.UNSAFE;
        }

        @Override
        public Optional<Value> apply(Value v, Builder g) {
            return rewrite.apply(v, g);
        }
    }
}
