// Written by Leibniz from Logistic.nn, anew at each build.
package samples.regression;

import dev.leibniz.runtime.Generated;

/**
 * The loops of {@link Logistic}. Each array comes with the offset at which what is meant begins; the rows
 * {@code [from, to)} are those to be computed.
 */
@Generated(
        source = "Logistic.nn",
        by = "leibniz"
)
interface LogisticKernels {
    /**
     * {@code v3 = x @ w}
     * <br>{@code probability = sigmoid(score)}
     * <br>62*N floating-point operations.
     */
    void probability(double[] w, int wAt, double[] x, int xAt, double[] v3, int v3At, double[] b,
            int bAt, double[] probability, int probabilityAt, int N, double[] scratch,
            int scratchAt);

    /**
     * {@code v4 = x @ w}
     * <br>{@code score = x @ w + b}
     * <br>{@code v16 = max(-score, 0) + log1p(exp(-v12))}
     * <br>{@code v36 = sum(v31 == v32) / N}
     * <br>72*N + 1 floating-point operations.
     */
    void score(double[] w, int wAt, double[] x, int xAt, double[] v4, int v4At, double[] b, int bAt,
            double[] score, int scoreAt, double[] v16, int v16At, double[] y, int yAt,
            double[] accuracy, int accuracyAt, int N, double[] scratch, int scratchAt);

    /**
     * {@code v21 = sum(v7 * score + (v11 + v15)) / N}
     * <br>4*N + 1 floating-point operations.
     */
    void v21(double[] y, int yAt, double[] score, int scoreAt, double[] v16, int v16At,
            double[] v21, int v21At, int N);

    /**
     * {@code v26 = sum(v8 + v16) / N + 0.005 * sum(w * w)}
     * <br>62 floating-point operations.
     */
    void loss(double[] w, int wAt, double[] v21, int v21At, double[] loss, int lossAt);

    /**
     * {@code v39 = 0.01 * w}
     * <br>60 floating-point operations.
     */
    void wBar(double[] w, int wAt, double[] wBar, int wBarAt, int from, int to);

    /**
     * {@code v42 = 1 / N}
     * <br>1 floating-point operations.
     */
    void v42(double[] v42, int v42At, int N);

    /**
     * {@code scoreBar = (sigmoid(score) - y) * (1 / N)}
     * <br>{@code v45 = sum(sigmoid(score) - y) / N}
     * <br>4*N + 2 floating-point operations.
     */
    void scoreBar(double[] score, int scoreAt, double[] y, int yAt, double[] v42, int v42At,
            double[] scoreBar, int scoreBarAt, double[] bBar, int bBarAt, int N);

    /**
     * {@code v47 = x' @ scoreBar}
     * <br>60*N floating-point operations.
     */
    void wBar_2(double[] scoreBar, int scoreBarAt, double[] x, int xAt, double[] wBar, int wBarAt,
            int N, double[] scratch, int scratchAt);

    /**
     * {@code v = 0.95 * velocity + g}
     * <br>{@code wNext = w - 0.2 * v}
     * <br>{@code gNext = broadcast(0, [P])}
     * <br>4*P floating-point operations.
     */
    void sgd(double[] velocity, int velocityAt, double[] g, int gAt, double[] w, int wAt, int P,
            int from, int to);

    /**
     * Elements of scratch memory that a matrix product of these sizes needs.
     */
    int scratchLength(int m, int n, int k);
}
