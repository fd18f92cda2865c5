// Written by Leibniz from Logistic.nn, anew at each build.
package samples.regression;

import static samples.regression.LogisticParameters.*;

import dev.leibniz.runtime.FiniteChecks;
import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.Share;
import java.util.Arrays;

/**
 * The passes of {@link Logistic}, stopped at the first number that is infinite or none.
 */
@Generated(
        source = "Logistic.nn",
        by = "leibniz"
)
final class LogisticChecked {
    private LogisticChecked() {
    }

    static void predict(int N, double[] x, double[] parameters, double[] probability,
            Logistic.Workspace workspace) {
        final Share share = Share.WHOLE;
        // What earlier calls have left behind is not looked at.
        Arrays.fill(workspace.floats, 0);
        FiniteChecks.tensor("input x", "", "", false, x, 0, 0, 30 * N, N, 30);
        FiniteChecks.tensors("parameter", LogisticParameters.ALL, parameters);
        LogisticChecked.predictForward(N, x, parameters, probability, workspace, share);
    }

    static void predictForward(int N, double[] x, double[] parameters, double[] probability,
            Logistic.Workspace workspace, Share share) {
        final double[] floats = workspace.floats;
        final double[] scratch = workspace.scratch[share.index()];
        final int v3At = 0;

        // v3 = x @ w   (Logistic.nn:12)
        // probability = sigmoid(score)   (Logistic.nn:13)
        Logistic.KERNELS.probability(parameters, W, x, 0, floats, v3At, parameters, B,
                probability, 0, N, scratch, 0);
        FiniteChecks.tensor("v3", "v3 = x @ w", "Logistic.nn:12", false, floats, v3At, 0, N, N);
        FiniteChecks.tensor("probability", "probability = sigmoid(score)", "Logistic.nn:13", false,
                probability, 0, 0, N, N);
    }

    static void evaluate(int N, double[] x, double[] y, double[] parameters,
            Logistic.Workspace workspace) {
        final Share share = Share.WHOLE;
        // What earlier calls have left behind is not looked at.
        Arrays.fill(workspace.floats, 0);
        FiniteChecks.tensor("input x", "", "", false, x, 0, 0, 30 * N, N, 30);
        FiniteChecks.tensor("input y", "", "", false, y, 0, 0, N, N);
        FiniteChecks.tensors("parameter", LogisticParameters.ALL, parameters);
        LogisticChecked.evaluateForward(N, x, y, parameters, workspace, share);
    }

    static void evaluateForward(int N, double[] x, double[] y, double[] parameters,
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
        Logistic.KERNELS.score(parameters, W, x, 0, floats, v4At, parameters, B, floats, scoreAt,
                floats, v16At, y, 0, results, 1, N, scratch, 0);
        FiniteChecks.tensor("v4", "v4 = x @ w", "Logistic.nn:12", false, floats, v4At, 0, N, N);
        FiniteChecks.tensor("score", "score = x @ w + b", "Logistic.nn:12", false, floats, scoreAt,
                0, N, N);
        FiniteChecks.tensor("v16", "v16 = max(-score, 0) + log1p(exp(-v12))", "Logistic.nn:14", false,
                floats, v16At, 0, N, N);
        FiniteChecks.tensor("accuracy", "v36 = sum(v31 == v32) / N", "Logistic.nn:16", false,
                results, 1, 0, 1);

        // v21 = sum(v7 * score + (v11 + v15)) / N   (Logistic.nn:14)
        Logistic.KERNELS.v21(y, 0, floats, scoreAt, floats, v16At, floats, v21At, N);
        FiniteChecks.tensor("v21", "v21 = sum(v7 * score + (v11 + v15)) / N", "Logistic.nn:14", false,
                floats, v21At, 0, 1, 1);

        // v26 = sum(v8 + v16) / N + 0.005 * sum(w * w)   (Logistic.nn:15)
        Logistic.KERNELS.loss(parameters, W, floats, v21At, results, 0);
        FiniteChecks.tensor("loss", "v26 = sum(v8 + v16) / N + 0.005 * sum(w * w)", "Logistic.nn:15", false,
                results, 0, 0, 1);
    }

