package dev.leibniz.compiler.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.ir.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Small programs and what NumPy, or arithmetic on paper, says of their results. */
public final class ProgramCases {
    /** The package and the functions that the programs call. */
    public static final String FUNCTIONS = """
            package t;
            function half(x) = x / 2;
            function apply(f, x, times = 1) { for i in 0..times { x = f(x); } yield x; }
            function count(x: float[..., K]) = K;
            function kind(x: float[...]) = 5;
            function kind(x: int[...]) = 7;
            """;

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    private ProgramCases() {}

    /** The inputs of all programs, for N = 2. */
    public static Map<String, Tensor> inputs() {
        return Map.of(
                "x", new Tensor(new int[] {2, 3}, new double[] {1, 2, 3, 4, 5, 6}),
                "v", new Tensor(new int[] {3}, new double[] {1, -1, 2}),
                "k", new Tensor(new int[] {2}, new double[] {2, 0}));
    }

    /**
     * Statements that end with {@code output y = …;} after inputs {@code x: float[N, 3]} = [[1, 2, 3], [4, 5, 6]], {@code v: float[3]} = [1, −1, 2] and
     * {@code k: int[N]} = [2, 0].
     */
    public record Case(String statements, String type, double... expected) {
        /** The network as a declaration; {@link #FUNCTIONS} must stand before it. */
        public String network(String name) {
            return "network " + name + " { size N; input x: float[N, 3]; input v: float[3]; input k: int[N] in 0..3; "
                    + statements + " }";
        }

        /** Fails unless the numbers are those expected, up to rounding in double; NaN is NaN, and infinities are equal. */
        public void check(double[] actual) {
            check(actual, 1e-12);
        }

        /** Fails unless the numbers are those expected, up to a relative tolerance. */
        public void check(double[] actual, double tolerance) {
            assertThat(actual).as(statements).hasSameSizeAs(expected);
            for (int i = 0; i < expected.length; i++) {
                double close = tolerance * Math.max(1, Math.abs(expected[i]));
                boolean equal = Double.compare(actual[i] + 0.0, expected[i] + 0.0) == 0;
                assertThat(equal || Math.abs(actual[i] - expected[i]) <= close)
                        .as("%s is %s, not %s", statements, Arrays.toString(actual), Arrays.toString(expected))
                        .isTrue();
            }
        }

        @Override
        public String toString() {
            return statements;
        }
    }

