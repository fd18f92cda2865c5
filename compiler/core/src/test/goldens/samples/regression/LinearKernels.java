// Written by Leibniz from Linear.nn, anew at each build.
package samples.regression;

import dev.leibniz.runtime.Generated;

/**
 * The loops of {@link Linear}. Each array comes with the offset at which what is meant begins; the rows
 * {@code [from, to)} are those to be computed.
 */
@Generated(
        source = "Linear.nn",
        by = "leibniz"
)
interface LinearKernels {
    /**
     * {@code v3 = x @ w}
     * <br>{@code prediction = x @ w + b}
     * <br>21*N floating-point operations.
     */
    void prediction(double[] w, int wAt, double[] x, int xAt, double[] v3, int v3At, double[] b,
            int bAt, double[] prediction, int predictionAt, int N, double[] scratch, int scratchAt);

    /**
     * {@code v4 = x @ w}
     * <br>{@code v11 = sum((prediction - y) * (prediction - y)) / N}
     * <br>24*N + 1 floating-point operations.
     */
    void prediction_2(double[] w, int wAt, double[] x, int xAt, double[] v4, int v4At, double[] b,
            int bAt, double[] y, int yAt, double[] loss, int lossAt, int N, double[] scratch,
            int scratchAt);

    /**
     * {@code v4 = x @ w}
     * <br>{@code v6 = prediction - y}
     * <br>{@code v12 = sum((prediction - y) * (prediction - y)) / N}
     * <br>24*N + 1 floating-point operations.
     */
    void prediction_3(double[] w, int wAt, double[] x, int xAt, double[] v4, int v4At, double[] b,
            int bAt, double[] y, int yAt, double[] v6, int v6At, double[] loss, int lossAt, int N,
            double[] scratch, int scratchAt);

    /**
     * {@code v14 = 2 / N}
     * <br>1 floating-point operations.
     */
    void v14(double[] v14, int v14At, int N);

    /**
     * {@code predictionBar = 2 / N * (prediction - y)}
     * <br>{@code v17 = 2 / N * sum(prediction - y)}
     * <br>2*N + 2 floating-point operations.
     */
    void predictionBar(double[] v14, int v14At, double[] v6, int v6At, double[] predictionBar,
            int predictionBarAt, double[] bBar, int bBarAt, int N);

    /**
     * {@code v19 = x' @ predictionBar}
     * <br>20*N floating-point operations.
     */
    void wBar(double[] predictionBar, int predictionBarAt, double[] x, int xAt, double[] wBar,
            int wBarAt, int N, double[] scratch, int scratchAt);

    /**
     * {@code v = 0.95 * velocity + g}
     * <br>{@code wNext = w - 0.05 * v}
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
