// Written by Leibniz from Linear.nn, anew at each build.
package samples.regression;

import static samples.regression.LinearParameters.*;

import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.Share;

/**
 * The forward passes of {@link Linear}: kernels in order, and where their temporaries lie in the workspace.
 */
@Generated(
        source = "Linear.nn",
        by = "leibniz"
)
final class LinearForward {
    private LinearForward() {
    }

    /**
     * The outputs.
     */
    static void predict(int N, double[] x, double[] parameters, double[] prediction,
            Linear.Workspace workspace, Share share) {
        final double[] floats = workspace.floats;
        final double[] scratch = workspace.scratch[share.index()];
        final int v3At = 0;

        // v3 = x @ w   (Linear.nn:12)
        // prediction = x @ w + b   (Linear.nn:12)
        if (share.isFirst()) {
            Linear.KERNELS.prediction(parameters, W, x, 0, floats, v3At, parameters, B,
                    prediction, 0, N, scratch, 0);
        }
    }

    /**
     * Makes room for {@link #predict}, the first time.
     */
    static void reservePredict(Linear.Workspace workspace) {
        if (workspace.holdsPredict) {
            return;
        }
        final long N = workspace.N;
        workspace.reserve(N, 0, predictScratch(workspace.N));
        workspace.holdsPredict = true;
    }

    private static long predictScratch(int N) {
        long most = 0;
        most = Math.max(most, Linear.KERNELS.scratchLength(1, N, 10));
        return most;
    }

    /**
     * The loss and the metrics, {@code training} being false.
     */
    static void evaluate(int N, double[] x, double[] y, double[] parameters,
            Linear.Workspace workspace, Share share) {
        final double[] floats = workspace.floats;
        final double[] scratch = workspace.scratch[share.index()];
        final double[] results = workspace.results;
        final int v4At = 0;

        // v4 = x @ w   (Linear.nn:12)
        // v11 = sum((prediction - y) * (prediction - y)) / N   (Linear.nn:13)
        if (share.isFirst()) {
            Linear.KERNELS.prediction_2(parameters, W, x, 0, floats, v4At, parameters, B, y, 0,
                    results, 0, N, scratch, 0);
        }
    }

    /**
     * Makes room for {@link #evaluate}, the first time.
     */
    static void reserveEvaluate(Linear.Workspace workspace) {
        if (workspace.holdsEvaluate) {
            return;
        }
        final long N = workspace.N;
        workspace.reserve(N, 0, evaluateScratch(workspace.N));
        workspace.holdsEvaluate = true;
    }

    private static long evaluateScratch(int N) {
        long most = 0;
        most = Math.max(most, Linear.KERNELS.scratchLength(1, N, 10));
        return most;
    }

    /**
     * The loss and the metrics, {@code training} being true, and what the backward pass needs.
     */
    static void train(int N, double[] x, double[] y, double[] parameters,
            Linear.Workspace workspace, Share share) {
        final double[] floats = workspace.floats;
        final double[] scratch = workspace.scratch[share.index()];
        final double[] results = workspace.results;
        final int v4At = 0;
        final int v6At = N;

        // v4 = x @ w   (Linear.nn:12)
        // v6 = prediction - y   (Linear.nn:13)
        // v12 = sum((prediction - y) * (prediction - y)) / N   (Linear.nn:13)
        if (share.isFirst()) {
            Linear.KERNELS.prediction_3(parameters, W, x, 0, floats, v4At, parameters, B, y, 0,
                    floats, v6At, results, 0, N, scratch, 0);
        }
    }

    /**
     * Makes room for {@link #train}, the first time.
     */
    static void reserveTrain(Linear.Workspace workspace) {
        if (workspace.holdsTrain) {
            return;
        }
        final long N = workspace.N;
        workspace.reserve(2 * N + 1, 0, trainScratch(workspace.N));
        workspace.holdsTrain = true;
    }

    private static long trainScratch(int N) {
        long most = 0;
        most = Math.max(most, Linear.KERNELS.scratchLength(1, N, 10));
        most = Math.max(most, Linear.KERNELS.scratchLength(1, 10, N));
        return most;
    }
}
