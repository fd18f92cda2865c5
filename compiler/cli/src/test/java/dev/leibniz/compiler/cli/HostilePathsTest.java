package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.runtime.io.Safetensors;
import dev.leibniz.runtime.io.StoredTensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages, imports, files and sizes that lead out of where they may, round in circles, or nowhere. */
final class HostilePathsTest {
    private static final String NETWORK = " network Net { size N; input x: float[N]; output y = x * 2; }";

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<String> written(Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> out.relativize(file.getParent()).toString())
                    .distinct()
                    .toList();
        }
    }

    @Test
    void whatIsGeneratedLiesInTheFolderOfItsPackage() throws IOException {
        Path source = file("elsewhere/Net.nn", "package a.b;" + NETWORK);

        assertThat(Session.run("compile", "-d", folder.resolve("out"), source).status())
                .isZero();
        assertThat(written(folder.resolve("out")))
                .containsExactly(Path.of("a", "b").toString());
        for (String name : List.of("..", "a..b", "/a", "a/b", "a\\b", "a.\0", ".a", "a.", "~")) {
            Path wrong = file("Wrong.nn", "package " + name + ";" + NETWORK);
            Session session = Session.run("compile", "-d", folder.resolve("wrong"), wrong);
            assertThat(session.status()).as(name).isEqualTo(1);
            assertThat(session.err()).contains("--> ").doesNotContain("compiler-bug");
            assertThat(folder.resolve("wrong")).doesNotExist();
        }
    }

    @Test
    void importsGoRoundInCirclesOnlyOnce() throws IOException {
        file("b/B.nn", "package b; import a.f; import b.g; import c.*; function g(x) = f(x);");
        file("c/C.nn", "package c; import b.g; function h(x) = x;");
        file("a/F.nn", "package a; import b.g; function f(x) = x;");
        Path source = file("a/Net.nn", "package a; import b.g; network Net { input x: float; output y = g(x); }");

        Session session = Session.run("check", source);

        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();
    }

    @Test
    void linksThatLeadToThemselvesAreNoPackages() throws IOException {
        Path source = file("a/Net.nn", "package a; import a.loop.loop.f; import a.dangling.*;" + NETWORK);
        Files.createSymbolicLink(folder.resolve("a/loop"), folder.resolve("a"));
        Files.createSymbolicLink(folder.resolve("a/dangling"), folder.resolve("a/dangling"));

        Session session = Session.run("check", source);

        assertThat(session.status()).isEqualTo(1);
        assertThat(session.err()).contains("error[import-not-found]").doesNotContain("compiler-bug");
    }

    @Test
    void aFolderOrALinkToNothingIsNoSource() throws IOException {
        Files.createDirectories(folder.resolve("Folder.nn"));
        Files.createSymbolicLink(folder.resolve("Nowhere.nn"), folder.resolve("nowhere"));
        for (Object name :
                List.of(folder.resolve("Folder.nn"), folder.resolve("Nowhere.nn"), "n".repeat(300) + ".nn", "a\0.nn")) {
            Session session = Session.run("check", name);
            assertThat(session.status()).isEqualTo(2);
            assertThat(session.err()).startsWith("error[").doesNotContain("compiler-bug");
        }
    }

    /** As where no locale is set, and paths can only be made of ASCII. */
    @Test
    void packagesThatNoPathCanNameAreToldInOneLine() throws IOException, InterruptedException {
        Path source = file("Net.nn", "package θ; import δ.f;" + NETWORK);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.leibniz.compiler.cli.Nnc",
                "compile",
                "-d",
                folder.resolve("out").toString(),
                source.toString());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(told).contains("error[import-not-found]").doesNotContain("compiler-bug");
        Files.writeString(source, "package θ;" + NETWORK);
        process = builder.start();
        told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isIn(0, 2);
        assertThat(told).doesNotContain("compiler-bug");
    }

    @Test
    void sizesBeyondArraysAreToldAsSuch() throws IOException {
        Path source = file("Net.nn", """
                package t;
                network Net {
                  size N;
                  size M;
                  input x: float[N];
                  input z: float[M * M * M, N];
                  output y = expand(x, 1) * x;
                  output s = sum(z);
                }
                """);
        Path out = folder.resolve("out.safetensors");
        Path in = folder.resolve("in.safetensors");

        assertThat(Session.run("run", source, "--in", in, "--out", out, "--size", "N=4294967296")
                        .err())
                .contains("must be a whole number from 1 to 2147483647");
        Safetensors.write(
                in,
                Map.of(),
                List.of(
                        StoredTensor.of("x", new long[] {60000}, new float[60000], 0),
                        StoredTensor.of("z", new long[] {1, 60000}, new float[60000], 0)));
        Session square = Session.run("run", source, "--in", in, "--out", out, "--size", "M=1");
        assertThat(square.status()).isEqualTo(1);
        assertThat(square.err()).contains("error[bad-value]").contains("need an array of 3600000000 elements");
        Session cube = Session.run("run", source, "--in", in, "--out", out, "--size", "M=2147483647");
        assertThat(cube.status()).isEqualTo(1);
        assertThat(cube.err()).startsWith("error[too-large]").doesNotContain("compiler-bug");
    }
}
