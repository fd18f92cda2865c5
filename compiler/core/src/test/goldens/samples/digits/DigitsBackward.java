// Written by Leibniz from Digits.nn, anew at each build.
package samples.digits;

import static samples.digits.DigitsParameters.*;

import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.Share;

/**
 * The backward pass of {@link Digits}. The cotangent of {@code x}, the derivative of the loss by it, is {@code xBar}.
 */
@Generated(
        source = "Digits.nn",
        by = "leibniz"
)
final class DigitsBackward {
    private DigitsBackward() {
    }

    /**
     * The gradients of the parameters, added to what {@code gradient} holds; runs after {@link DigitsForward}'s pass.
     */
    static void train(int N, float[] image, int[] label, float[] parameters, float[] gradient,
            Digits.Workspace workspace, Share share) {
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
        if (share.isFirst()) {
            Digits.KERNELS.v46(floats, v46At, N);
        }
        share.await();

        // v43 = 1 / sum(exp(logits - v17), axis = 1)   (Digits.nn:18)
        Digits.KERNELS.v43(floats, v20At, floats, v43At, N, share.fromLane(N), share.toLane(N));
        share.await();

        // logitsBar = (exp(v18) * (1 / v20) - one_hot(label, 10)) * (1 / N)   (Digits.nn:13)
        Digits.KERNELS.logitsBar(floats, v19At, floats, v43At, label, 0, floats, v46At,
                floats, logitsBarAt, N, share.from(N), share.to(N));
        share.await();

        // v48 = sum(logitsBar, axis = 0)   (Digits.nn:13)
        Digits.KERNELS.logitsBBar(gradient, LOGITS_B, floats, logitsBarAt, N, share.fromLane(10),
                share.toLane(10));
        share.await();

        // hiddenBar = logitsBar @ logits.W'   (Digits.nn:13)
        // v53 = hidden <= 0 ? 0 : hiddenBar   (Digits.nn:12)
        Digits.KERNELS.hiddenBar(floats, logitsBarAt, parameters, LOGITS_W, floats, hiddenBarAt,
                floats, hiddenAt, floats, v53At, N, scratch, 0, share.from(N), share.to(N));
        share.await();

        // v51 = hidden' @ logitsBar   (Digits.nn:13)
        Digits.KERNELS.logitsWBar(floats, hiddenAt, floats, logitsBarAt, gradient, LOGITS_W, N,
                scratch, 0, share.from(64), share.to(64));
        share.await();

        // v54 = sum(hidden <= 0 ? 0 : hiddenBar, axis = 0)   (Digits.nn:12)
        Digits.KERNELS.hiddenBBar(gradient, HIDDEN_B, floats, v53At, N, share.fromLane(64),
                share.toLane(64));
        share.await();

        // v56 = image' @ (hidden <= 0 ? 0 : hiddenBar)   (Digits.nn:12)
        Digits.KERNELS.hiddenWBar(image, 0, floats, v53At, gradient, HIDDEN_W, N, scratch, 0,
                share.from(64), share.to(64));
    }
}
