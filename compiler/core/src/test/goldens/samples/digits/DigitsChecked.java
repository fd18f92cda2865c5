// Written by Leibniz from Digits.nn, anew at each build.
package samples.digits;

import static samples.digits.DigitsParameters.*;

import dev.leibniz.runtime.FiniteChecks;
import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.Share;
import java.util.Arrays;

/**
 * The passes of {@link Digits}, stopped at the first number that is infinite or none.
 */
@Generated(
        source = "Digits.nn",
        by = "leibniz"
)
final class DigitsChecked {
    private DigitsChecked() {
    }

    static void predict(int N, float[] image, float[] parameters, float[] digit,
            Digits.Workspace workspace) {
        final Share share = Share.WHOLE;
        // What earlier calls have left behind is not looked at.
        Arrays.fill(workspace.floats, 0);
        FiniteChecks.tensor("input image", "", "", false, image, 0, 0, 64 * N, N, 64);
        FiniteChecks.tensors("parameter", DigitsParameters.ALL, parameters);
        DigitsChecked.predictForward(N, image, parameters, digit, workspace, share);
    }

    static void predictForward(int N, float[] image, float[] parameters, float[] digit,
            Digits.Workspace workspace, Share share) {
        final float[] floats = workspace.floats;
        final float[] scratch = workspace.scratch[share.index()];
        final int v3At = 0;
        final int hiddenAt = 64 * N;
        final int v10At = 0;
        final int v18At = 10 * N;

        // v3 = image @ hidden.W   (Digits.nn:12)
        // hidden = image @ hidden.W + hidden.b <= 0 ? 0 : image @ hidden.W + hidden.b   (Digits.nn:12)
        Digits.KERNELS.hidden(image, 0, parameters, HIDDEN_W, floats, v3At, parameters, HIDDEN_B,
                floats, hiddenAt, N, scratch, 0, share.from(N), share.to(N));
        FiniteChecks.tensor("v3", "v3 = image @ hidden.W", "Digits.nn:12", false, floats, v3At,
                0, 64 * N, N, 64);
        FiniteChecks.tensor("hidden", "hidden = image @ hidden.W + hidden.b <= 0 ? 0 : image @ hidden.W + hidden.b", "Digits.nn:12", false,
                floats, hiddenAt, 0, 64 * N, N, 64);

        // v10 = hidden @ logits.W   (Digits.nn:13)
        // v18 = exp(logits - (v13 == Infinity ? 0 : max(logits, axis = 1)))   (Digits.nn:16)
        // digit = exp(logits - (v15 ? 0 : v12)) * (1 / sum(exp(v17), axis = 1))   (Digits.nn:16)
        Digits.KERNELS.digit(floats, hiddenAt, parameters, LOGITS_W, floats, v10At,
                parameters, LOGITS_B, floats, v18At, digit, 0, N, scratch, 0, share.from(N),
                share.to(N));
        FiniteChecks.tensor("v10", "v10 = hidden @ logits.W", "Digits.nn:13", false, floats, v10At,
                0, 10 * N, N, 10);
        FiniteChecks.tensor("v18", "v18 = exp(logits - (v13 == Infinity ? 0 : max(logits, axis = 1)))", "Digits.nn:16", false,
                floats, v18At, 0, 10 * N, N, 10);
        FiniteChecks.tensor("digit", "digit = exp(logits - (v15 ? 0 : v12)) * (1 / sum(exp(v17), axis = 1))", "Digits.nn:16", false,
                digit, 0, 0, 10 * N, N, 10);
    }

    static void evaluate(int N, float[] image, int[] label, float[] parameters,
            Digits.Workspace workspace) {
        final Share share = Share.WHOLE;
        // What earlier calls have left behind is not looked at.
        Arrays.fill(workspace.floats, 0);
        FiniteChecks.tensor("input image", "", "", false, image, 0, 0, 64 * N, N, 64);
        FiniteChecks.tensors("parameter", DigitsParameters.ALL, parameters);
        DigitsChecked.evaluateForward(N, image, label, parameters, workspace, share);
    }

