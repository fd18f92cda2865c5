// Written by Leibniz from Logistic.nn, anew at each build.
package samples.regression;

import static samples.regression.LogisticParameters.*;

import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.Share;

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
            Logistic.Workspace workspace, Share share) {
        final double[] floats = workspace.floats;
        final double[] scratch = workspace.scratch[share.index()];
        final int v42At = 2 * N;
        final int scoreAt = 0;
        final int scoreBarAt = N;

        // v39 = 0.01 * w   (Logistic.nn:15)
        Logistic.KERNELS.wBar(parameters, W, gradient, W, share.fromLane(30), share.toLane(30));
        share.await();

        // v42 = 1 / N   (Logistic.nn:12)
        if (share.isFirst()) {
            Logistic.KERNELS.v42(floats, v42At, N);
        }

        // scoreBar = (sigmoid(score) - y) * (1 / N)   (Logistic.nn:12)
        // v45 = sum(sigmoid(score) - y) / N   (Logistic.nn:12)
        if (share.isFirst()) {
            Logistic.KERNELS.scoreBar(floats, scoreAt, y, 0, floats, v42At, floats, scoreBarAt,
                    gradient, B, N);
        }

        // v47 = x' @ scoreBar   (Logistic.nn:12)
        if (share.isFirst()) {
            Logistic.KERNELS.wBar_2(floats, scoreBarAt, x, 0, gradient, W, N, scratch, 0);
        }
    }
}
