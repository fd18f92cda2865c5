package dev.leibniz.compiler.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that nobody means well with are elaborated or refused in words, on a small stack. */
class HostileProgramsTest {
    private static final int STACK = 512 * 1024;

    /** A program and the codes of the errors it gives. */
    record Case(String name, String program, List<String> codes) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case of(String name, String statements, String... codes) {
        return new Case(
                name, "package t; network Net { size N; input x: float[N, 4]; " + statements + " }", List.of(codes));
    }

    private static Case with(String name, String declarations, String statements, String... codes) {
        Case inner = of(name, statements, codes);
        return new Case(name, inner.program().replace("package t;", "package t; " + declarations), List.of(codes));
    }

    static List<Case> cases() {
        StringBuilder chain = new StringBuilder("function f0(x) = x;");
        for (int i = 1; i <= 3000; i++) {
            chain.append("function f").append(i).append("(x) = f").append(i - 1).append("(x);");
        }
        StringBuilder doubling = new StringBuilder("function f0(x) = exp(x);");
        for (int i = 1; i <= 100; i++) {
            doubling.append("function f")
                    .append(i)
                    .append("(x) = f")
                    .append(i - 1)
                    .append("(x) + f")
                    .append(i - 1)
                    .append("(x * ")
                    .append(i)
                    .append(");");
        }
        return List.of(
                of(
                        "many outputs",
                        IntStream.range(0, 250)
                                .mapToObj(i -> "output y" + i + " = x * " + i + ";")
                                .collect(Collectors.joining(" ")),
                        "too-many-tensors"),
                of("a sum of many terms", "output y = x" + " + x".repeat(5000) + ";"),
                of("a product of many layers", "output y = x" + " |> tanh".repeat(2000) + ";"),
                of("many definitions", "y = x; " + "y = y * 2 + 1; ".repeat(5000) + "output z = y;"),
                of("many transposes", "output y = x" + "'".repeat(2000) + ";"),
                of("many indices", "output y = reshape(x, [N, 4, 1])" + "[:]".repeat(1000) + ";"),
                of("deep brackets", "output y = " + "(-".repeat(140) + "x" + ")".repeat(140) + ";"),
                of("a deep choice", "output y = " + "x > 0 ? x : ".repeat(250) + "x;"),
                of("deep lists", "output y = exp(" + "[".repeat(200) + "x" + "]".repeat(200) + ");", "type-mismatch"),
                of("many axes", "y = x; for i in 0..40 { y = expand(y, 0); } output z = y;", "too-many-axes"),
                of("a huge power", "output y = x * (N + 1)^60;"),
                of(
                        "a size that overflows",
                        "size A = 4611686018427387904; output y = x * (A * A);",
                        "number-too-large"),
                of(
                        "a shape that overflows",
                        "output y = x * sum(zeros([4611686018427387904, 4]));",
                        "number-too-large"),
                of("a sum that overflows", "size A = 9223372036854775807; output y = x * (A + A);", "number-too-large"),
                of("a power that overflows", "size A = 4294967296; output y = x * A^3;", "number-too-large"),
                of(
                        "a declared shape that overflows",
                        "input y: float[4611686018427387904, 4]; output z = x;",
                        "number-too-large"),
                of("a declared shape that is too large", "input y: float[65536, 65536]; output z = x;", "too-large"),
                of(
                        "a declared shape of a free size and too much",
                        "input y: float[N, 65536, 65536]; output z = x * sum(y);",
                        "too-large"),
                of(
                        "a declared sum of sizes that overflows",
                        "input y: float[N + 4611686018427387904, 4]; output z = x;",
                        "number-too-large"),
                of("a tensor of 2^31 elements", "output y = x * sum(zeros([2147483648]));", "too-large"),
                of("a range of 2^31 elements", "output y = x * sum(range(2147483648));", "too-large"),
                of(
                        "a range that overflows",
                        "for i in -9223372036854775807..9223372036854775807 { } output y = x;",
                        "too-large"),
                of(
                        "a range of an input that overflows",
                        "input k: int[N] in -9223372036854775807..9223372036854775807; output y = x[k];",
                        "number-too-large"),
                of("an int beyond 32 bits", "input k: int[N]; output y = k * 4294967296;", "number-too-large"),
                of("an output beyond 32 bits", "output y = 2147483648;", "number-too-large"),
                of(
                        "a convolution without end",
                        "output y = conv(expand(x, 1), zeros([1, 1, 9223372036854775807]));",
                        "too-large"),
                of(
                        "a dilation that overflows",
                        "output y = conv(expand(x, 1), zeros([1, 1, 2147483647]), dilation = 1048576);",
                        "shape-mismatch"),
                of(
                        "padding that overflows",
                        "output y = conv(expand(x, 1), zeros([1, 1, 2147483647]), padding = \"same\", dilation = 1048576);",
                        "number-too-large"),
                of("padding beyond a long", "output y = pad(x, [[0, 9223372036854775807], [0, 0]]);", "too-large"),
                of(
                        "a concatenation that is too large",
                        "a = zeros([2000000000]); output y = x * sum(concat([a, a], 0));",
                        "too-large"),
                of(
                        "a flattened tensor that is too large",
                        "output y = x * sum(flatten(expand(zeros([65536]), 0) * expand(zeros([65536]), 1)));",
                        "too-large"),
                of(
                        "one-hot rows that are too large",
                        "input k: int[N]; output y = one_hot(k, 4294967296);",
                        "too-large"),
                of("too many parts", "output y = x * sum(split(zeros([2000000000]), 2000000000)[0]);", "too-large"),
                of(
                        "parameters that no array holds together",
                        "param a: float[2000000000] = zeros(); param b: float[2000000000] = zeros(); output y = x * sum(a) * sum(b);",
                        "too-large"),
                of(
                        "states that no array holds together",
                        "state a: float[2000000000] = 0; state b: float[2000000000] = 0; output y = x * sum(a) * sum(b);",
                        "too-large"),
                of("a number beyond 64 bits", "output y = x * 99999999999999999999;", "bad-number"),
                of("a number beyond doubles", "output y = x * 1e999;", "bad-number"),
                of("a table that is too large", "output y = x * sum(zeros([65536, 65536]));", "too-large"),
                of(
                        "an outer product that is too large",
                        "a = expand(range(65536), 1); output y = x * sum(a * range(65536));",
                        "too-large"),
                of("endless turns", "for i in 0..9000000000 { } output y = x;", "too-large"),
                of("turns in turns", "for i in 0..9000 { for j in 0..9000 { } } output y = x;", "too-large"),
                of("an index that is a list", "output y = x[[0, 1]];", "type-mismatch"),
                of("an empty list", "output y = concat([], 0);", "type-mismatch"),
                of("empty einsum", "output y = einsum(\"\", x);", "bad-einsum"),
                of("odd einsum", "output y = einsum(\"->,é\", x);", "bad-einsum"),
                of("a call of a number", "output y = 3(x);", "not-callable"),
                of("a pipe into a list", "output y = x |> [relu];", "not-callable"),
                of("an initialiser in arithmetic", "output y = x + zeros();", "type-mismatch"),
                of("a fraction of nothing", "output y = x * (1 / 0);"),
                of("size by zero", "output y = zeros([4 / 0]);", "type-mismatch"),
                of("none in arithmetic", "output y = x + none;", "type-mismatch"),
                of("a list of nothing to destructure", "[a] = []; output y = x + a;", "wrong-count"),
                with("a long chain of functions", chain.toString(), "output y = f3000(x);", "too-deep"),
                with("functions that double", doubling.toString(), "output y = f100(x);", "too-large"),
                with("a layer given to itself", "layer a(f)(x) { yield f(x); }", "output y = x |> a(a(a(a(relu))));"),
                with(
                        "an overload calling itself",
                        "function f(x: float[...]) = f(x); function f(x: int[...]) = x;",
                        "output y = f(x);",
                        "too-deep"),
                with(
                        "a default that needs itself",
                        "function f(x, k = k) = x * k;",
                        "output y = f(x);",
                        "unknown-name"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noProgramBreaksTheCompiler(Case row) throws InterruptedException {
        List<Diagnostic> reported = new ArrayList<>();
        List<Throwable> thrown = new ArrayList<>();
        Thread thread = new Thread(null, () -> reported.addAll(Elaborated.diagnostics(row.program())), "small", STACK);
        thread.setUncaughtExceptionHandler((t, fault) -> thrown.add(fault));
        thread.start();
        thread.join();

        assertThat(Optional.ofNullable(thrown.isEmpty() ? null : thrown.get(0))).isEmpty();
        assertThat(reported.stream()
                        .filter(Diagnostic::isError)
                        .map(Diagnostic::code)
                        .distinct())
                .containsExactlyElementsOf(row.codes());
    }
}