    static void evaluateForward(int N, float[] image, int[] label, float[] parameters,
            Digits.Workspace workspace, Share share) {
        final float[] floats = workspace.floats;
        final int[] ints = workspace.ints;
        final float[] scratch = workspace.scratch[share.index()];
        final float[] results = workspace.results;
        final int v4At = 0;
        final int hiddenAt = 64 * N;
        final int v11At = 0;
        final int v34At = 0;
        final int v28At = 10 * N;

        // v4 = image @ hidden.W   (Digits.nn:12)
        // hidden = image @ hidden.W + hidden.b <= 0 ? 0 : image @ hidden.W + hidden.b   (Digits.nn:12)
        Digits.KERNELS.hidden(image, 0, parameters, HIDDEN_W, floats, v4At, parameters, HIDDEN_B,
                floats, hiddenAt, N, scratch, 0, share.from(N), share.to(N));
        FiniteChecks.tensor("v4", "v4 = image @ hidden.W", "Digits.nn:12", false, floats, v4At,
                0, 64 * N, N, 64);
        FiniteChecks.tensor("hidden", "hidden = image @ hidden.W + hidden.b <= 0 ? 0 : image @ hidden.W + hidden.b", "Digits.nn:12", false,
                floats, hiddenAt, 0, 64 * N, N, 64);

        // v11 = hidden @ logits.W   (Digits.nn:13)
        // v28 = log(sum(exp(v18), axis = 1)) - (sum(v24 ? logits : 0, axis = 1) - (v14 == Infinity ? 0 : max(logits, axis = 1)))   (Digits.nn:18)
        // v34 = argmax(logits, axis = 1)   (Digits.nn:19)
        Digits.KERNELS.logits(floats, hiddenAt, parameters, LOGITS_W, floats, v11At,
                parameters, LOGITS_B, label, 0, ints, v34At, floats, v28At, N, scratch, 0,
                share.from(N), share.to(N));
        FiniteChecks.tensor("v11", "v11 = hidden @ logits.W", "Digits.nn:13", false, floats, v11At,
                0, 10 * N, N, 10);
        FiniteChecks.tensor("v28", "v28 = log(sum(exp(v18), axis = 1)) - (sum(v24 ? logits : 0, axis = 1) - (v14 == Infinity ? 0 : max(logits, axis = 1)))", "Digits.nn:18", false,
                floats, v28At, 0, N, N, 1);

        // v32 = sum(log(v20) - (v26 - v17), axis = 0) / N   (Digits.nn:18)
        Digits.KERNELS.loss(floats, v28At, results, 0, N, scratch, 0);
        FiniteChecks.tensor("loss", "v32 = sum(log(v20) - (v26 - v17), axis = 0) / N", "Digits.nn:18", false,
                results, 0, 0, 1);

        // v39 = sum(v35 == label) / N   (Digits.nn:19)
        Digits.KERNELS.accuracy(ints, v34At, label, 0, results, 1, N, scratch, 0);
        FiniteChecks.tensor("accuracy", "v39 = sum(v35 == label) / N", "Digits.nn:19", false,
                results, 1, 0, 1);
    }

    static void train(int N, float[] image, int[] label, float[] parameters,
            Digits.Workspace workspace, float[] gradient) {
        final Share share = Share.WHOLE;
        // What earlier calls have left behind is not looked at.
        Arrays.fill(workspace.floats, 0);
        FiniteChecks.tensor("input image", "", "", false, image, 0, 0, 64 * N, N, 64);
        FiniteChecks.tensors("parameter", DigitsParameters.ALL, parameters);
        DigitsChecked.trainForward(N, image, label, parameters, workspace, share);
        DigitsChecked.trainBackward(N, image, label, parameters, gradient, workspace, share);
    }

