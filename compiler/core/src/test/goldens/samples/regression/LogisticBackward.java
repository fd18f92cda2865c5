// Written by Leibniz from Logistic.nn, anew at each build.
package samples.regression;

import static samples.regression.LogisticParameters.*;

import dev.leibniz.runtime.Generated;

/**
 * The backward pass of {@link Logistic}. The cotangent of {@code x}, the derivative of the loss by it, is {@code xBar}.
 */
@Generated(
        source = "Logistic.nn",
        by = "leibniz"
)
final class LogisticBackward {
    private LogisticBackward() {
    }

    /**
     * The gradients of the parameters, added to what {@code gradient} holds; runs after {@link LogisticForward}'s pass.
     */
    static void train(int N, double[] x, double[] y, double[] parameters, double[] gradient,
            Logistic.Workspace workspace) {
        final double[] floats = workspace.floats;
        final double[] scratch = workspace.scratch;
        final int v39At = 2 * N;
        final int v42At = 2 * N + 30;
        final int scoreAt = N;
        final int scoreBarAt = 0;
        final int v47At = 2 * N + 30;

        // v39 = 0.01 * w   (Logistic.nn:15)
        Logistic.KERNELS.v39(parameters, W, floats, v39At);

        // v42 = 1 / N   (Logistic.nn:12)
        Logistic.KERNELS.v42(floats, v42At, N);

        // scoreBar = (sigmoid(score) - y) * (1 / N)   (Logistic.nn:12)
        // v45 = sum(sigmoid(score) - y) / N   (Logistic.nn:12)
        Logistic.KERNELS.scoreBar(floats, scoreAt, y, 0, floats, v42At, floats, scoreBarAt,
                gradient, B, N);

        // v47 = x' @ scoreBar   (Logistic.nn:12)
        // v48 = 0.01 * w + x' @ scoreBar   (Logistic.nn:9)
        Logistic.KERNELS.wBar(floats, scoreBarAt, x, 0, floats, v47At, floats, v39At, gradient, W,
                N, scratch, 0);
    }
}
