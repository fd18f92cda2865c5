package samples.penguins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.runtime.Model;
import dev.leibniz.training.Fit;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's network in an application module, linked by {@code jlink} into images of Java that hold what it needs and no more. */
final class ImageTest {
    private static final String VECTORS = "jdk.incubator.vector";

    private static final String MODULE = """
            module app {
                requires dev.leibniz.training;
                requires static jdk.incubator.vector;
            }
            """;

    private static final String PROGRAM = """
            package samples.penguins;

            import dev.leibniz.training.*;
            import dev.leibniz.training.data.*;
            import dev.leibniz.training.page.*;
            import java.nio.file.Path;
            import java.util.List;

            public final class App {
                public static void main(String[] arguments) throws Exception {
                    List<Table> parts = Table.read(Path.of(arguments[0])).split(1, 0.7, 0.3);
                    Preparation preparation = Preparation.builder()
                            .input("x")
                            .standardised("beak_length_mm", "beak_depth_mm", "flipper_length_mm", "body_mass_g")
                            .oneHot("island", "sex")
                            .input("species")
                            .category("species")
                            .fit(parts.get(0));
                    Penguins net = Penguins.initialise(1);
                    Fit fit = Fit.of(net.asModel(), preparation.apply(parts.get(0)))
                            .epochs(60)
                            .batchSize(16)
                            .watch(RunPage.file(Path.of(arguments[1])));
                    History history = fit.run();
                    if (arguments.length > 2) {
                        Curves.writePng(history, Path.of(arguments[2]));
                    }
                    double accuracy = fit.measure(preparation.apply(parts.get(1)))[1];
                    System.out.println(Penguins.KERNELS.getClass().getSimpleName() + " " + accuracy);
                }
            }
            """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void compileTheModule() throws IOException {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        List<String> command =
                new ArrayList<>(List.of("-proc:none", "-p", libraries("fastcsv"), "--add-modules", VECTORS));
        command.addAll(List.of("-d", folder.resolve("app").toString()));
        command.add(
                Files.writeString(sources.resolve("module-info.java"), MODULE).toString());
        command.add(Files.writeString(sources.resolve("App.java"), PROGRAM).toString());
        try (Stream<Path> generated = Files.list(Path.of("target/generated-sources/nn/samples/penguins"))) {
            generated.map(Path::toString).forEach(command::add);
        }
        run("javac", command);
        try (InputStream rows = Objects.requireNonNull(PenguinsApplication.class.getResourceAsStream("penguins.csv"))) {
            Files.copy(rows, folder.resolve("penguins.csv"));
        }
    }

    /** The runtime, training and others, from the class path. */
    private static String libraries(String... names) {
        Stream<String> ours = Stream.of(Model.class, Fit.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(place -> Path.of(URI.create(place.toString())).toString());
        Stream<String> others = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> Stream.of(names).anyMatch(place::contains));
        return Stream.concat(ours, others).collect(Collectors.joining(File.pathSeparator));
    }

    private static void run(String tool, List<String> arguments) {
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages, true);
        int status = ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments.toArray(new String[0]));
        assertThat(status).as(messages.toString()).isZero();
    }

    private static Path image(String name, String... options) {
        Path image = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("--strip-debug", "--no-header-files", "--no-man-pages"));
        command.addAll(List.of("--module-path", folder.resolve("app") + File.pathSeparator + libraries("fastcsv")));
        command.addAll(List.of("--add-modules", "app", "--output", image.toString()));
        command.addAll(List.of(options));
        run("jlink", command);
        return image;
    }

    private static List<String> java(Path image, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve(image.getFileName() + ".txt");
        List<String> command = new ArrayList<>(List.of(image.resolve("bin/java").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        return Files.readAllLines(out);
    }

    /** Trains with an image, or another home of Java. */
    private static void trains(Path image, String kernels, String... options) throws IOException, InterruptedException {
        Path page = folder.resolve(image.getFileName() + ".html");
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-m", "app/samples.penguins.App"));
        arguments.addAll(List.of(folder.resolve("penguins.csv").toString(), page.toString()));
        List<String> out = java(image, arguments.toArray(new String[0]));

        String[] last = out.get(out.size() - 1).split(" ");
        assertThat(last[0]).isEqualTo(kernels);
        assertThat(Double.parseDouble(last[1])).isGreaterThan(0.9);
        assertThat(page).content().contains("uPlot", "<html");
    }

    @Test
    void anImageHasTheBaseOfTheJdkAndOneSmallModule() throws Exception {
        Path image = image("plain");

        assertThat(java(image, "--list-modules"))
                .extracting(line -> line.split("@")[0])
                .containsExactlyInAnyOrder(
                        "app",
                        "de.siegmar.fastcsv",
                        "dev.leibniz.runtime",
                        "dev.leibniz.training",
                        "java.base",
                        "jdk.httpserver");
        trains(image, "PenguinsScalarKernels");
    }

    @Test
    void anImageWithVectorsTrainsOnThemIfStartedSo() throws Exception {
        Path image = image("vectors", "--add-modules", VECTORS);

        trains(image, "PenguinsVectorKernels", "--add-modules", VECTORS);
        trains(image, "PenguinsScalarKernels");
    }

    @Test
    void picturesNeedTheirTwoModules() throws Exception {
        String path = folder.resolve("app") + File.pathSeparator + libraries("fastcsv", "xchart");
        Path picture = folder.resolve("curves.png");

        java(
                Path.of(System.getProperty("java.home")),
                "-p",
                path,
                "--add-modules",
                "java.desktop,xchart",
                "-m",
                "app/samples.penguins.App",
                folder.resolve("penguins.csv").toString(),
                folder.resolve("run.html").toString(),
                picture.toString());

        assertThat(picture).isNotEmptyFile();
    }
}
