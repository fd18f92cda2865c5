// Written by Leibniz from Logistic.nn, anew at each build.
package samples.regression;

import static samples.regression.LogisticParameters.*;

import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.Share;

/**
 * The forward passes of {@link Logistic}: kernels in order, and where their temporaries lie in the workspace.
 */
@Generated(
        source = "Logistic.nn",
        by = "leibniz"
)
final class LogisticForward {
    private LogisticForward() {
    }

    /**
     * The outputs.
     */
    static void predict(int N, double[] x, double[] parameters, double[] probability,
            Logistic.Workspace workspace, Share share) {
        final double[] floats = workspace.floats;
        final double[] scratch = workspace.scratch[share.index()];
        final int v3At = 0;

        // v3 = x @ w   (Logistic.nn:12)
        // probability = sigmoid(score)   (Logistic.nn:13)
        if (share.isFirst()) {
            Logistic.KERNELS.probability(parameters, W, x, 0, floats, v3At, parameters, B,
                    probability, 0, N, scratch, 0);
        }
    }

    /**
     * Makes room for {@link #predict}, the first time.
     */
    static void reservePredict(Logistic.Workspace workspace) {
        if (workspace.holdsPredict) {
            return;
        }
        final long N = workspace.N;
        workspace.reserve(N, 0, predictScratch(workspace.N));
        workspace.holdsPredict = true;
    }

    private static long predictScratch(int N) {
        long most = 0;
        most = Math.max(most, Logistic.KERNELS.scratchLength(1, N, 30));
        return most;
    }

    /**
     * The loss and the metrics, {@code training} being false.
     */
    static void evaluate(int N, double[] x, double[] y, double[] parameters,
            Logistic.Workspace workspace, Share share) {
        final double[] floats = workspace.floats;
        final double[] scratch = workspace.scratch[share.index()];
        final double[] results = workspace.results;
        final int v4At = 2 * N;
        final int scoreAt = 0;
        final int v16At = N;
        final int v21At = 2 * N;

        // v4 = x @ w   (Logistic.nn:12)
        // score = x @ w + b   (Logistic.nn:12)
        // v16 = max(-score, 0) + log1p(exp(-v12))   (Logistic.nn:14)
        // v36 = sum(v31 == v32) / N   (Logistic.nn:16)
        if (share.isFirst()) {
            Logistic.KERNELS.score(parameters, W, x, 0, floats, v4At, parameters, B,
                    floats, scoreAt, floats, v16At, y, 0, results, 1, N, scratch, 0);
        }

        // v21 = sum(v7 * score + (v11 + v15)) / N   (Logistic.nn:14)
        if (share.isFirst()) {
            Logistic.KERNELS.v21(y, 0, floats, scoreAt, floats, v16At, floats, v21At, N);
        }

        // v26 = sum(v8 + v16) / N + 0.005 * sum(w * w)   (Logistic.nn:15)
        if (share.isFirst()) {
            Logistic.KERNELS.loss(parameters, W, floats, v21At, results, 0);
        }
    }

    /**
     * Makes room for {@link #evaluate}, the first time.
     */
    static void reserveEvaluate(Logistic.Workspace workspace) {
        if (workspace.holdsEvaluate) {
            return;
        }
        final long N = workspace.N;
        workspace.reserve(3 * N, 0, evaluateScratch(workspace.N));
        workspace.holdsEvaluate = true;
    }

    private static long evaluateScratch(int N) {
        long most = 0;
        most = Math.max(most, Logistic.KERNELS.scratchLength(1, N, 30));
        return most;
    }

    /**
     * The loss and the metrics, {@code training} being true, and what the backward pass needs.
     */
    static void train(int N, double[] x, double[] y, double[] parameters,
            Logistic.Workspace workspace, Share share) {
        final double[] floats = workspace.floats;
        final double[] scratch = workspace.scratch[share.index()];
        final double[] results = workspace.results;
        final int v4At = 2 * N;
        final int scoreAt = 0;
        final int v16At = N;
        final int v21At = 2 * N;

        // v4 = x @ w   (Logistic.nn:12)
        // score = x @ w + b   (Logistic.nn:12)
        // v16 = max(-score, 0) + log1p(exp(-v12))   (Logistic.nn:14)
        // v36 = sum(v31 == v32) / N   (Logistic.nn:16)
        if (share.isFirst()) {
            Logistic.KERNELS.score(parameters, W, x, 0, floats, v4At, parameters, B,
                    floats, scoreAt, floats, v16At, y, 0, results, 1, N, scratch, 0);
        }

        // v21 = sum(v7 * score + (v11 + v15)) / N   (Logistic.nn:14)
        if (share.isFirst()) {
            Logistic.KERNELS.v21(y, 0, floats, scoreAt, floats, v16At, floats, v21At, N);
        }

        // v26 = sum(v8 + v16) / N + 0.005 * sum(w * w)   (Logistic.nn:15)
        if (share.isFirst()) {
            Logistic.KERNELS.loss(parameters, W, floats, v21At, results, 0);
        }
    }

    /**
     * Makes room for {@link #train}, the first time.
     */
    static void reserveTrain(Logistic.Workspace workspace) {
        if (workspace.holdsTrain) {
            return;
        }
        final long N = workspace.N;
        workspace.reserve(3 * N, 0, trainScratch(workspace.N));
        workspace.holdsTrain = true;
    }

    private static long trainScratch(int N) {
        long most = 0;
        most = Math.max(most, Logistic.KERNELS.scratchLength(1, N, 30));
        most = Math.max(most, Logistic.KERNELS.scratchLength(1, 30, N));
        return most;
    }
}
