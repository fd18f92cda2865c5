package dev.leibniz.compiler.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.compiler.autodiff.Differentiate;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Convolutions and pools against sums written out, and the shapes they have. */
class WindowBuiltinsTest {
    private static final double NEGATIVE_INFINITY = Double.NEGATIVE_INFINITY;

    @ParameterizedTest
    @CsvSource({
        "'float[2, 3, 9]', 'conv(x, ones([4, 3, 3]))', 'float[2, 4, 7]'",
        "'float[2, 3, 9]', 'conv(x, ones([4, 3, 3]), stride = 2, padding = 1)', 'float[2, 4, 5]'",
        "'float[2, 3, 10]', 'conv(x, ones([4, 3, 3]), stride = 2, padding = 1)', 'float[2, 4, 5]'",
        "'float[N, 3, T]', 'conv(x, ones([4, 3, 3]), stride = 2, padding = 1)', 'float[N, 4, ((T + 1)/2)]'",
        "'float[N, 3, T]', 'conv(x, ones([4, 3, 4]), padding = \"same\")', 'float[N, 4, T]'",
        "'float[N, 4, 8, 9]', 'conv(x, ones([6, 2, 3, 2]), stride = [2, 1], groups = 2)', 'float[N, 6, 3, 8]'",
        "'float[N, 4, 8, 9]', 'conv_transpose(x, ones([4, 6, 3, 2]), stride = [2, 1])', 'float[N, 6, 17, 10]'",
        "'float[N, 4, T]', 'conv_transpose(x, ones([4, 3, 4]), stride = 2, padding = 1)', 'float[N, 3, 2*T]'",
        "'float[N, 4, 8, 9]', 'max_pool(2)(x)', 'float[N, 4, 4, 4]'",
        "'float[N, 4, 8, 9]', 'x |> max_pool([3, 2], stride = 1, padding = [1, 0])', 'float[N, 4, 8, 8]'",
        "'float[N, 4, 8]', 'avg_pool(size = 3, stride = 2)(x)', 'float[N, 4, 3]'",
        "'float[N, 4, 8]', 'avg_pool(x, 3)', 'float[N, 4, 2]'"
    })
    void theResultHasTheShapeThatPyTorchGives(String input, String expression, String expected) {
        Network network = Elaborated.of("size N; size T; input x: " + input + "; output y = " + expression + ";");

        assertThat(network.outputs().get(0).value().type()).hasToString(expected);
    }

    @Test
    void aConvolutionIsTheSumOverItsWindow() {
        Tensor x = random(2, 3, 11);
        Tensor w = random(4, 3, 3);
        Tensor y = output("conv(x, w, stride = 2, padding = 2, dilation = 2)", x, w);

        assertThat(y.shape()).containsExactly(2, 4, 6);
        for (int n = 0; n < 2; n++) {
            for (int o = 0; o < 4; o++) {
                for (int i = 0; i < 6; i++) {
                    double sum = 0;
                    for (int c = 0; c < 3; c++) {
                        for (int k = 0; k < 3; k++) {
                            int at = 2 * i + 2 * k - 2;
                            sum += at < 0 || at >= 11 ? 0 : at(x, n, c, at) * at(w, o, c, k);
                        }
                    }
                    assertThat(at(y, n, o, i)).isCloseTo(sum, within(1e-12));
                }
            }
        }
    }

    @Test
    void groupsSeeTheirOwnChannelsOnly() {
        Tensor x = random(2, 4, 5);
        Tensor w = random(6, 2, 2);
        Tensor whole = output("conv(x, w, groups = 2)", x, w);
        Tensor parts = output("concat([conv(x[:, 0:2], w[0:3]), conv(x[:, 2:4], w[3:6])], axis = 1)", x, w);

        assertThat(whole.data()).containsExactly(parts.data(), within(1e-12));
    }

    @Test
    void theTransposedConvolutionIsTheGradientOfTheConvolution() {
        for (String geometry :
                List.of("stride = 2", "stride = 3, padding = 1", "dilation = 2", "groups = 2, stride = 2")) {
            String groups = geometry.contains("groups") ? "2" : "4";
            Network network = Elaborated.of("input x: float[2, 4, 13]; input w: float[6, " + groups + ", 3];"
                    + "y = conv(x, w, " + geometry + "); u = cos(y);"
                    + "output a = grad(y * stop_gradient(u), x);"
                    + "output b = conv_transpose(u, w, " + geometry
                    + ", output_padding = 13 - shape(conv_transpose(u, w, "
                    + geometry + "))[2]);");
            Graph graph = new Graph();
            List<Value> roots = Differentiate.run(network.graph(), network.predictionRoots(), graph);
            Map<String, Tensor> tensors = Map.of("x", random(2, 4, 13), "w", random(6, Integer.parseInt(groups), 3));
            List<Tensor> both = Elaborated.evaluate(graph, roots, Map.of(), tensors);

            assertThat(both.get(0).data())
                    .as(geometry)
                    .containsExactly(both.get(1).data(), within(1e-12));
        }
    }

    @Test
    void paddingIsNeverTheLargestButCountsInTheMean() {
        Tensor x = new Tensor(new int[] {1, 1, 3}, new double[] {-1, -2, -3});

        assertThat(output("max_pool(3, stride = 1, padding = 1)(x)", x, x).data())
                .containsExactly(-1, -1, -2);
        assertThat(output("avg_pool(3, stride = 1, padding = 1)(x)", x, x).data())
                .containsExactly(-1, -2, -5 / 3.0);
    }

    @Test
    void theFirstOfEqualElementsHasTheGradientOfAMaxPool() {
        Tensor x = new Tensor(new int[] {1, 1, 2, 4}, new double[] {5, 5, 1, 7, 5, 5, 7, 7});

        assertThat(gradient("max_pool(2)(x)", x).data()).containsExactly(1, 0, 0, 1, 0, 0, 0, 0);
    }

    @Test
    void aMaxPoolFindsNanAndNegativeInfinity() {
        Tensor x = new Tensor(new int[] {1, 1, 4}, new double[] {1, Double.NaN, NEGATIVE_INFINITY, NEGATIVE_INFINITY});

        assertThat(output("max_pool(2)(x)", x, x).data()).containsExactly(Double.NaN, NEGATIVE_INFINITY);
    }

    // -- programs

    private static Tensor output(String expression, Tensor x, Tensor w) {
        Network network = Elaborated.of(
                "input x: float" + shape(x) + "; input w: float" + shape(w) + "; output y = " + expression + ";");
        return Elaborated.output(network, Map.of("x", x, "w", w));
    }

    private static Tensor gradient(String expression, Tensor x) {
        Network network = Elaborated.of("input x: float" + shape(x) + "; output g = grad(" + expression + ", x);");
        Graph graph = new Graph();
        List<Value> roots = Differentiate.run(network.graph(), network.predictionRoots(), graph);
        return Elaborated.evaluate(graph, roots, Map.of(), Map.of("x", x)).get(0);
    }

    private static String shape(Tensor tensor) {
        return Arrays.toString(tensor.shape());
    }

    private static Tensor random(int... shape) {
        Random random = new Random(3);
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.data()[i] = random.nextGaussian();
        }
        return tensor;
    }

    private static double at(Tensor tensor, int... index) {
        int[] strides = tensor.strides();
        int at = 0;
        for (int axis = 0; axis < index.length; axis++) {
            at += index[axis] * strides[axis];
        }
        return tensor.data()[at];
    }
}
