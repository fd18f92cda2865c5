package dev.leibniz.compiler.driver;

import java.util.List;
import java.util.stream.Stream;

/**
 * A use of something in the standard library, as a small network.
 *
 * @param name what is used
 * @param header declarations before it: {@code x} and other inputs, and {@code z}, which depends on {@code x} and a parameter
 * @param expression the use
 */
record LibraryEntry(String name, String header, String expression) {
    private static final String ROWS = "input x: float[N, 4]; param p: float[4] = normal(0, 1); z = 2 * x + p;";
    private static final String SEQUENCES =
            "size T; input x: float[N, T, 4]; param p: float[4] = normal(0, 1); z = 2 * x + p;";
    private static final String SIGNALS = "input x: float[N, 4, 6]; z = x;";
    private static final String IMAGES = "input x: float[N, 2, 5, 6]; z = x;";

    /** The network; its loss is bounded and smooth, and depends on each element in another way. */
    String text() {
        return """
                package t;
                network Net {
                  size N;
                  %s
                  y = %s;
                  output result = y;
                  loss mean(sin(y + 0.3)) + 0.1 * sum(cos(0.5 * y));
                  train sgd(rate = 0.05, momentum = 0.9);
                }
                """.formatted(header, expression);
    }

    boolean hasTime() {
        return header.contains("size T");
    }

    @Override
    public String toString() {
        return expression;
    }

    static List<LibraryEntry> all() {
        return Stream.of(functions(), losses(), layers(), images(), sequences())
                .flatMap(List::stream)
                .toList();
    }

    private static LibraryEntry rows(String name, String expression) {
        return new LibraryEntry(name, ROWS, expression);
    }

    private static LibraryEntry of(String name, String header, String expression) {
        return new LibraryEntry(name, header, expression);
    }

    private static List<LibraryEntry> functions() {
        return List.of(
                rows("relu", "relu(z)"),
                rows("leaky_relu", "leaky_relu(z)"),
                rows("leaky_relu", "leaky_relu(z, slope = 0.2)"),
                rows("relu6", "relu6(3 * z)"),
                rows("elu", "elu(z)"),
                rows("selu", "selu(z)"),
                rows("gelu", "gelu(z)"),
                rows("gelu_tanh", "gelu_tanh(z)"),
                rows("silu", "silu(z)"),
                rows("softplus", "softplus(z)"),
                rows("log_sigmoid", "log_sigmoid(z)"),
                rows("mish", "mish(z)"),
                rows("hard_sigmoid", "6 * hard_sigmoid(z)"),
                rows("softsign", "softsign(z)"),
                rows("softmax", "softmax(z)"),
                rows("softmax", "softmax(z, axis = 0)"),
                rows("log_softmax", "log_softmax(z)"),
                rows("log_softmax", "log_softmax(z, axis = 0)"),
                rows("softmin", "softmin(z)"),
                rows("clip", "clip(z, -1, 2)"),
                rows("cosine_similarity", "cosine_similarity(z, x)"),
                rows("bias_correction", "bias_correction(0.9, z^2 + 1)"));
    }

    private static List<LibraryEntry> losses() {
        return List.of(
                of("cross_entropy", ROWS + "input label: int[N] in 0..4;", "cross_entropy(z, label)"),
                rows("cross_entropy", "cross_entropy(z, softmax(x))"),
                rows("binary_cross_entropy", "binary_cross_entropy(z, sigmoid(x))"),
                rows("squared_error", "squared_error(z, x)"),
                rows("absolute_error", "absolute_error(z, x)"),
                rows("huber", "huber(z, x)"),
                rows("huber", "huber(z, x, delta = 0.5)"),
                rows("hinge", "hinge(z, sign(x))"),
                rows("kl_divergence", "kl_divergence(log_softmax(z), softmax(x))"),
                rows("l1", "l1(z)"),
                rows("l2", "l2(z)"));
    }