    public static List<Case> all() {
        return List.of(
                // arithmetic
                new Case("output y = 2 * v + 1;", "float[3]", 3, -1, 5),
                new Case("output y = -v^2;", "float[3]", -1, -1, -4),
                new Case("output y = 2^3^2;", "int", 512),
                new Case("output y = 7 / 2;", "float", 3.5),
                new Case("output y = k / 2;", "float[N]", 1, 0),
                new Case("output y = k * k + 1;", "int[N]", 5, 1),
                new Case("output y = k + 0.5;", "float[N]", 2.5, 0.5),
                new Case("output y = (v > 0) + 1;", "float[3]", 2, 1, 2),
                new Case("output y = v > 0 && v < 2;", "bool[3]", 1, 0, 0),
                new Case("output y = !(v > 0) || v == 2;", "bool[3]", 0, 1, 1),
                new Case("output y = v > 0 ? v : k[0];", "float[3]", 1, 2, 2),
                new Case("output y = true ? 1 : unreachable(3);".replace("unreachable(3)", "v"), "int", 1),
                new Case("output y = N * v;", "float[3]", 2, -2, 4),
                new Case("output y = sum(x) / N;", "float", 10.5),
                new Case("size H = 6; output y = range(H/2) + H;", "int[3]", 6, 7, 8),
                new Case("h = 6; output y = zeros([2*(h/4)]) + 1;", "float[3]", 1, 1, 1),
                new Case("output y = sqrt(16) + exp(0) + abs(-2) + max(1, 3) + min(2.5, 2);", "float", 12),
                new Case("output y = max(v, 0);", "float[3]", 1, 0, 2),
                new Case("output y = k + k[0] * 3 - 1;", "int[N]", 7, 5),
                new Case("output y = -k;", "int[N]", -2, 0),
                new Case("output y = k * 1.5;", "float[N]", 3, 0),
                new Case("output y = 1 / k;", "float[N]", 0.5, INF),
                new Case("output y = k / k;", "float[N]", 1, NAN),
                new Case("output y = k^2;", "float[N]", 4, 0),
                new Case("output y = k^k;", "float[N]", 4, 1),
                new Case("output y = max(k, 1);", "int[N]", 2, 1),
                new Case("output y = min(k, 0.5);", "float[N]", 0.5, 0),
                new Case("output y = abs(k - 1);", "int[N]", 1, 1),
                new Case("output y = sign(k - 1);", "float[N]", 1, -1),
                new Case("output y = sqrt(k + 2);", "float[N]", 2, Math.sqrt(2)),
                new Case("output y = floor(v / 2);", "float[3]", 0, -1, 1),
                new Case("output y = round(v * 1.5);", "float[3]", 2, -2, 3),
                new Case("output y = k == 2;", "bool[N]", 1, 0),
                new Case("output y = k < 0.5;", "bool[N]", 0, 1),
                new Case("output y = k >= v[0];", "bool[N]", 1, 0),
                new Case("output y = (k > 1) == (k != 0);", "bool[N]", 1, 1),
                new Case("output y = (k > 1) * 2.5;", "float[N]", 2.5, 0),
                new Case("output y = (k > 1) / 2;", "float[N]", 0.5, 0),
                new Case("output y = (v > 0) * v;", "float[3]", 1, 0, 2),
                new Case("output y = k > 1 ? k : 7;", "int[N]", 2, 7),
                new Case("output y = k > 1 ? k : 0.5;", "float[N]", 2, 0.5),
                new Case("output y = k > 1 ? true : false;", "bool[N]", 1, 0),
                new Case("output y = v > 1 ? 1 : v < 0 ? -1 : 0;", "int[3]", 0, -1, 1),
                new Case("output y = 1 == 1.0 ? v : 2 * v;", "float[3]", 1, -1, 2),
                // special values
                new Case("output y = v / 0;", "float[3]", INF, -INF, INF),
                new Case("output y = 0 * (v / 0);", "float[3]", NAN, NAN, NAN),
                new Case("output y = 1 / (0 * v);", "float[3]", INF, -INF, INF),
                new Case("output y = sqrt(v);", "float[3]", 1, NAN, Math.sqrt(2)),
                new Case("output y = log(v) == log(v);", "bool[3]", 1, 0, 1),
                new Case("output y = log(v) != log(v);", "bool[3]", 0, 1, 0),
                new Case("output y = relu(log(v));", "float[3]", 0, NAN, Math.log(2)),
                new Case("output y = max(log(v), 0);", "float[3]", 0, NAN, Math.log(2)),
                new Case("output y = max(log(v));", "float", NAN),
                new Case("output y = v > 0 ? log(v) : 0;", "float[3]", 0, 0, Math.log(2)),
                new Case("output y = grad(sum(v > 0 ? log(v) : 0), v);", "float[3]", 1, 0, 0.5),
                new Case("output y = 0 * v == 0;", "bool[3]", 1, 1, 1),
                new Case("output y = softmax(v * 1000);", "float[3]", 0, 0, 1),
                new Case("output y = logsumexp(v / 0);", "float", INF),
                new Case("output y = argmax(x * 0, axis = 0);", "int[3]", 0, 0, 0),
                new Case("output y = argmin(k * 0, axis = 0);", "int", 0),
                // reductions
                new Case("output y = mean(k);", "float", 1),
                new Case("output y = sum(v > 0);", "float", 2),
                new Case("output y = sum(k == k);", "float", 2),
                new Case("output y = max(k);", "int", 2),
                new Case("output y = prod(k + 1);", "int", 3),
                new Case("output y = cumsum(k, 0);", "int[N]", 2, 2),
                new Case("output y = var(x[0:1], axis = 0);", "float[3]", 0, 0, 0),
                new Case("output y = sum(x);", "float", 21),
                new Case("output y = sum(x, axis = 0);", "float[3]", 5, 7, 9),
                new Case("output y = sum(x, -1, true);", "float[N, 1]", 6, 15),
                new Case("output y = mean(x, axis = [0, 1]);", "float", 3.5),
                new Case("output y = mean(v > 0);", "float", 2.0 / 3),
                new Case("output y = sum(k);", "int", 2),
                new Case("output y = var(v);", "float", 14.0 / 9),
                new Case("output y = var(v, unbiased = true);", "float", 14.0 / 6),
                new Case("output y = prod(x, axis = 1);", "float[N]", 6, 120),
                new Case("output y = max(x, axis = 0);", "float[3]", 4, 5, 6),
                new Case("output y = argmax(v);", "int", 2),
                new Case("output y = argmin(x, axis = 0);", "int[3]", 0, 0, 0),
                new Case("output y = norm(v);", "float", Math.sqrt(6)),
                new Case("output y = logsumexp([0, 0][0] + v * 0);", "float", Math.log(3)),
                new Case("output y = cumsum(x, 1);", "float[N, 3]", 1, 3, 6, 4, 9, 15),
                // contraction
                new Case("output y = x @ v;", "float[N]", 5, 11),
                new Case("output y = v @ x';", "float[N]", 5, 11),
                new Case("output y = v @ v;", "float", 6),
                new Case("output y = x' @ x;", "float[3, 3]", 17, 22, 27, 22, 29, 36, 27, 36, 45),
                new Case("output y = expand(x, 0) @ x';", "float[1, N, N]", 14, 32, 32, 77),
                new Case("output y = expand(x, 1) @ expand(expand(v, 1), 0);", "float[N, 1, 1]", 5, 11),
                new Case("output y = einsum(\"ni,i->n\", x, v);", "float[N]", 5, 11),
                new Case("output y = einsum(\"ni,i\", x, v);", "float[N]", 5, 11),
                new Case("output y = einsum(\"i,j,j->i\", v, v, v);", "float[3]", 6, -6, 12),
                new Case("output y = einsum(\"ni->\", x);", "float", 21),
                // shape
                new Case("output y = reshape(x, [3, N]);", "float[3, N]", 1, 2, 3, 4, 5, 6),
                new Case("output y = reshape(x, [-1]);", "float[3*N]", 1, 2, 3, 4, 5, 6),
                new Case("output y = reshape(x, [N, -1, 1]);", "float[N, 3, 1]", 1, 2, 3, 4, 5, 6),
                new Case("output y = flatten(expand(x, 1));", "float[N, 3]", 1, 2, 3, 4, 5, 6),
                new Case("output y = permute(x, 1, 0);", "float[3, N]", 1, 4, 2, 5, 3, 6),
                new Case("output y = transpose(x);", "float[3, N]", 1, 4, 2, 5, 3, 6),
                new Case("output y = squeeze(expand(v, 0), 0);", "float[3]", 1, -1, 2),
                new Case("output y = broadcast(v, [2, 3]);", "float[2, 3]", 1, -1, 2, 1, -1, 2),
                new Case("output y = concat([v, v * 2], 0);", "float[6]", 1, -1, 2, 2, -2, 4),
                new Case("output y = concat([x, x], 0);", "float[2*N, 3]", 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6),
                new Case("output y = stack([v, v], 1);", "float[3, 2]", 1, 1, -1, -1, 2, 2),
                new Case("[a, b, c] = split(x, 3); output y = c - a;", "float[N, 1]", 2, 2),
                new Case("output y = pad(v, [[1, 2]], value = 9);", "float[6]", 9, 1, -1, 2, 9, 9),
                new Case("output y = reverse(v, 0);", "float[3]", 2, -1, 1),
                new Case("output y = one_hot(k, 3);", "float[N, 3]", 0, 0, 1, 1, 0, 0),
                new Case("output y = ones([2]) * full([2], 3);", "float[2]", 3, 3),
                new Case("output y = v * shape(x)[1];", "float[3]", 3, -3, 6),
                // indices
                new Case("output y = x[:, k + 0 * k];", "float[N, N]", 3, 1, 6, 4),
                new Case("output y = k[k / 2 == 1 ? 0 : 1];", "int[N]", 2, 0),
                new Case("output y = one_hot(k, 3) @ v;", "float[N]", 2, 1),
                new Case("output y = one_hot(argmax(x), 3);", "float[N, 3]", 0, 0, 1, 0, 0, 1),
                new Case("output y = x[1];", "float[3]", 4, 5, 6),
                new Case("output y = x[:, -1];", "float[N]", 3, 6),
                new Case("output y = x[0, 1:];", "float[2]", 2, 3),
                new Case("output y = x[..., 0:2];", "float[N, 2]", 1, 2, 4, 5),
                new Case("output y = x[:-1];", "float[N - 1, 3]", 1, 2, 3),
                new Case("output y = x[N - 1, 0];", "float", 4),
                new Case("output y = v[k];", "float[N]", 2, 1),
                new Case("output y = x[:, k];", "float[N, N]", 3, 1, 6, 4),
                new Case("output y = v[k[0]];", "float", 2),
                new Case("output y = x[k[1], k[0]];", "float", 3),
                // calls
                new Case("output y = clip(x = v, lo = 0, hi = 1);", "float[3]", 1, 0, 1),
                new Case("output y = v |> clip(0, 1) |> sum;", "float", 2),
                new Case("f = relu; output y = f(v);", "float[3]", 1, 0, 2),
                new Case("output y = half(v);", "float[3]", 0.5, -0.5, 1),
                new Case("output y = apply(half, v, times = 2);", "float[3]", 0.25, -0.25, 0.5),
                new Case("output y = count(x);", "int", 3),
                new Case("output y = kind(v) + kind(k);", "int", 12),
                // loops and names
                new Case("for i in 0..3 { v = v + i; } output y = v;", "float[3]", 4, 2, 5),
                new Case("s = 0; for i in 3..0 { s = 10 * s + i; } output y = s;", "int", 210),
                new Case("output p = v * 2; output y = v; loss sum(p);", "float[3]", 2, -2, 4),
                new Case("output y = training ? v : v * 2;", "float[3]", 2, -2, 4),
                new Case("output y = dropout(v, 0.5);", "float[3]", 1, -1, 2),
                new Case("output y = v |> dropout(0.5);", "float[3]", 1, -1, 2),
                // derivatives
                new Case("output y = grad(sum(v^3), v);", "float[3]", 3, 3, 12),
                new Case("output y = grad(v^3, v);", "float[3]", 3, 3, 12),
                new Case("output y = grad(grad(v^3, v), v);", "float[3]", 6, -6, 12),
                new Case("[a, b] = grad(sum(x * v), [x, v]); output y = sum(a) + b;", "float[3]", 9, 11, 13),
                new Case("h = v * 2; output y = grad(sum(h^2), h);", "float[3]", 4, -4, 8),
                new Case("a = v * 2; b = v * 2; output y = grad(sum(a^2), b);", "float[3]", 0, 0, 0),
                new Case("a = v * 2; b = a; output y = grad(sum(a^2), b);", "float[3]", 4, -4, 8),
                new Case(
                        "e = zeros([3]); f = zeros([3]); l = sum((v + e)^2 + 3 * (v + f)); [a, b] = grad(l, [e, f]); "
                                + "output y = concat([a, b], 0);",
                        "float[6]",
                        2,
                        -2,
                        4,
                        3,
                        3,
                        3),
                new Case(
                        "h0 = zeros([N]); c0 = zeros([N]); scan t in 0..3 with h = h0, c = c0 { c = 0.5 * c + x[:, t]; h = h + c; } "
                                + "[a, b] = h |> sum |> grad([h0, c0]); output y = concat([a, b], 0);",
                        "float[2*N]",
                        1,
                        1,
                        0.875,
                        0.875),
                new Case("output y = grad(sum(stop_gradient(v) * v), v);", "float[3]", 1, -1, 2));
    }
}
