package dev.leibniz.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.runtime.Model;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What reads or writes more tensors than a Java method has parameters is several kernels. */
class WideKernelsTest {
    private static final int MANY = 300;

    private static String each(String statement, String separator) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> statement.replace("#", Integer.toString(i)))
                .collect(Collectors.joining(separator));
    }

    private static double[] gradient(String statements) throws ReflectiveOperationException {
        Model model = Generated.inDouble("package t; network Net { size N; input x: float[N]; " + statements + " }")
                .model(1);
        double[] x = {0.5, -1, 2};
        double[] gradient = new double[((double[]) model.parameters()).length];
        model.lossAndGradient(new Object[] {x}, new int[] {3}, gradient);
        model.training(3).step(new Object[] {x}, new int[] {3});
        return gradient;
    }

    @Test
    void sumsOfManyParameters() throws Exception {
        double[] gradient = gradient(each("param p#: float[2] = ones();", " ") + " s = " + each("p#", " + ")
                + "; loss sum(x) * sum(s); train sgd(rate = 0.1);");

        assertThat(gradient).hasSize(2 * MANY).containsOnly(1.5);
    }

    @Test
    void joinsOfManyParameters() throws Exception {
        double[] gradient = gradient(each("param p#: float[2] = ones();", " ") + " s = concat([" + each("p#", ", ")
                + "], 0); loss sum(x) * sum(s^2); train sgd(rate = 0.1);");

        assertThat(gradient).hasSize(2 * MANY).containsOnly(3);
    }

    @Test
    void lossesOfManyLayers() throws Exception {
        double[] gradient = gradient("h = expand(x, 1); s = 0; for i in 0.." + MANY
                + " { h = tanh(h |> dense(1)); s = s + mean(h^2) * (i + 1); } loss s; train sgd(rate = 0.1);");

        assertThat(gradient).hasSize(2 * MANY);
        assertThat(gradient[1]).isNotZero();
    }

    @Test
    void comparisonsOfManyParameters() throws Exception {
        double[] gradient = gradient(each("param p#: float = 1;", " ") + " all = " + each("p# > 0", " && ")
                + "; loss sum(all ? p0 * x : 0); train sgd(rate = 0.1);");

        assertThat(gradient[0]).isEqualTo(1.5);
    }

    @Test
    void parametersThatTheLossDoesNotReachCostNothing() throws Exception {
        String text = "package t; network Net { size N; input x: float[N]; param w: float = 1; "
                + each("param p#: float[2] = ones();", " ") + " output y = x * sum(" + each("p#", " + ")
                + "); loss sum(w * x); train sgd(rate = 0.1); }";
        Generated generated = Generated.of(text);

        assertThat(generated.text("NetBackward")).doesNotContain("P0");
        assertThat(generated.text("NetForward")).doesNotContain("gradient, P0");
        float[] gradient = new float[2 * MANY + 1];
        generated.model(1).lossAndGradient(new Object[] {new float[] {2}}, new int[] {1}, gradient);
        assertThat(gradient[0]).isEqualTo(2, within(0f));
    }
}
