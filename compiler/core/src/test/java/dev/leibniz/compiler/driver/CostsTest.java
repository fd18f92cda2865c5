package dev.leibniz.compiler.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.emit.Goldens;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.syntax.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What plans cost, by the compiler's own counts, with 64 for every free size: of all samples, and of networks that others are measured with. */
final class CostsTest {
    private static final Path SAMPLES = Path.of("../../generated-samples");
    private static final Path YARDSTICKS = Path.of("src/test/resources/yardsticks");
    private static final long FREE_SIZE = 64;

    private static List<NetworkCode> networks = List.of();

    @BeforeAll
    static void scheduleNetworks() throws IOException {
        networks = new ArrayList<>();
        for (Path file : files()) {
            networks.addAll(scheduled(file, Map.of()));
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> samples = Files.walk(SAMPLES);
                Stream<Path> yardsticks = Files.list(YARDSTICKS)) {
            Stream<Path> sources = samples.filter(file -> file.toString().contains("/src/main/nn/"));
            return Stream.concat(sources.sorted(), yardsticks.sorted())
                    .filter(file -> file.toString().endsWith(".nn"))
                    .toList();
        }
    }

    private static List<NetworkCode> scheduled(Path file, Map<String, Long> sizes) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile source =
                new SourceFile(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
        CompileOptions options = new CompileOptions(
                CompileOptions.DEFAULTS.precision(), false, sizes, CompileOptions.DEFAULTS.training());
        LeibnizCompiler.Programs programs =
                new LeibnizCompiler.Programs(List.of(Parser.parse(source, diagnostics)), List.of());
        return Pipeline.networks(programs, options, Watch.silent(), diagnostics);
    }

    @Test
    void aGradientStepComputesAtMostThreeTimesWhatAForwardPassDoes() {
        for (NetworkCode network : networks) {
            Plan train = network.train().orElseThrow();
            assertThat(ratio(train.flops(), train.forwardFlops()))
                    .as(network.name())
                    .isBetween(1.5, 3.05);
        }
    }

    @Test
    void trainingNeedsLittleMoreMemoryThanIsInUseAtTheSameTime() {
        for (NetworkCode network : networks) {
            assertThat(memoryRatio(network)).as(network.name()).isBetween(1.0, 1.1);
        }
    }

    @Test
    void depthCostsPredictionNoMemory() throws IOException {
        Path tower = YARDSTICKS.resolve("Tower.nn");
        NetworkCode low = scheduled(tower, Map.of("Depth", 10L)).get(0);
        NetworkCode high = scheduled(tower, Map.of("Depth", 100L)).get(0);

        assertThat(high.predict().bytes(false)).isEqualTo(low.predict().bytes(false));
        assertThat(value(high.predict().flops()))
                .isGreaterThan(9 * value(low.predict().flops()));
    }

    @Test
    void theReadmeTellsTheCosts() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| network | forward FLOPs | gradient step | kernels | without fusion | peak bytes | lower bound | ratio |");
        lines.add("| --- | --- | --- | --- | --- | --- | --- | --- |");
        networks.forEach(network -> lines.add(row(network)));
        Goldens.verifySection("../../../../README.md", "costs", String.join("\n", lines) + "\n");
    }

    private static String row(NetworkCode network) {
        Plan train = network.train().orElseThrow();
        boolean inDouble = network.doublePrecision();
        return String.format(
                Locale.ROOT,
                "| `%s` | %,d | %.2f | %,d | %,d | %,d | %,d | %.2f |",
                network.name(),
                value(train.forwardFlops()),
                ratio(train.flops(), train.forwardFlops()),
                train.kernels().size(),
                train.operations(),
                value(train.bytes(inDouble)),
                value(train.leastBytes(inDouble)),
                memoryRatio(network));
    }

    private static double memoryRatio(NetworkCode network) {
        Plan train = network.train().orElseThrow();
        boolean inDouble = network.doublePrecision();
        return ratio(train.bytes(inDouble), train.leastBytes(inDouble));
    }

    private static double ratio(Size size, Size of) {
        return (double) value(size) / value(of);
    }

    private static long value(Size size) {
        return size.evaluate(name -> FREE_SIZE);
    }
}
