package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages as people see them. */
final class PagesTest {
    private static final Path SAMPLES = Path.of("../../generated-samples");

    @TempDir
    private Path folder;

    private Browser browser;

    @BeforeEach
    void start() {
        browser = Browser.start();
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private Path explained(String network) {
        Path page = folder.resolve("page.html");
        Session session = Session.run(
                "explain",
                "--html",
                page,
                SAMPLES.resolve("benchmarks/src/main/nn/samples/benchmarks/" + network + ".nn"));
        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();
        return page;
    }

    @Test
    void aPageOfANetworkShowsFormulasAndWhatBelongsTogether() {
        browser.open(explained("Tiny"));

        assertThat(browser.all(".equations math")).hasSizeGreaterThan(12);
        assertThat(browser.evaluate(
                        "return document.querySelector('.equations mfrac').getBoundingClientRect().width > 20"))
                .isEqualTo(true);
        assertThat(browser.all(".picture .node.forward")).isNotEmpty();
        assertThat(browser.all(".picture .node.backward")).isNotEmpty();
        assertThat(browser.all(".memory .block")).isNotEmpty();
        assertThat(browser.all("details")).hasSizeGreaterThan(5);

        browser.click(browser.first("tbody:last-child tr[data-at='Tiny.nn:10']"));
        assertThat(browser.first(".source .line.lit").getText()).contains("h = x |> dense(16) |> relu;");
        assertThat(browser.all(".picture .node.lit")).isNotEmpty();

        browser.click(browser.first(".source .line[data-at='Tiny.nn:11']"));
        assertThat(browser.all("tr.lit"))
                .isNotEmpty()
                .allMatch(row -> row.getText().contains("Tiny.nn:11"));

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isEmpty();
    }

    @Test
    void hoveringShowsShapesFlopsAndBytesAndZoomChangesTheView() {
        browser.open(explained("Tiny"));
        browser.evaluate("document.querySelector('.picture').scrollIntoView({block: 'center'})");

        browser.hover(browser.first(".picture .node.forward[data-at='Tiny.nn:10'] rect"));
        assertThat(browser.first("#tip").getText())
                .contains("float[N, 16]")
                .contains("10,240 FLOPs = 160*N")
                .contains("bytes read")
                .contains("Tiny.nn:10");
        assertThat(browser.all(".edge.near")).isNotEmpty();

        String whole = browser.first(".picture svg").getDomAttribute("viewBox");
        browser.click(browser.first("[data-zoom='+']"));
        assertThat(browser.first(".picture svg").getDomAttribute("viewBox")).isNotEqualTo(whole);
        browser.click(browser.first("[data-zoom='fit']"));
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1400, light", "1400, dark", "400, light", "400, dark"})
    void aPageIsNoWiderThanItsWindow(int width, String scheme) {
        browser.resize(width, 900, scheme);
        browser.open(explained("Lstm"));

        assertThat((Long) browser.evaluate("return document.documentElement.scrollWidth - innerWidth"))
                .isLessThanOrEqualTo(0);
        String ground = scheme.equals("dark") ? "rgb(22, 24, 27)" : "rgb(253, 253, 251)";
        assertThat(browser.first("body").getCssValue("background-color").replace("rgba", "rgb"))
                .startsWith(ground.substring(0, ground.length() - 1));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aPageOfARunDrawsItsCurves() throws IOException {
        Path penguins = SAMPLES.resolve("penguins/src/main");
        Session session = Session.run(
                "train",
                penguins.resolve("nn/samples/penguins/Penguins.nn"),
                "--data",
                penguins.resolve("resources/samples/penguins/penguins.csv"),
                "--epochs",
                5,
                "--out",
                folder.resolve("model"));
        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();

        browser.open(folder.resolve("model/run.html"));
        assertThat(browser.first("#status").getText()).startsWith("epoch 5 of 5, done");
        assertThat(browser.all("#curves canvas")).hasSize(3);
        Object inked = browser.evaluate("""
                return [...document.querySelectorAll('#curves canvas')].map(canvas =>
                  canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
                    .filter((value, i) => i % 4 === 3 && value > 0).length);
                """);
        assertThat((List<?>) inked).allMatch(count -> (Long) count > 500);
        assertThat(browser.all("#confusion td")).hasSize(9);
        assertThat(browser.all("#tensors h3")).hasSize(4);
        browser.click(browser.first("#curves button"));
        assertThat(browser.first("#curves button").getText()).isEqualTo("linear");
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isEmpty();
        assertThat(Files.readString(folder.resolve("model/run.html")))
                .doesNotContain("src=\"http")
                .doesNotContain("href=\"http");
    }
}