    static void train(int N, double[] x, double[] y, double[] parameters,
            Logistic.Workspace workspace, double[] gradient) {
        final Share share = Share.WHOLE;
        // What earlier calls have left behind is not looked at.
        Arrays.fill(workspace.floats, 0);
        FiniteChecks.tensor("input x", "", "", false, x, 0, 0, 30 * N, N, 30);
        FiniteChecks.tensor("input y", "", "", false, y, 0, 0, N, N);
        FiniteChecks.tensors("parameter", LogisticParameters.ALL, parameters);
        LogisticChecked.trainForward(N, x, y, parameters, workspace, share);
        LogisticChecked.trainBackward(N, x, y, parameters, gradient, workspace, share);
    }

    static void trainForward(int N, double[] x, double[] y, double[] parameters,
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
        Logistic.KERNELS.score(parameters, W, x, 0, floats, v4At, parameters, B, floats, scoreAt,
                floats, v16At, y, 0, results, 1, N, scratch, 0);
        FiniteChecks.tensor("v4", "v4 = x @ w", "Logistic.nn:12", false, floats, v4At, 0, N, N);
        FiniteChecks.tensor("score", "score = x @ w + b", "Logistic.nn:12", false, floats, scoreAt,
                0, N, N);
        FiniteChecks.tensor("v16", "v16 = max(-score, 0) + log1p(exp(-v12))", "Logistic.nn:14", false,
                floats, v16At, 0, N, N);
        FiniteChecks.tensor("accuracy", "v36 = sum(v31 == v32) / N", "Logistic.nn:16", false,
                results, 1, 0, 1);

        // v21 = sum(v7 * score + (v11 + v15)) / N   (Logistic.nn:14)
        Logistic.KERNELS.v21(y, 0, floats, scoreAt, floats, v16At, floats, v21At, N);
        FiniteChecks.tensor("v21", "v21 = sum(v7 * score + (v11 + v15)) / N", "Logistic.nn:14", false,
                floats, v21At, 0, 1, 1);

        // v26 = sum(v8 + v16) / N + 0.005 * sum(w * w)   (Logistic.nn:15)
        Logistic.KERNELS.loss(parameters, W, floats, v21At, results, 0);
        FiniteChecks.tensor("loss", "v26 = sum(v8 + v16) / N + 0.005 * sum(w * w)", "Logistic.nn:15", false,
                results, 0, 0, 1);
    }

    static void trainBackward(int N, double[] x, double[] y, double[] parameters, double[] gradient,
            Logistic.Workspace workspace, Share share) {
        final double[] floats = workspace.floats;
        final double[] scratch = workspace.scratch[share.index()];
        final int v42At = 2 * N;
        final int scoreAt = 0;
        final int scoreBarAt = N;

        // v39 = 0.01 * w   (Logistic.nn:15)
        Logistic.KERNELS.wBar(parameters, W, gradient, W, share.fromLane(30), share.toLane(30));
        FiniteChecks.tensor("the gradient of w", "v39 = 0.01 * w", "Logistic.nn:15", false,
                gradient, W, 0, 30, 30);

        // v42 = 1 / N   (Logistic.nn:12)
        Logistic.KERNELS.v42(floats, v42At, N);
        FiniteChecks.tensor("v42", "v42 = 1 / N", "Logistic.nn:12", false, floats, v42At, 0, 1);

        // scoreBar = (sigmoid(score) - y) * (1 / N)   (Logistic.nn:12)
        // v45 = sum(sigmoid(score) - y) / N   (Logistic.nn:12)
        Logistic.KERNELS.scoreBar(floats, scoreAt, y, 0, floats, v42At, floats, scoreBarAt,
                gradient, B, N);
        FiniteChecks.tensor("scoreBar", "scoreBar = (sigmoid(score) - y) * (1 / N)", "Logistic.nn:12", false,
                floats, scoreBarAt, 0, N, N);
        FiniteChecks.tensor("the gradient of b", "v45 = sum(sigmoid(score) - y) / N", "Logistic.nn:12", false,
                gradient, B, 0, 1);

        // v47 = x' @ scoreBar   (Logistic.nn:12)
        Logistic.KERNELS.wBar_2(floats, scoreBarAt, x, 0, gradient, W, N, scratch, 0);
        FiniteChecks.tensor("the gradient of w", "v47 = x' @ scoreBar", "Logistic.nn:12", false,
                gradient, W, 0, 30, 30);
    }
}
