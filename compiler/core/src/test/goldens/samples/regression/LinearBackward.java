// Written by Leibniz from Linear.nn, anew at each build.
package samples.regression;

import static samples.regression.LinearParameters.*;

import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.Share;

/**
 * The backward pass of {@link Linear}. The cotangent of {@code x}, the derivative of the loss by it, is {@code xBar}.
 */
@Generated(
        source = "Linear.nn",
        by = "leibniz"
)
final class LinearBackward {
    private LinearBackward() {
    }

    /**
     * The gradients of the parameters, added to what {@code gradient} holds; runs after {@link LinearForward}'s pass.
     */
    static void train(int N, double[] x, double[] gradient, Linear.Workspace workspace,
            Share share) {
        final double[] floats = workspace.floats;
        final double[] scratch = workspace.scratch[share.index()];
        final int v14At = 2 * N;
        final int v6At = N;
        final int predictionBarAt = 0;

        // v14 = 2 / N   (Linear.nn:13)
        if (share.isFirst()) {
            Linear.KERNELS.v14(floats, v14At, N);
        }

        // predictionBar = 2 / N * (prediction - y)   (Linear.nn:13)
        // v17 = 2 / N * sum(prediction - y)   (Linear.nn:12)
        if (share.isFirst()) {
            Linear.KERNELS.predictionBar(floats, v14At, floats, v6At, floats, predictionBarAt,
                    gradient, B, N);
        }

        // v19 = x' @ predictionBar   (Linear.nn:12)
        if (share.isFirst()) {
            Linear.KERNELS.wBar(floats, predictionBarAt, x, 0, gradient, W, N, scratch, 0);
        }
    }
}
