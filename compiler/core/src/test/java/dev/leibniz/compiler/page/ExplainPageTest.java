package dev.leibniz.compiler.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.explain.Figures;
import dev.leibniz.compiler.source.SourceFile;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

final class ExplainPageTest {
    private static final String SOURCE = """
            package t;

            /** Less than a <b>line</b> & more. */
            network Small {
              size N;
              input x: float[N, 4];
              input label: int[N] in 0..3;
              h = x |> dense(5) |> relu;
              z = h |> dense(3);
              output p = softmax(z);
              loss   mean(cross_entropy(z, label));
              train  sgd(rate = 0.1);
            }

            network Loop {
              size N;
              input x: float[N, 7, 4];
              h = x |> lstm(4);
              output y = h[:, -1];
              loss   sum(y);
            }

            network Plain {
              input a: float[2];
              output b = a < 1 ? 2 * a : a;
            }
            """;

    private final String page = page(SOURCE);

    private static String page(String text) {
        SourceFile file = new SourceFile("some/Small.nn", text);
        CompileRequest request = CompileRequest.of(file, CompileOptions.DEFAULTS);
        return ExplainPage.of(file, Chapter.of(new LeibnizCompiler(), request), new Figures(Map.of("N", 8L)));
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void everyNetworkHasAChapterWithAllSections() {
        assertThat(all("<article id=\"(\\w+)\"", page)).containsExactly("Small", "Loop", "Plain");
        assertThat(all("<section id=\"([\\w-]+)\"", page)).hasSize(3 * 6).doesNotHaveDuplicates();
    }

    @Test
    void elementsAreClosedAndTextIsEscaped() {
        String body = page.substring(page.indexOf("<body>"), page.indexOf("<script>")) + "</body>";

        assertThatCode(() -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(body))))
                .doesNotThrowAnyException();
        assertThat(page).contains("Less than a &lt;b&gt;line&lt;/b&gt; &amp; more.");
    }

    @Test
    void whatComesFromALineNamesALineThatExists() {
        List<String> places = all("data-at=\"([^\"]*)\"", page);

        assertThat(places).contains("Small.nn:8", "Small.nn:11", "Small.nn:17");
        assertThat(places)
                .allMatch(place -> place.matches("Small\\.nn:\\d+")
                        && Integer.parseInt(place.substring(9))
                                <= SOURCE.lines().count());
    }

    @Test
    void derivativesAreMathematics() {
        assertThat(page)
                .contains("<mrow class=\"bar\"><mi>z</mi></mrow><mo>=</mo><mfrac>")
                .contains("<mtable><mtr><mtd><mn>0</mn></mtd><mtd><mrow><mtext>if\u00a0</mtext>");
        assertThat(all("<math[^>]*>(.*?)</math>", page)).hasSizeGreaterThan(30);
    }

    @Test
    void edgesJoinNodesOfOnePicture() {
        List<String> nodes = all("<g id=\"([^\"]*)\"", page);

        assertThat(nodes).doesNotHaveDuplicates();
        assertThat(nodes).containsAll(all("data-from=\"([^\"]*)\"", page));
        assertThat(nodes).containsAll(all("data-to=\"([^\"]*)\"", page));
        assertThat(all("data-from=\"(Small-\\d+)\"", page)).hasSizeGreaterThan(5);
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        assertThat(page).doesNotContain("src=", "href=\"http", "url(", "@import", "fetch(");
    }
}