    static void trainForward(int N, float[] image, int[] label, float[] parameters,
            Digits.Workspace workspace, Share share) {
        final float[] floats = workspace.floats;
        final int[] ints = workspace.ints;
        final float[] scratch = workspace.scratch[share.index()];
        final float[] results = workspace.results;
        final int v4At = 64 * N;
        final int hiddenAt = 0;
        final int v11At = 76 * N;
        final int v35At = 0;
        final int v19At = 64 * N;
        final int v20At = 74 * N;
        final int v29At = 75 * N;

        // v4 = image @ hidden.W   (Digits.nn:12)
        // hidden = image @ hidden.W + hidden.b <= 0 ? 0 : image @ hidden.W + hidden.b   (Digits.nn:12)
        Digits.KERNELS.hidden(image, 0, parameters, HIDDEN_W, floats, v4At, parameters, HIDDEN_B,
                floats, hiddenAt, N, scratch, 0, share.from(N), share.to(N));
        FiniteChecks.tensor("v4", "v4 = image @ hidden.W", "Digits.nn:12", false, floats, v4At,
                0, 64 * N, N, 64);
        FiniteChecks.tensor("hidden", "hidden = image @ hidden.W + hidden.b <= 0 ? 0 : image @ hidden.W + hidden.b", "Digits.nn:12", false,
                floats, hiddenAt, 0, 64 * N, N, 64);

        // v11 = hidden @ logits.W   (Digits.nn:13)
        // v19 = exp(logits - (v14 == Infinity ? 0 : max(logits, axis = 1)))   (Digits.nn:18)
        // v20 = sum(exp(logits - (v16 ? 0 : v13)), axis = 1)   (Digits.nn:18)
        // v29 = log(sum(exp(v18), axis = 1)) - (sum(v25 ? logits : 0, axis = 1) - (v14 == Infinity ? 0 : max(logits, axis = 1)))   (Digits.nn:18)
        // v35 = argmax(logits, axis = 1)   (Digits.nn:19)
        Digits.KERNELS.logits_2(floats, hiddenAt, parameters, LOGITS_W, floats, v11At,
                parameters, LOGITS_B, label, 0, ints, v35At, floats, v19At, floats, v20At,
                floats, v29At, N, scratch, 0, share.from(N), share.to(N));
        FiniteChecks.tensor("v11", "v11 = hidden @ logits.W", "Digits.nn:13", false, floats, v11At,
                0, 10 * N, N, 10);
        FiniteChecks.tensor("v19", "v19 = exp(logits - (v14 == Infinity ? 0 : max(logits, axis = 1)))", "Digits.nn:18", false,
                floats, v19At, 0, 10 * N, N, 10);
        FiniteChecks.tensor("v20", "v20 = sum(exp(logits - (v16 ? 0 : v13)), axis = 1)", "Digits.nn:18", false,
                floats, v20At, 0, N, N, 1);
        FiniteChecks.tensor("v29", "v29 = log(sum(exp(v18), axis = 1)) - (sum(v25 ? logits : 0, axis = 1) - (v14 == Infinity ? 0 : max(logits, axis = 1)))", "Digits.nn:18", false,
                floats, v29At, 0, N, N, 1);

        // v33 = sum(log(v20) - (v27 - v17), axis = 0) / N   (Digits.nn:18)
        Digits.KERNELS.loss(floats, v29At, results, 0, N, scratch, 0);
        FiniteChecks.tensor("loss", "v33 = sum(log(v20) - (v27 - v17), axis = 0) / N", "Digits.nn:18", false,
                results, 0, 0, 1);

        // v40 = sum(v36 == label) / N   (Digits.nn:19)
        Digits.KERNELS.accuracy(ints, v35At, label, 0, results, 1, N, scratch, 0);
        FiniteChecks.tensor("accuracy", "v40 = sum(v36 == label) / N", "Digits.nn:19", false,
                results, 1, 0, 1);
    }

