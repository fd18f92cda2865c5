package dev.leibniz.compiler.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Parser;
import dev.leibniz.compiler.syntax.Program;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is known of places after elaboration. */
final class FactsTest {
    private static final String TEXT = """
            package facts;
            function half(v) = v / 2;
            network Net {
              size N;
              input x: float[N, 8];
              h = half(x);
              h = concat([h, h], 1);
              wrong = h @ x;
              z = half(sum(h, axis = 1));
              output y = z;
            }
            """;

    private final SourceFile file = new SourceFile("Net.nn", TEXT);

    private Facts elaborated(Facts facts) {
        Diagnostics diagnostics = new Diagnostics();
        Program program = Parser.parse(file, diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        Elaborator.elaborate(List.of(program), List.of(), Options.of(false), diagnostics, facts);
        assertThat(diagnostics.hasErrors()).isTrue();
        return facts;
    }

    /** The place of a text within the first place where another stands. */
    private Span span(String around, String text) {
        int start = TEXT.indexOf(around) + around.indexOf(text);
        return new Span(file, start, start + text.length());
    }

    @Test
    void namesAndExpressionsMeanWhatTheyMeanThere() {
        Facts facts = elaborated(Facts.about(Set.of(file)));

        assertThat(facts.at(span("h = half(x)", "h"))).containsExactly(new Facts.Known("float[N, 8]", true));
        assertThat(facts.at(span("h = concat", "h"))).containsExactly(new Facts.Known("float[N, 16]", true));
        assertThat(facts.at(span("half(x)", "half(x)"))).containsExactly(new Facts.Known("float[N, 8]", true));
        assertThat(facts.at(span("size N", "N"))).containsExactly(new Facts.Known("the size N", false));
    }

    @Test
    void aBodyThatIsExecutedSeveralTimesMeansAllOfIt() {
        Facts facts = elaborated(Facts.about(Set.of(file)));

        assertThat(facts.at(span("half(v)", "v")))
                .extracting(Facts.Known::text)
                .containsExactly("float[N, 8]", "float[N]");
    }

    @Test
    void anErroneousNameMeansNothingAndWhatDoesNotNeedItStaysKnown() {
        Facts facts = elaborated(Facts.about(Set.of(file)));

        assertThat(facts.at(span("wrong =", "wrong"))).isEmpty();
        assertThat(facts.at(span("z = half", "z"))).containsExactly(new Facts.Known("float[N]", true));
    }

    @Test
    void namesComeFromWhereTheyWereLastBound() {
        Facts facts = elaborated(Facts.about(Set.of(file)));

        assertThat(facts.origin(span("sum(h,", "h"))).contains(span("h = concat", "h"));
        assertThat(facts.origin(span("([h, h]", "h"))).contains(span("h = half", "h"));
        assertThat(facts.origin(span("= half(x)", "half"))).contains(span("function half", "half"));
        assertThat(facts.origin(span("sum(h,", "sum"))).isEmpty();
    }

    @Test
    void nothingIsKeptOfFilesThatNobodyAsksAbout() {
        Facts facts = elaborated(Facts.none());

        assertThat(facts.at(span("h = half(x)", "h"))).isEmpty();
        assertThat(facts.origin(span("sum(h,", "h"))).isEmpty();
        assertThat(facts.visible(file)).isEmpty();
    }
}
