package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NewCommandTest {
    @TempDir
    private Path folder;

    private static List<String> files(Path project) throws IOException {
        try (Stream<Path> paths = Files.walk(project)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> project.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aProjectHasANetworkATableAnApplicationAndATest() throws IOException {
        Path project = folder.resolve("my-app");

        Session session = Session.run("new", project);

        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();
        assertThat(session.out()).endsWith("now: cd " + project + " && mvn verify\n");
        assertThat(files(project))
                .containsExactly(
                        ".gitignore",
                        "README.md",
                        "data/penguins.LICENSE.txt",
                        "data/penguins.csv",
                        "pom.xml",
                        "src/main/java/myapp/App.java",
                        "src/main/nn/myapp/Penguins.nn",
                        "src/test/java/myapp/AppTest.java");
        assertThat(Files.readString(project.resolve("pom.xml")))
                .contains("<artifactId>my-app</artifactId>")
                .contains("<groupId>myapp</groupId>")
                .doesNotContain("@")
                .doesNotContain("${project.version}");
        Path network = project.resolve("src/main/nn/myapp/Penguins.nn");
        assertThat(Session.run("check", network).status()).isZero();
        assertThat(Session.run("format", "--check", network).status()).isZero();
    }

    @Test
    void aPackageMayBeChosen() throws IOException {
        Session.run("new", "--package", "org.birds", folder.resolve("x"));

        assertThat(files(folder.resolve("x"))).contains("src/main/nn/org/birds/Penguins.nn");
    }

    @Test
    void aFolderWithFilesIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        Session session = Session.run("new", folder);

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.err()).startsWith("error[");
        assertThat(files(folder)).containsExactly("mine.txt");
    }

    @Test
    void whatIsNoPackageIsRefused() {
        Session session = Session.run("new", "--package", "int.x", folder.resolve("x"));

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.err()).contains("error[project-package]: `int.x` cannot be a Java package");
        assertThat(folder.resolve("x")).doesNotExist();
    }
}
