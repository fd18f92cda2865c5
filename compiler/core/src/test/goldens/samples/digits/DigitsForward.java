// Written by Leibniz from Digits.nn, anew at each build.
package samples.digits;

import static samples.digits.DigitsParameters.*;

import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.Share;

/**
 * The forward passes of {@link Digits}: kernels in order, and where their temporaries lie in the workspace.
 */
@Generated(
        source = "Digits.nn",
        by = "leibniz"
)
final class DigitsForward {
    private DigitsForward() {
    }

    /**
     * The outputs.
     */
    static void predict(int N, float[] image, float[] parameters, float[] digit,
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
        share.await();

        // v10 = hidden @ logits.W   (Digits.nn:13)
        // v18 = exp(logits - (v13 == Infinity ? 0 : max(logits, axis = 1)))   (Digits.nn:16)
        // digit = exp(logits - (v15 ? 0 : v12)) * (1 / sum(exp(v17), axis = 1))   (Digits.nn:16)
        Digits.KERNELS.digit(floats, hiddenAt, parameters, LOGITS_W, floats, v10At,
                parameters, LOGITS_B, floats, v18At, digit, 0, N, scratch, 0, share.from(N),
                share.to(N));
    }

    /**
     * Makes room for {@link #predict}, the first time.
     */
    static void reservePredict(Digits.Workspace workspace) {
        if (workspace.holdsPredict) {
            return;
        }
        final long N = workspace.N;
        workspace.reserve(128 * N, 0, predictScratch(workspace.N));
        workspace.holdsPredict = true;
    }

    private static long predictScratch(int N) {
        long most = 0;
        most = Math.max(most, Digits.KERNELS.scratchLength(N, 64, 64));
        most = Math.max(most, 320);
        most = Math.max(most, Digits.KERNELS.scratchLength(N, 10, 64));
        return most;
    }

    /**
     * The loss and the metrics, {@code training} being false.
     */
    static void evaluate(int N, float[] image, int[] label, float[] parameters,
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
        share.await();

        // v11 = hidden @ logits.W   (Digits.nn:13)
        // v28 = log(sum(exp(v18), axis = 1)) - (sum(v24 ? logits : 0, axis = 1) - (v14 == Infinity ? 0 : max(logits, axis = 1)))   (Digits.nn:18)
        // v34 = argmax(logits, axis = 1)   (Digits.nn:19)
        Digits.KERNELS.logits(floats, hiddenAt, parameters, LOGITS_W, floats, v11At,
                parameters, LOGITS_B, label, 0, ints, v34At, floats, v28At, N, scratch, 0,
                share.from(N), share.to(N));
        share.await();

        // v32 = sum(log(v20) - (v26 - v17), axis = 0) / N   (Digits.nn:18)
        if (share.isFirst()) {
            Digits.KERNELS.loss(floats, v28At, results, 0, N, scratch, 0);
        }

        // v39 = sum(v35 == label) / N   (Digits.nn:19)
        if (share.isFirst()) {
            Digits.KERNELS.accuracy(ints, v34At, label, 0, results, 1, N, scratch, 0);
        }
    }

    /**
     * Makes room for {@link #evaluate}, the first time.
     */
    static void reserveEvaluate(Digits.Workspace workspace) {
        if (workspace.holdsEvaluate) {
            return;
        }
        final long N = workspace.N;
        workspace.reserve(128 * N, N, evaluateScratch(workspace.N));
        workspace.holdsEvaluate = true;
    }

    private static long evaluateScratch(int N) {
        long most = 0;
        most = Math.max(most, Digits.KERNELS.scratchLength(N, 64, 64));
        most = Math.max(most, 320);
        most = Math.max(most, Digits.KERNELS.scratchLength(N, 10, 64));
        most = Math.max(most, 64);
        return most;
    }

    /**
     * The loss and the metrics, {@code training} being true, and what the backward pass needs.
     */
    static void train(int N, float[] image, int[] label, float[] parameters,
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
        share.await();

        // v11 = hidden @ logits.W   (Digits.nn:13)
        // v19 = exp(logits - (v14 == Infinity ? 0 : max(logits, axis = 1)))   (Digits.nn:18)
        // v20 = sum(exp(logits - (v16 ? 0 : v13)), axis = 1)   (Digits.nn:18)
        // v29 = log(sum(exp(v18), axis = 1)) - (sum(v25 ? logits : 0, axis = 1) - (v14 == Infinity ? 0 : max(logits, axis = 1)))   (Digits.nn:18)
        // v35 = argmax(logits, axis = 1)   (Digits.nn:19)
        Digits.KERNELS.logits_2(floats, hiddenAt, parameters, LOGITS_W, floats, v11At,
                parameters, LOGITS_B, label, 0, ints, v35At, floats, v19At, floats, v20At,
                floats, v29At, N, scratch, 0, share.from(N), share.to(N));
        share.await();

        // v33 = sum(log(v20) - (v27 - v17), axis = 0) / N   (Digits.nn:18)
        if (share.isFirst()) {
            Digits.KERNELS.loss(floats, v29At, results, 0, N, scratch, 0);
        }

        // v40 = sum(v36 == label) / N   (Digits.nn:19)
        if (share.isFirst()) {
            Digits.KERNELS.accuracy(ints, v35At, label, 0, results, 1, N, scratch, 0);
        }
    }

    /**
     * Makes room for {@link #train}, the first time.
     */
    static void reserveTrain(Digits.Workspace workspace) {
        if (workspace.holdsTrain) {
            return;
        }
        final long N = workspace.N;
        workspace.reserve(202 * N, N, trainScratch(workspace.N));
        workspace.holdsTrain = true;
    }

    private static long trainScratch(int N) {
        long most = 0;
        most = Math.max(most, Digits.KERNELS.scratchLength(N, 64, 64));
        most = Math.max(most, 320);
        most = Math.max(most, Digits.KERNELS.scratchLength(N, 10, 64));
        most = Math.max(most, 64);
        most = Math.max(most, Digits.KERNELS.scratchLength(N, 64, 10));
        most = Math.max(most, Digits.KERNELS.scratchLength(64, 10, N));
        most = Math.max(most, Digits.KERNELS.scratchLength(64, 64, N));
        return most;
    }
}