    private static List<LibraryEntry> layers() {
        return List.of(
                rows("dense", "x |> dense(3)"),
                rows("dense", "x |> dense(3, bias = false)"),
                rows("layer_norm", "x |> dense(5) |> layer_norm"),
                rows("rms_norm", "x |> dense(5) |> rms_norm"),
                of("group_norm", SIGNALS, "x |> group_norm(2)"),
                of("group_norm", IMAGES, "x |> group_norm(1, epsilon = 0.01)"),
                rows("batch_norm", "x |> dense(3) |> batch_norm"),
                of("batch_norm", SIGNALS, "x |> batch_norm(momentum = 0.3, epsilon = 0.01)"),
                of("batch_norm", IMAGES, "x |> conv2d(3, 2) |> batch_norm |> relu"),
                rows("residual", "x |> residual(dense(4))"),
                rows("residual", "x |> residual(feed_forward(5)) |> residual(layer_norm)"),
                rows("dropout", "x |> dense(6) |> dropout(0.3) |> dense(2)"),
                rows("dropout", "dropout(z, 0.5)"),
                rows("dropout", "x |> dense(4) |> residual(dropout(0.25)) |> batch_norm"),
                rows("feed_forward", "x |> feed_forward(6)"));
    }

    private static List<LibraryEntry> images() {
        return List.of(
                of("conv1d", SIGNALS, "x |> conv1d(3, 2)"),
                of(
                        "conv1d",
                        SIGNALS,
                        "x |> conv1d(4, 3, stride = 2, padding = 1, dilation = 2, groups = 2, bias = false)"),
                of("conv2d", IMAGES, "x |> conv2d(3, 2)"),
                of(
                        "conv2d",
                        IMAGES,
                        "x |> conv2d(2, [1, 3], stride = [2, 1], padding = [0, 2], dilation = [1, 2], groups = 2)"),
                of("conv2d", IMAGES, "x |> conv2d(2, 3, padding = \"same\", bias = false)"),
                of("conv2d", IMAGES, "(x |> conv2d(4, 2, groups = 2))[:, 1:, 1:, :-1] |> conv2d(2, 2)"),
                of(
                        "conv2d",
                        IMAGES,
                        "conv2d(3, 2, stride = 2)(reverse(pad(x, [[0, 0], [0, 0], [1, 0], [0, 2]]), axis = 3))"),
                of("conv2d_transpose", IMAGES, "x |> conv2d_transpose(3, 2)"),
                of("conv2d_transpose", IMAGES, "(x |> conv2d_transpose(2, 3, dilation = 2) |> relu)[:, :, 2:, 1:5]"),
                of(
                        "conv2d_transpose",
                        IMAGES,
                        "x |> conv2d_transpose(2, 3, stride = 2, padding = 1, output_padding = 1, groups = 2, bias = false)"),
                of("max_pool", IMAGES, "x |> conv2d(2, 2) |> max_pool(2, stride = 1, padding = 1)"),
                of("max_pool", SIGNALS, "x |> conv1d(2, 1) |> max_pool(3)"),
                of("avg_pool", IMAGES, "x |> conv2d(2, 2) |> avg_pool(2, padding = 1)"),
                of("avg_pool", SIGNALS, "x |> conv1d(2, 1) |> avg_pool(2)"));
    }

    private static List<LibraryEntry> sequences() {
        return List.of(
                of("embedding", "size T; input ids: int[N, T] in 0..5;", "ids |> embedding(5, 3)"),
                of("attention", SEQUENCES, "attention(z, x, x * x)"),
                of("attention", SEQUENCES, "attention(z, x, z, causal = true)"),
                of("masked", SEQUENCES, "attention(z, z, x, mask = expand(range(T), 0) <= expand(range(T), 1))"),
                of("masked", SEQUENCES, "attention(x, x, z, mask = z @ x')"),
                of("split_heads", SEQUENCES, "split_heads(z, 2)"),
                of("multi_head_attention", SEQUENCES, "x |> multi_head_attention(2)"),
                of("multi_head_attention", SEQUENCES, "x |> multi_head_attention(1, causal = true)"),
                of("transformer_block", SEQUENCES, "x |> transformer_block(2, 5)"),
                of("transformer_block", SEQUENCES, "x |> transformer_block(2, 3, causal = true)"),
                of("rnn", SEQUENCES, "x |> rnn(3)"),
                of("lstm", SEQUENCES, "x |> lstm(2)"),
                of("gru", SEQUENCES, "x |> gru(2)"),
                of("gru", SEQUENCES, "x |> gru(2) |> lstm(1) |> rnn(2)"),
                of("dropout", SEQUENCES, "x |> residual(dropout(0.2)) |> rnn(2) |> dropout(0.3)"));
    }
}
