// Written by Leibniz from Linear.nn, anew at each build.
package samples.regression;

import static samples.regression.LinearParameters.*;

import dev.leibniz.runtime.FiniteChecks;
import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.Share;
import java.util.Arrays;

/**
 * The passes of {@link Linear}, stopped at the first number that is infinite or none.
 */
@Generated(
        source = "Linear.nn",
        by = "leibniz"
)
final class LinearChecked {
    private LinearChecked() {
    }

    static void predict(int N, double[] x, double[] parameters, double[] prediction,
            Linear.Workspace workspace) {
        final Share share = Share.WHOLE;
        // What earlier calls have left behind is not looked at.
        Arrays.fill(workspace.floats, 0);
        FiniteChecks.tensor("input x", "", "", false, x, 0, 0, 10 * N, N, 10);
        FiniteChecks.tensors("parameter", LinearParameters.ALL, parameters);
        LinearChecked.predictForward(N, x, parameters, prediction, workspace, share);
    }

    static void predictForward(int N, double[] x, double[] parameters, double[] prediction,
            Linear.Workspace workspace, Share share) {
        final double[] floats = workspace.floats;
        final double[] scratch = workspace.scratch[share.index()];
        final int v3At = 0;

        // v3 = x @ w   (Linear.nn:12)
        // prediction = x @ w + b   (Linear.nn:12)
        Linear.KERNELS.prediction(parameters, W, x, 0, floats, v3At, parameters, B, prediction, 0,
                N, scratch, 0);
        FiniteChecks.tensor("v3", "v3 = x @ w", "Linear.nn:12", false, floats, v3At, 0, N, N);
        FiniteChecks.tensor("prediction", "prediction = x @ w + b", "Linear.nn:12", false,
                prediction, 0, 0, N, N);
    }

    static void evaluate(int N, double[] x, double[] y, double[] parameters,
            Linear.Workspace workspace) {
        final Share share = Share.WHOLE;
        // What earlier calls have left behind is not looked at.
        Arrays.fill(workspace.floats, 0);
        FiniteChecks.tensor("input x", "", "", false, x, 0, 0, 10 * N, N, 10);
        FiniteChecks.tensor("input y", "", "", false, y, 0, 0, N, N);
        FiniteChecks.tensors("parameter", LinearParameters.ALL, parameters);
        LinearChecked.evaluateForward(N, x, y, parameters, workspace, share);
    }

    static void evaluateForward(int N, double[] x, double[] y, double[] parameters,
            Linear.Workspace workspace, Share share) {
        final double[] floats = workspace.floats;
        final double[] scratch = workspace.scratch[share.index()];
        final double[] results = workspace.results;
        final int v4At = 0;

        // v4 = x @ w   (Linear.nn:12)
        // v11 = sum((prediction - y) * (prediction - y)) / N   (Linear.nn:13)
        Linear.KERNELS.prediction_2(parameters, W, x, 0, floats, v4At, parameters, B, y, 0,
                results, 0, N, scratch, 0);
        FiniteChecks.tensor("v4", "v4 = x @ w", "Linear.nn:12", false, floats, v4At, 0, N, N);
        FiniteChecks.tensor("loss", "v11 = sum((prediction - y) * (prediction - y)) / N", "Linear.nn:13", false,
                results, 0, 0, 1);
    }

    static void train(int N, double[] x, double[] y, double[] parameters,
            Linear.Workspace workspace, double[] gradient) {
        final Share share = Share.WHOLE;
        // What earlier calls have left behind is not looked at.
        Arrays.fill(workspace.floats, 0);
        FiniteChecks.tensor("input x", "", "", false, x, 0, 0, 10 * N, N, 10);
        FiniteChecks.tensor("input y", "", "", false, y, 0, 0, N, N);
        FiniteChecks.tensors("parameter", LinearParameters.ALL, parameters);
        LinearChecked.trainForward(N, x, y, parameters, workspace, share);
        LinearChecked.trainBackward(N, x, gradient, workspace, share);
    }

    static void trainForward(int N, double[] x, double[] y, double[] parameters,
            Linear.Workspace workspace, Share share) {
        final double[] floats = workspace.floats;
        final double[] scratch = workspace.scratch[share.index()];
        final double[] results = workspace.results;
        final int v4At = 0;
        final int v6At = N;

        // v4 = x @ w   (Linear.nn:12)
        // v6 = prediction - y   (Linear.nn:13)
        // v12 = sum((prediction - y) * (prediction - y)) / N   (Linear.nn:13)
        Linear.KERNELS.prediction_3(parameters, W, x, 0, floats, v4At, parameters, B, y, 0,
                floats, v6At, results, 0, N, scratch, 0);
        FiniteChecks.tensor("v4", "v4 = x @ w", "Linear.nn:12", false, floats, v4At, 0, N, N);
        FiniteChecks.tensor("v6", "v6 = prediction - y", "Linear.nn:13", false, floats, v6At, 0, N,
                N);
        FiniteChecks.tensor("loss", "v12 = sum((prediction - y) * (prediction - y)) / N", "Linear.nn:13", false,
                results, 0, 0, 1);
    }

    static void trainBackward(int N, double[] x, double[] gradient, Linear.Workspace workspace,
            Share share) {
        final double[] floats = workspace.floats;
        final double[] scratch = workspace.scratch[share.index()];
        final int v14At = 2 * N;
        final int v6At = N;
        final int predictionBarAt = 0;

        // v14 = 2 / N   (Linear.nn:13)
        Linear.KERNELS.v14(floats, v14At, N);
        FiniteChecks.tensor("v14", "v14 = 2 / N", "Linear.nn:13", false, floats, v14At, 0, 1);

        // predictionBar = 2 / N * (prediction - y)   (Linear.nn:13)
        // v17 = 2 / N * sum(prediction - y)   (Linear.nn:12)
        Linear.KERNELS.predictionBar(floats, v14At, floats, v6At, floats, predictionBarAt,
                gradient, B, N);
        FiniteChecks.tensor("predictionBar", "predictionBar = 2 / N * (prediction - y)", "Linear.nn:13", false,
                floats, predictionBarAt, 0, N, N);
        FiniteChecks.tensor("the gradient of b", "v17 = 2 / N * sum(prediction - y)", "Linear.nn:12", false,
                gradient, B, 0, 1);

        // v19 = x' @ predictionBar   (Linear.nn:12)
        Linear.KERNELS.wBar(floats, predictionBarAt, x, 0, gradient, W, N, scratch, 0);
        FiniteChecks.tensor("the gradient of w", "v19 = x' @ predictionBar", "Linear.nn:12", false,
                gradient, W, 0, 10, 10);
    }
}