    static void trainBackward(int N, float[] image, int[] label, float[] parameters,
            float[] gradient, Digits.Workspace workspace, Share share) {
        final float[] floats = workspace.floats;
        final float[] scratch = workspace.scratch[share.index()];
        final int v46At = 138 * N;
        final int v20At = 74 * N;
        final int v43At = 75 * N;
        final int v19At = 64 * N;
        final int logitsBarAt = 128 * N;
        final int hiddenBarAt = 138 * N;
        final int hiddenAt = 0;
        final int v53At = 64 * N;

        // v46 = 1 / N   (Digits.nn:13)
        Digits.KERNELS.v46(floats, v46At, N);
        FiniteChecks.tensor("v46", "v46 = 1 / N", "Digits.nn:13", false, floats, v46At, 0, 1);

        // v43 = 1 / sum(exp(logits - v17), axis = 1)   (Digits.nn:18)
        Digits.KERNELS.v43(floats, v20At, floats, v43At, N, share.fromLane(N), share.toLane(N));
        FiniteChecks.tensor("v43", "v43 = 1 / sum(exp(logits - v17), axis = 1)", "Digits.nn:18", false,
                floats, v43At, 0, N, N, 1);

        // logitsBar = (exp(v18) * (1 / v20) - one_hot(label, 10)) * (1 / N)   (Digits.nn:13)
        Digits.KERNELS.logitsBar(floats, v19At, floats, v43At, label, 0, floats, v46At,
                floats, logitsBarAt, N, share.from(N), share.to(N));
        FiniteChecks.tensor("logitsBar", "logitsBar = (exp(v18) * (1 / v20) - one_hot(label, 10)) * (1 / N)", "Digits.nn:13", false,
                floats, logitsBarAt, 0, 10 * N, N, 10);

        // v48 = sum(logitsBar, axis = 0)   (Digits.nn:13)
        Digits.KERNELS.logitsBBar(gradient, LOGITS_B, floats, logitsBarAt, N, share.fromLane(10),
                share.toLane(10));
        FiniteChecks.tensor("the gradient of logits.b", "v48 = sum(logitsBar, axis = 0)", "Digits.nn:13", false,
                gradient, LOGITS_B, 0, 10, 10);

        // hiddenBar = logitsBar @ logits.W'   (Digits.nn:13)
        // v53 = hidden <= 0 ? 0 : hiddenBar   (Digits.nn:12)
        Digits.KERNELS.hiddenBar(floats, logitsBarAt, parameters, LOGITS_W, floats, hiddenBarAt,
                floats, hiddenAt, floats, v53At, N, scratch, 0, share.from(N), share.to(N));
        FiniteChecks.tensor("v53", "v53 = hidden <= 0 ? 0 : hiddenBar", "Digits.nn:12", false,
                floats, v53At, 0, 64 * N, N, 64);

        // v51 = hidden' @ logitsBar   (Digits.nn:13)
        Digits.KERNELS.logitsWBar(floats, hiddenAt, floats, logitsBarAt, gradient, LOGITS_W, N,
                scratch, 0, share.from(64), share.to(64));
        FiniteChecks.tensor("the gradient of logits.W", "v51 = hidden' @ logitsBar", "Digits.nn:13", false,
                gradient, LOGITS_W, 0, 640, 64, 10);

        // v54 = sum(hidden <= 0 ? 0 : hiddenBar, axis = 0)   (Digits.nn:12)
        Digits.KERNELS.hiddenBBar(gradient, HIDDEN_B, floats, v53At, N, share.fromLane(64),
                share.toLane(64));
        FiniteChecks.tensor("the gradient of hidden.b", "v54 = sum(hidden <= 0 ? 0 : hiddenBar, axis = 0)", "Digits.nn:12", false,
                gradient, HIDDEN_B, 0, 64, 64);

        // v56 = image' @ (hidden <= 0 ? 0 : hiddenBar)   (Digits.nn:12)
        Digits.KERNELS.hiddenWBar(image, 0, floats, v53At, gradient, HIDDEN_W, N, scratch, 0,
                share.from(64), share.to(64));
        FiniteChecks.tensor("the gradient of hidden.W", "v56 = image' @ (hidden <= 0 ? 0 : hiddenBar)", "Digits.nn:12", false,
                gradient, HIDDEN_W, 0, 4096, 64, 64);
    }
}
