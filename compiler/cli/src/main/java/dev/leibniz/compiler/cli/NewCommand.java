package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.syntax.Word;
import dev.leibniz.runtime.io.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes projects. */
@Command(
        name = "new",
        description = "Makes a Maven project to start from: a network, a table, and an application that trains on it.",
        mixinStandardHelpOptions = true,
        versionProvider = Nnc.Version.class)
final class NewCommand implements Callable<Integer> {
    private static final String PACKAGE = "[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)*";

    @Parameters(paramLabel = "FOLDER", description = "Where; it must not exist yet, or be empty.")
    private Path folder = Path.of("");

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "The Java package, and the group of the project. Default: the letters of the folder's name.")
    private @Nullable String packageName;

    private final Console console;
    private final List<Path> begun = new ArrayList<>();
    private boolean isNew;

    NewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path absolute = folder.toAbsolutePath().normalize();
        String name =
                absolute.getFileName() == null ? "" : absolute.getFileName().toString();
        if (!name.matches("[A-Za-z0-9_.-]+")) {
            throw Failure.usage("project-name", "a project's name has letters, digits, - and _, found `" + name + "`");
        }
        String own = packageName == null ? packageOf(name) : packageName;
        if (!own.matches(PACKAGE)
                || Arrays.stream(own.split("\\.")).anyMatch(Word.keywords()::contains)
                || !SourceVersion.isName(own)) {
            throw Failure.usage(
                    "project-package", "`" + own + "` cannot be a Java package", "choose one with --package");
        }
        requireEmpty(absolute);
        isNew = !Files.exists(absolute);
        try {
            write(Template.of(name, own));
        } catch (Failure failure) {
            undo();
            throw failure;
        }
        console.out().println("now: cd " + folder + " && mvn verify");
        return 0;
    }

    private void write(Template template) {
        Path inPackage = Path.of(template.packageName.replace('.', '/'));
        Path java = Path.of("src", "main", "java").resolve(inPackage);
        Path test = Path.of("src", "test", "java").resolve(inPackage);
        Path nn = Path.of("src", "main", "nn").resolve(inPackage);
        write(template, "pom.xml", Path.of("pom.xml"));
        write(template, "README.md", Path.of("README.md"));
        write(template, "Penguins.nn", nn.resolve("Penguins.nn"));
        write(template, "App.java", java.resolve("App.java"));
        write(template, "AppTest.java", test.resolve("AppTest.java"));
        write(template, "penguins.csv", Path.of("data", "penguins.csv"));
        write(template, "penguins.LICENSE.txt", Path.of("data", "penguins.LICENSE.txt"));
        write(folder.resolve(".gitignore"), "target/\n");
    }

    private static String packageOf(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return letters.matches("[a-z].*") ? letters : "app" + letters;
    }

    private void requireEmpty(Path absolute) {
        if (Files.exists(absolute)) {
            try (Stream<Path> files = Files.list(absolute)) {
                if (files.findAny().isPresent()) {
                    throw Failure.usage("not-empty", folder + " is not empty");
                }
            } catch (IOException e) {
                throw Failure.usage(
                        "not-empty",
                        folder + " is not a folder that can be written to: " + new FileProblem(e).reason());
            }
        }
    }

    private void write(Template template, String source, Path file) {
        write(folder.resolve(file), template.fill(resource("new/" + source)));
        console.out().println(folder.resolve(file));
    }

    private void write(Path file, String text) {
        begun.add(file);
        Outputs.write(file, text);
    }

    /** Deletes what was written before something could not be: half a project is none, and would be in the way of the next try. */
    private void undo() {
        for (Path file : begun) {
            try {
                Files.deleteIfExists(file);
                Path made = file.getParent();
                for (; made != null && !made.equals(folder); made = made.getParent()) {
                    Files.deleteIfExists(made);
                }
                if (isNew) {
                    Files.deleteIfExists(folder);
                }
            } catch (IOException e) {
                // A folder that holds others yet, or cannot be changed any more: why is told already.
            }
        }
    }

    /** What stands in the places that files leave open. */
    private record Template(String name, String packageName, Properties versions) {
        static Template of(String name, String packageName) {
            Properties versions = new Properties();
            try {
                versions.load(new StringReader(resource("versions.properties")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Template(name, packageName, versions);
        }

        String fill(String text) {
            return text.replace("@name@", name)
                    .replace("@package@", packageName)
                    .replace("@version@", versions.getProperty("leibniz"))
                    .replace("@junit@", versions.getProperty("junit"));
        }
    }

    private static String resource(String name) {
        try (InputStream stream = NewCommand.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
