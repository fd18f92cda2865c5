// Written by Leibniz from Digits.nn, anew at each build.
package samples.digits;

import dev.leibniz.runtime.Generated;

/**
 * The loops of {@link Digits}. Each array comes with the offset at which what is meant begins; the rows
 * {@code [from, to)} are those to be computed.
 */
@Generated(
        source = "Digits.nn",
        by = "leibniz"
)
interface DigitsKernels {
    /**
     * {@code v3 = image @ hidden.W}
     * <br>{@code hidden = image @ hidden.W + hidden.b <= 0 ? 0 : image @ hidden.W + hidden.b}
     * <br>8320*N floating-point operations.
     */
    void hidden(float[] image, int imageAt, float[] hiddenW, int hiddenWAt, float[] v3, int v3At,
            float[] hiddenB, int hiddenBAt, float[] hidden, int hiddenAt, int N, float[] scratch,
            int scratchAt, int from, int to);

    /**
     * {@code v10 = hidden @ logits.W}
     * <br>{@code v18 = exp(logits - (v13 == Infinity ? 0 : max(logits, axis = 1)))}
     * <br>{@code digit = exp(logits - (v15 ? 0 : v12)) * (1 / sum(exp(v17), axis = 1))}
     * <br>1353*N floating-point operations.
     */
    void digit(float[] hidden, int hiddenAt, float[] logitsW, int logitsWAt, float[] v10, int v10At,
            float[] logitsB, int logitsBAt, float[] v18, int v18At, float[] digit, int digitAt,
            int N, float[] scratch, int scratchAt, int from, int to);

    /**
     * {@code v11 = hidden @ logits.W}
     * <br>{@code v28 = log(sum(exp(v18), axis = 1)) - (sum(v24 ? logits : 0, axis = 1) - (v14 == Infinity ? 0 : max(logits, axis = 1)))}
     * <br>{@code v34 = argmax(logits, axis = 1)}
     * <br>1385*N floating-point operations.
     */
    void logits(float[] hidden, int hiddenAt, float[] logitsW, int logitsWAt, float[] v11,
            int v11At, float[] logitsB, int logitsBAt, int[] label, int labelAt, int[] v34,
            int v34At, float[] v28, int v28At, int N, float[] scratch, int scratchAt, int from,
            int to);

    /**
     * {@code v32 = sum(log(v20) - (v26 - v17), axis = 0) / N}
     * <br>N + 1 floating-point operations.
     */
    void loss(float[] v28, int v28At, float[] loss, int lossAt, int N, float[] scratch,
            int scratchAt);

    /**
     * {@code v39 = sum(v35 == label) / N}
     * <br>2*N + 1 floating-point operations.
     */
    void accuracy(int[] v34, int v34At, int[] label, int labelAt, float[] accuracy, int accuracyAt,
            int N, float[] scratch, int scratchAt);

    /**
     * {@code v11 = hidden @ logits.W}
     * <br>{@code v19 = exp(logits - (v14 == Infinity ? 0 : max(logits, axis = 1)))}
     * <br>{@code v20 = sum(exp(logits - (v16 ? 0 : v13)), axis = 1)}
     * <br>{@code v29 = log(sum(exp(v18), axis = 1)) - (sum(v25 ? logits : 0, axis = 1) - (v14 == Infinity ? 0 : max(logits, axis = 1)))}
     * <br>{@code v35 = argmax(logits, axis = 1)}
     * <br>1385*N floating-point operations.
     */
    void logits_2(float[] hidden, int hiddenAt, float[] logitsW, int logitsWAt, float[] v11,
            int v11At, float[] logitsB, int logitsBAt, int[] label, int labelAt, int[] v35,
            int v35At, float[] v19, int v19At, float[] v20, int v20At, float[] v29, int v29At,
            int N, float[] scratch, int scratchAt, int from, int to);

    /**
     * {@code v46 = 1 / N}
     * <br>1 floating-point operations.
     */
    void v46(float[] v46, int v46At, int N);

    /**
     * {@code v43 = 1 / sum(exp(logits - v17), axis = 1)}
     * <br>N floating-point operations.
     */
    void v43(float[] v20, int v20At, float[] v43, int v43At, int N, int from, int to);

    /**
     * {@code logitsBar = (exp(v18) * (1 / v20) - one_hot(label, 10)) * (1 / N)}
     * <br>40*N floating-point operations.
     */
    void logitsBar(float[] v19, int v19At, float[] v43, int v43At, int[] label, int labelAt,
            float[] v46, int v46At, float[] logitsBar, int logitsBarAt, int N, int from, int to);

    /**
     * {@code v48 = sum(logitsBar, axis = 0)}
     * <br>10*N floating-point operations.
     */
    void logitsBBar(float[] logitsBBar, int logitsBBarAt, float[] logitsBar, int logitsBarAt, int N,
            int from, int to);

    /**
     * {@code hiddenBar = logitsBar @ logits.W'}
     * <br>{@code v53 = hidden <= 0 ? 0 : hiddenBar}
     * <br>1344*N floating-point operations.
     */
    void hiddenBar(float[] logitsBar, int logitsBarAt, float[] logitsW, int logitsWAt,
            float[] hiddenBar, int hiddenBarAt, float[] hidden, int hiddenAt, float[] v53,
            int v53At, int N, float[] scratch, int scratchAt, int from, int to);

    /**
     * {@code v51 = hidden' @ logitsBar}
     * <br>1280*N floating-point operations.
     */
    void logitsWBar(float[] hidden, int hiddenAt, float[] logitsBar, int logitsBarAt,
            float[] logitsWBar, int logitsWBarAt, int N, float[] scratch, int scratchAt, int from,
            int to);

    /**
     * {@code v54 = sum(hidden <= 0 ? 0 : hiddenBar, axis = 0)}
     * <br>64*N floating-point operations.
     */
    void hiddenBBar(float[] hiddenBBar, int hiddenBBarAt, float[] v53, int v53At, int N, int from,
            int to);

    /**
     * {@code v56 = image' @ (hidden <= 0 ? 0 : hiddenBar)}
     * <br>8192*N floating-point operations.
     */
    void hiddenWBar(float[] image, int imageAt, float[] v53, int v53At, float[] hiddenWBar,
            int hiddenWBarAt, int N, float[] scratch, int scratchAt, int from, int to);

    /**
     * {@code v = 0.9 * velocity + g}
     * <br>{@code wNext = w - 0.1 * v}
     * <br>{@code gNext = broadcast(0, [P])}
     * <br>4*P floating-point operations.
     */
    void sgd(float[] velocity, int velocityAt, float[] g, int gAt, float[] w, int wAt, int P,
            int from, int to);

    /**
     * Elements of scratch memory that a matrix product of these sizes needs.
     */
    int scratchLength(int m, int n, int k);
}
