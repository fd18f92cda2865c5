package dev.leibniz.compiler.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.syntax.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, arguments, defaults, parameters and states of the standard library and of built-in operations are those of the language. */
class StandardSignaturesTest {
    /** What is declared with at least these arguments, in this order and with these defaults. */
    static List<String> signatures() {
        return List.of(
                "relu(x)",
                "leaky_relu(x, slope = 0.01)",
                "elu(x)",
                "selu(x)",
                "gelu(x)",
                "gelu_tanh(x)",
                "silu(x)",
                "mish(x)",
                "hard_sigmoid(x)",
                "log_softmax(x, axis = -1)",
                "softmin(x, axis = -1)",
                "cross_entropy(logits, label)",
                "binary_cross_entropy(logits, target)",
                "squared_error(a, b)",
                "absolute_error(a, b)",
                "huber(a, b, delta = 1)",
                "hinge(score, target)",
                "kl_divergence(log_p, q)",
                "l1(x)",
                "l2(x)",
                "cosine_similarity(a, b)",
                "attention(q, k, v, mask = none, causal = false)",
                "clip(x, lo, hi)",
                "dense(units, bias = true)",
                "conv1d(out, kernel, stride = 1, padding = 0, dilation = 1, groups = 1, bias = true)",
                "conv2d(out, kernel, stride = 1, padding = 0, dilation = 1, groups = 1, bias = true)",
                "conv2d_transpose(out, kernel, stride = 1, padding = 0)",
                "batch_norm(momentum = 0.1, epsilon = 1e-5)",
                "layer_norm(epsilon = 1e-5)",
                "rms_norm(epsilon = 1e-5)",
                "group_norm(groups, epsilon = 1e-5)",
                "embedding(count, width)",
                "rnn(H)",
                "lstm(H)",
                "gru(H)",
                "multi_head_attention(heads, causal = false)",
                "feed_forward(width)",
                "transformer_block(heads, width, causal = false)",
                "residual(f)",
                "sgd(rate, momentum = 0, nesterov = false, decay = 0)",
                "adam(rate = 1e-3, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8)",
                "adamw(rate = 1e-3, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, decay = 0.01)",
                "rmsprop(rate = 0.01, alpha = 0.99, epsilon = 1e-8)",
                "adagrad(rate = 0.01)",
                "adadelta(rate = 1.0, rho = 0.9, epsilon = 1e-6)",
                "lion(rate = 1e-4, beta1 = 0.9, beta2 = 0.99)");
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void theLibraryDeclaresWhatTheLanguagePromises(String signature) {
        List<String> declared =
                declarations().stream().map(StandardSignaturesTest::signature).toList();
        String open = signature.substring(0, signature.length() - 1);

        assertThat(declared).anyMatch(each -> each.equals(signature) || each.startsWith(open + ", "));
    }

    @Test
    void everythingSaysWhatItComputes() {
        for (Declaration declaration : declarations()) {
            assertThat(declaration.doc()).as(declaration.name().text()).isPresent();
        }
    }

    private static List<Declaration> declarations() {
        return StandardLibrary.programs().stream()
                .flatMap(program -> program.declarations().stream())
                .toList();
    }

    private static String signature(Declaration declaration) {
        List<Declaration.Formal> formals = new ArrayList<>();
        if (declaration instanceof Declaration.Function function) {
            formals.addAll(function.formals());
        } else if (declaration instanceof Declaration.Layer layer) {
            formals.addAll(layer.configuration());
        } else if (declaration instanceof Declaration.Optimizer optimizer) {
            formals.addAll(optimizer.formals());
        }
        return declaration.name().text()
                + formals.stream()
                        .map(formal -> formal.name().text()
                                + formal.defaultValue()
                                        .map(value -> " = " + value.span().text())
                                        .orElse(""))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** A layer used as {@code h = x |> …}, the type of x, and the parameters and states that it owns. */
    record Owner(String use, String x, String... owned) {
        @Override
        public String toString() {
            return use;
        }
    }

    static List<Owner> owners() {
        String rows = "float[N, 4]";
        String sequences = "float[N, T, 4]";
        String images = "float[N, 4, 8, 8]";
        return List.of(
                new Owner("dense(3)", rows, "h.W float[4, 3]", "h.b float[3]"),
                new Owner("dense(3, bias = false)", sequences, "h.W float[4, 3]"),
                new Owner("conv1d(6, 3, groups = 2)", "float[N, 4, 8]", "h.W float[6, 2, 3]", "h.b float[6]"),
                new Owner("conv2d(6, [3, 2], groups = 2)", images, "h.W float[6, 2, 3, 2]", "h.b float[6]"),
                new Owner("conv2d(6, 3, bias = false)", images, "h.W float[6, 4, 3, 3]"),
                new Owner("conv2d_transpose(6, 3)", images, "h.W float[4, 6, 3, 3]", "h.b float[6]"),
                new Owner(
                        "batch_norm",
                        images,
                        "h.scale float[4]",
                        "h.shift float[4]",
                        "h.mean float[4]",
                        "h.variance float[4]"),
                new Owner("layer_norm", sequences, "h.scale float[4]", "h.shift float[4]"),
                new Owner("rms_norm", sequences, "h.scale float[4]"),
                new Owner("group_norm(2)", images, "h.scale float[4]", "h.shift float[4]"),
                new Owner("embedding(9, 5)", "int[N, T]", "h.table float[9, 5]"),
                new Owner("rnn(5)", sequences, "h.Wx float[4, 5]", "h.Wh float[5, 5]", "h.b float[5]"),
                new Owner("lstm(5)", sequences, "h.Wx float[4, 20]", "h.Wh float[5, 20]", "h.b float[20]"),
                new Owner(
                        "gru(5)",
                        sequences,
                        "h.Wx float[4, 15]",
                        "h.Wh float[5, 15]",
                        "h.b float[15]",
                        "h.bh float[15]"),
                new Owner(
                        "multi_head_attention(2)",
                        sequences,
                        "h.Wq float[4, 4]",
                        "h.Wk float[4, 4]",
                        "h.Wv float[4, 4]",
                        "h.Wo float[4, 4]",
                        "h.bq float[4]",
                        "h.bk float[4]",
                        "h.bv float[4]",
                        "h.bo float[4]"),
                new Owner(
                        "feed_forward(6)",
                        sequences,
                        "h.inner.W float[4, 6]",
                        "h.inner.b float[6]",
                        "h.outer.W float[6, 4]",
                        "h.outer.b float[4]"),
                new Owner("residual(dense(4))", rows, "h.dense.W float[4, 4]", "h.dense.b float[4]"),
                new Owner("residual(rms_norm)", rows, "h.rms_norm.scale float[4]"),
                new Owner("dropout(0.5)", rows),
                new Owner("max_pool(2)", images),
                new Owner("avg_pool([1, 2], stride = 1)", images));
    }

    @ParameterizedTest
    @MethodSource("owners")
    void aLayerOwnsWhatTheLanguageSays(Owner owner) {
        String sizes = owner.x().contains("T") ? "size N; size T; " : "size N; ";
        String range = owner.x().startsWith("int") ? " in 0..9" : "";
        for (String use : List.of("x |> " + owner.use(), called(owner.use()))) {
            Network network =
                    Elaborated.of(sizes + "input x: " + owner.x() + range + "; h = " + use + "; output y = h;");

            List<String> owned = new ArrayList<>();
            network.parameters().forEach(each -> owned.add(each.path() + " " + each.type()));
            network.states().forEach(each -> owned.add(each.path() + " " + each.type()));
            assertThat(owned).containsExactly(owner.owned());
        }
    }

    /** The same as a call: {@code dense(3)(x)}. */
    private static String called(String use) {
        return use.contains("(") ? use + "(x)" : use + "()(x)";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp(x) + log(x) + log1p(x) + expm1(x) + sqrt(x) + abs(x) + sign(x) + floor(x) + round(x)",
                "sin(x) + cos(x) + tanh(x) + sigmoid(x) + erf(x) + min(x, 1) + max(x, x) + pow(x, 2) + softplus(x)",
                "sum(x, axis = -1, keep = true) + mean(x, axis = [0, 1], keep = true) + max(x, axis = 0)",
                "min(x, axis = 1, keep = true) + prod(x, axis = 0) + var(x, axis = 1, keep = true, unbiased = true)",
                "argmax(x) + argmin(x, axis = 1) + argmax(x, axis = 1)",
                "logsumexp(x, axis = 1, keep = true) + norm(x, axis = 0) + cumsum(x, axis = 1)",
                "reshape(x, [N, 2*2]) + flatten(x) + transpose(permute(x, 1, 0))",
                "squeeze(expand(x, axis = 0), axis = 0) + broadcast(x[0], [N, 4])",
                "concat([x, x], axis = 1)[:, 0:4] + stack([x, x], axis = 0)[1] + split(x, 2, axis = -1)[0][:, 0:1]",
                "pad(x, [[0, 0], [1, 1]], value = 0)[:, 1:-1] + reverse(x, axis = 0)",
                "one_hot(ids, 4) + range(4) + zeros([4]) + ones([N, 4]) + full([4], 0.5)",
                "einsum(\"ni,ij->nj\", x, zeros([4, 4])) + einsum(\"ni->n\", x)[0] + einsum(\"ni,ni,i->ni\", x, x, x[0])",
                "softmax(x, axis = 0) + softmax(x) + stop_gradient(x) + dropout(x, rate = 0.5) + (x |> dropout(0.1))",
                "conv(expand(x, 1), zeros([1, 1, 3]), stride = 1, padding = \"same\", dilation = 1, groups = 1)[:, 0]",
                "conv_transpose(expand(x, 1), zeros([1, 1, 3]), stride = 1, padding = 1, dilation = 1, groups = 1)[:, 0]",
                "max_pool(2, stride = 1, padding = 1)(expand(x, 1))[:, 0, 1:] + avg_pool(1)(expand(x, 1))[:, 0]",
                "uniform([N, 4]) + normal([4]) + grad(sum(x^2), x)",
                "attention(x, x, x, mask = x @ x', causal = true) + attention(q = x, k = x, v = x, mask = x @ x' > 0)"
            })
    void operationsTakeTheArgumentsOfTheLanguage(String expression) {
        Network network = Elaborated.of(
                "size N; input x: float[N, 4]; input ids: int[N] in 0..4; y = " + expression + "; output z = y;");

        assertThat(network.outputs()).hasSize(1);
        assertThat(network.outputs().get(0).value().type().isFloat()).isEqualTo(!expression.startsWith("arg"));
    }
}
