package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.driver.LeibnizCompiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NncTest {
    @TempDir
    private Path folder;

    /** Arguments that are wrong usage, and what is said about them. */
    private record Misuse(List<String> arguments, String message) {}

    static Stream<Misuse> misuses() {
        return Stream.of(
                new Misuse(List.of(), "error[usage]: missing command\n  = help: nnc --help\n"),
                new Misuse(List.of("chekc"), """
                        error[usage]: there is no command or option `chekc`
                          = help: did you mean `check`?
                          = help: nnc --help
                        """),
                new Misuse(
                        List.of("check"),
                        "error[usage]: missing required parameter: 'FILE'\n  = help: nnc check --help\n"),
                new Misuse(
                        List.of("compile", "Net.nn"),
                        "error[usage]: missing required option: '-d=OUT'\n  = help: nnc compile --help\n"),
                new Misuse(List.of("check", "--precision", "half", "Net.nn"), """
                        error[usage]: invalid value for option '--precision': must be float or double, found half
                          = help: nnc check --help
                        """),
                new Misuse(List.of("check", "--size", "N=0", "Net.nn"), """
                        error[usage]: invalid value for option '--size' (NAME=VALUE): must be a whole number from 1 to 2147483647, found 0
                          = help: nnc check --help
                        """),
                new Misuse(List.of("compile", "-d", "out", "--print-after", "simplfy", "no/Net.nn"), """
                        error[no-such-pass]: there is no pass `simplfy`
                          = help: did you mean `simplify`?
                          = help: the passes are pin, stabilise, differentiate, unpin, prune, canonicalise, stabilise derivatives, simplify, hoist out of loops, sum behind loops, prune again, specialise; all stands for each of them
                        """),
                new Misuse(List.of("compile", "-d", "out", "--print-after", "inline", "no/Net.nn"), """
                        error[no-such-pass]: there is no pass `inline`
                          = help: the passes are pin, stabilise, differentiate, unpin, prune, canonicalise, stabilise derivatives, simplify, hoist out of loops, sum behind loops, prune again, specialise; all stands for each of them
                        """),
                new Misuse(List.of("compile", "-d", "out", "--without", "FoldSelect,FoldConstant", "no/Net.nn"), """
                        error[no-such-rule]: there is no rule `FoldConstant`
                          = help: did you mean `FoldConstants`?
                          = help: nnc explain --rules FILE lists those that are applied to a network
                        """),
                new Misuse(List.of("compile", "-d", "out", "--without", "DecomposeComposite", "no/Net.nn"), """
                        error[needed-rule]: there is no code for what the rule `DecomposeComposite` replaces
                          = help: leave it on
                        """),
                new Misuse(List.of("compile", "-d", "out", "--unsafe", "FoldSelect", "no/Net.nn"), """
                        error[no-such-rule]: the rule `FoldSelect` is safe and on by itself
                          = help: the unsafe rules are FoldMultiplyByZero, FoldSelfQuotient
                        """),
                new Misuse(List.of("check", "no/Net.nn"), "error[no-such-file]: there is no file no/Net.nn\n"));
    }

    @ParameterizedTest
    @MethodSource("misuses")
    void wrongUsageIsStatusTwoAndSaysWhatIsWrong(Misuse misuse) {
        Session session = Session.run(misuse.arguments().toArray());

        assertThat(session.err()).isEqualTo(misuse.message());
        assertThat(session.status()).isEqualTo(2);
        assertThat(session.out()).isEmpty();
    }

    @Test
    void networksOfTwoFilesMustNotGenerateTheSameClass() throws IOException {
        Path digits = Files.writeString(folder.resolve("Digits.nn"), """
                package t;
                network Digits { input x: float[3]; output y = x; }
                """);
        Path kernels = Files.writeString(folder.resolve("Other.nn"), """
                package t;
                network DigitsKernels { input x: float[3]; output y = x; }
                """);
        Path elsewhere = Files.writeString(folder.resolve("Elsewhere.nn"), """
                package u;
                network DigitsModel { input x: float[3]; output y = x; }
                """);

        Session session = Session.run("check", digits, kernels, elsewhere);

        assertThat(session.status()).isEqualTo(1);
        assertThat(session.err().lines().filter(line -> line.startsWith("error")))
                .containsExactly("error[taken-name]: a network cannot be called `DigitsKernels`: that is a class of the"
                        + " network `Digits`");
        assertThat(session.err()).contains("::: " + digits + ":2");
    }

    @Test
    void compilePrintsWhatNetworksCostAndHowLongItsStagesTook() throws IOException {
        Path file = Files.writeString(folder.resolve("Net.nn"), """
                package t;
                network Kept {
                  size N;
                  input x: float[N, 2];
                  output y = x |> dense(8) |> tanh |> dense(1);
                  loss sum(y^2);
                  train sgd(rate = 0.1);
                }
                network Again {
                  size N;
                  input x: float[N, 2];
                  output y = x |> dense(8) |> tanh |> dense(1) |> checkpoint;
                  loss sum(y^2);
                }
                """, StandardCharsets.UTF_8);

        Session session = Session.run("compile", "--costs", "--timings", "-d", folder.resolve("out"), file);

        assertThat(session.err()).isEmpty();
        assertThat(session.out())
                .startsWith("""
                        Kept: 33 parameters, 132 bytes; N = 64
                          predict
                            FLOPs                 4,160  65*N
                            peak bytes            4,096  64*N
                              lower bound         4,096  64*N
                              times lower bound    1.00
                            kernels                   2
                              from operations         5
                          evaluate
                            FLOPs                 4,288  67*N
                            peak bytes            4,096  64*N
                              lower bound         4,096  64*N
                              times lower bound    1.00
                            kernels                   2
                              from operations         7
                          loss and gradient
                            FLOPs                10,049  157*N + 1
                              times forward        2.34
                            peak bytes            6,144  96*N
                              lower bound         6,144  96*N
                              times lower bound    1.00
                            kernels                   8
                              from operations        16
                        """)
                .contains("Again: 33 parameters")
                .containsPattern("(?s)stage +ms +share\n.*parse .*differentiate .*schedule .*total +[0-9.]+\n");
    }

    @Test
    void compilePrintsGraphsAsPassesLeaveThem() throws IOException {
        Path file = file("Net.nn", """
                package t;
                network Net {
                  size N;
                  input x: float[N];
                  output y = softplus(x);
                }
                """);

        Session session = Session.run(
                "compile", "-d", folder.resolve("out"), "--print-after", "pin", "--print-after", "specialise", file);
        Session all = Session.run("compile", "-d", folder.resolve("out"), "--print-after", "all", file);

        assertThat(session.err()).isEmpty();
        assertThat(session.out()).isEqualTo("""
                Net, predict, after pin
                  Net.nn:4  x  float[N]  = input
                  Net.nn:5  y  float[N]  = softplus(x)
                  gives y

                Net, predict, after specialise
                  Net.nn:4  x   float[N]  = input
                  Net.nn:5  v2  float[N]  = max(x, 0)
                  Net.nn:5  v3  float[N]  = abs(x)
                  Net.nn:5  v4  float[N]  = -v3
                  Net.nn:5  v5  float[N]  = exp(v4)
                  Net.nn:5  v6  float[N]  = log1p(v5)
                  Net.nn:5  y   float[N]  = v2 + v6
                  gives y
                """);
        assertThat(all.out().lines().filter(line -> line.startsWith("Net, ")))
                .hasSize(LeibnizCompiler.passes().size());
    }

    @Test
    void explainPrintsTheDerivation() throws IOException {
        Path file = Files.writeString(folder.resolve("Net.nn"), """
                package t;
                network Net {
                  size N;
                  input x: float[N, 2];
                  param W: float[2, 3] = zeros();
                  y = x @ W;
                  loss sum(y^2) / 2;
                }
                """, StandardCharsets.UTF_8);

        Session session = Session.run("explain", file);

        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();
        assertThat(session.out()).isEqualTo("""
                network Net

                  y = x @ W
                  loss = reshape(sum(y^2) / 2, [])

                  derivatives of the loss: xBar is that by x, of the shape of x

                  xBar = y @ W'    through contract to y
                  WBar = x' @ y    through contract to y
                """);
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        Session help = Session.run("check", "--help");
        Session version = Session.run("--version");

        assertThat(help.out()).startsWith("Usage: nnc check ");
        assertThat(version.out()).startsWith("nnc ");
        assertThat(List.of(help, version))
                .allMatch(session -> session.status() == 0 && session.err().isEmpty());
    }

    @Test
    void errorsOfAllFilesAreShownAtOnce() throws IOException {
        Path first = file("First.nn", "package a;\nnetwork First {\n  y = ;\n}\n");
        Path second = file("Second.nn", "package a;\nnetwork {}\n");

        Session session = Session.run("check", first, second);

        assertThat(session.status()).isEqualTo(1);
        assertThat(session.err())
                .contains("--> " + first + ":3:7\n", "3 |   y = ;\n", "\n\nerror[", "--> " + second + ":2:");
        assertThat(session.out()).isEmpty();
    }

    @Test
    void aFileThatIsNotUtf8IsAnErrorOfTheFile() throws IOException {
        Path file = Files.write(folder.resolve("Latin.nn"), "// é".getBytes(StandardCharsets.ISO_8859_1));

        Session session = Session.run("check", file);

        assertThat(session.status()).isEqualTo(1);
        assertThat(session.err()).startsWith("error[bad-encoding]: ");
    }

    @Test
    void aSizeThatNoNetworkHasIsAWarning() throws IOException {
        Path file = file(
                "Net.nn",
                "package a;\nnetwork Net {\n  size Hidden = 4;\n  input x: float[Hidden];\n  output y = x;\n}\n");

        Session session = Session.run("check", "--size", "Hiden=8", file);

        assertThat(session.status()).isZero();
        assertThat(session.err()).isEqualTo("""
                        warning[unknown-size]: a value is given for the size `Hiden`, which no network has
                          = help: did you mean `Hidden`?
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gradcheck", "explain", "explain --rules", "explain --schedule", "bench --seconds 0.01"})
    void everyCommandWarnsOnceOfASizeThatNoNetworkHas(String command) throws IOException {
        Path file = file(
                "Net.nn",
                "package a;\nnetwork Net {\n  size Hidden = 4;\n  input x: float[Hidden];\n  loss sum(x);\n}\n");
        List<Object> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of("--size", "Hiden=8", file));

        Session session = Session.run(arguments.toArray());

        assertThat(session.status()).isZero();
        assertThat(session.err()).isEqualTo("""
                        warning[unknown-size]: a value is given for the size `Hiden`, which no network has
                          = help: did you mean `Hidden`?
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gradcheck", "explain", "bench", "run --in a --out b"})
    void aSecondFileIsOneTooMany(String command) throws IOException {
        Path file = file("Net.nn", "package a;");
        List<Object> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of(file, "Other.nn"));

        Session session = Session.run(arguments.toArray());

        String name = "nnc " + command.split(" ")[0];
        assertThat(session.status()).isEqualTo(2);
        assertThat(session.err())
                .isEqualTo("error[usage]: `" + name + "` takes one file, but `Other.nn` is one more\n  = help: " + name
                        + " --help\n");
    }

    @Test
    void nothingIsWrittenAfterErrors() throws IOException {
        Path file = file("Wrong.nn", "network");

        Session session = Session.run("compile", "-d", folder.resolve("out"), file);

        assertThat(session.status()).isEqualTo(1);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void messagesAreJsonIfWanted() throws IOException {
        Path file = Files.writeString(folder.resolve("Net.nn"), """
                package a;
                function f(x) = sofmax(x);
                """);

        Session session = Session.run("check", "--json", file);

        assertThat(session.status()).isEqualTo(1);
        assertThat(session.err())
                .isEqualTo(
                        "{\"severity\": \"error\", \"code\": \"unknown-name\", \"message\": \"nothing is called `sofmax`\", "
                                + "\"file\": \"" + file
                                + "\", \"line\": 2, \"column\": 17, \"endLine\": 2, \"endColumn\": 23, "
                                + "\"labels\": [], \"notes\": [], \"help\": [\"did you mean `softmax`?\"]}\n");
        assertThat(Session.run("check", "--json", "no/Net.nn").err())
                .isEqualTo(
                        "{\"severity\": \"error\", \"code\": \"no-such-file\", \"message\": \"there is no file no/Net.nn\", "
                                + "\"labels\": [], \"notes\": [], \"help\": []}\n");
    }

    @Test
    void coloursAreAsWanted() {
        assertThat(Session.run("check", "--color", "always", "no/Net.nn").err()).contains("\u001B[1;31merror[");
        assertThat(Session.run("check", "--color", "never", "no/Net.nn").err()).doesNotContain("\u001B");
        assertThat(Session.run("check", "--color", "sometimes", "no/Net.nn").status())
                .isEqualTo(2);
    }

    @Test
    void theCompletionScriptKnowsCommandsAndOptions() {
        Session session = Session.run("completion");

        assertThat(session.status()).isZero();
        assertThat(session.out())
                .startsWith("#!/usr/bin/env bash")
                .contains("gradcheck", "--schedule", "--print-after");
    }
}
