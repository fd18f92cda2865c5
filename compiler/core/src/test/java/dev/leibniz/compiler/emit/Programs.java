package dev.leibniz.compiler.emit;

import java.util.List;

/** Networks that between them use every kind of statement, index and expression. */
final class Programs {
    record Case(String name, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final String DIGITS = """
            package samples.digits;

            /** Tells handwritten digits apart. */
            network Digits {
              size N;
              size H = 64;

              input image: float[N, 64];
              input label: int[N] in 0..10;

              hidden = image |> dense(H) |> relu;
              logits = hidden |> dense(10);

              output digit = softmax(logits);
              loss   mean(cross_entropy(logits, label));
              metric accuracy = mean(argmax(logits) == label);
              train  sgd(rate = 0.1, momentum = 0.9);
            }
            """;

    private Programs() {}

    private static Case of(String name, String statements) {
        return new Case(name, "package t;\nnetwork Net {\n  size N;\n" + statements + "\n}\n");
    }

    static Case named(String name) {
        return all().stream()
                .filter(program -> program.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<Case> all() {
        return List.of(
                new Case("digits", DIGITS),
                of("elementwise functions", """
                          input x: float[N, 21];
                          param w: float[21] = normal(0, 1);
                          y = sin(x * w) + cos(x) * tanh(w) + sigmoid(x) * exp(-x * x) + log1p(abs(w * x)) + expm1(-abs(w));
                          z = erf(x * w) + floor(x) + round(x) * w + sqrt(abs(x) + 1) + sign(x) * w + max(x, w) - min(x, w * w);
                          output p = x < w && !(x > 0) ? y : z;
                          output q = x > 0;
                          loss mean(y * y) + mean(z);
                          train adam(rate = 0.01);
                        """),
                of("attention", """
                          size T;
                          input ids: int[N, T] in 0..11;
                          x = ids |> embedding(11, 8);
                          y = x |> transformer_block(2, 16, causal = true);
                          logits = y |> dense(11);
                          output p = softmax(logits);
                          loss mean(cross_entropy(logits[:, 0:T-1], ids[:, 1:T]));
                          metric accuracy = mean(argmax(logits) == ids);
                          train sgd(rate = 0.01);
                        """),
                of("shapes", """
                          input x: float[N, 3, 4];
                          param w: float[4, 5] = he_uniform();
                          a = concat([x @ w, pad(x, [[0, 0], [0, 0], [0, 1]], value = 2)], 1);
                          b = cumsum(reverse(a, 2), 1);
                          c = permute(b, 0, 2, 1);
                          output p = reshape(c, [N, 30]);
                          output q = max(c, axis = 1);
                          output k = argmax(c, axis = 1);
                          loss sum(c[:, -1, :] * c[:, 0, :]) / N + prod(w[0, 0:3]);
                          metric biggest = max(c);
                          metric smallest = min(c);
                          train sgd(rate = 0.001);
                          train lion();
                        """),
                of("groups and hypers", """
                          input x: float[N, 12];
                          hyper strength = 0.25;
                          hyper rate = 0.05;
                          h = x |> dense(12) |> group_norm(3) |> gelu;
                          g = h |> rms_norm |> dense(12, bias = false) |> layer_norm;
                          output p = g;
                          loss mean(squared_error(g, x)) + strength * mean(g * g);
                          train rmsprop(rate = rate);
                        """),
                of("states", """
                          input x: float[N, 6, 4];
                          state steps: float = 0;
                          next steps = steps + 1;
                          h = x |> batch_norm;
                          for i in 0..2 { h = h |> dense(4) |> batch_norm(momentum = 0.2) |> gelu; }
                          output p = h;
                          output count = steps;
                          loss mean(squared_error(h, x));
                          train sgd(rate = 0.05);
                        """),
                of("randomness", """
                          input x: float[N, 12];
                          h = x |> dense(20) |> relu |> dropout(0.25) |> dense(12) |> dropout(0.5);
                          noisy = h + 0.1 * normal([N, 12]) * uniform([12]);
                          output p = noisy;
                          loss mean(squared_error(noisy, x));
                          train sgd(rate = 0.05);
                        """),
                of("inference only", """
                          input x: float[N, 7];
                          output p = x |> dense(3) |> softmax;
                        """));
    }
}
