// Written by Leibniz from Linear.nn, anew at each build.
package samples.regression;

import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.kernel.PlainMatMul;

/**
 * The loops of {@link Linear} in plain Java.
 */
@Generated(
        source = "Linear.nn",
        by = "leibniz"
)
final class LinearScalarKernels implements LinearKernels {
    @Override
    public int scratchLength(int m, int n, int k) {
        return PlainMatMul.scratchLength(m, n, k);
    }

    @Override
    public void prediction(double[] w, int wAt, double[] x, int xAt, double[] v3, int v3At,
            double[] b, int bAt, double[] prediction, int predictionAt, int N, double[] scratch,
            int scratchAt) {
        // v3 = x @ w   (Linear.nn:12)
        // prediction = x @ w + b   (Linear.nn:12)
        PlainMatMul.multiply(
                1, N, 10,
                w, wAt, 0, 1,
                x, xAt, 1, 10,
                v3, v3At, 0,
                false, scratch, scratchAt);
        for (int i = 0; i < N; i++) {
            final double t1 = v3[v3At + i];
            final double predictionValue = (t1 + b[bAt]);
            prediction[predictionAt + i] = predictionValue;
        }
    }

    @Override
    public void prediction_2(double[] w, int wAt, double[] x, int xAt, double[] v4, int v4At,
            double[] b, int bAt, double[] y, int yAt, double[] loss, int lossAt, int N,
            double[] scratch, int scratchAt) {
        // v4 = x @ w   (Linear.nn:12)
        // v11 = sum((prediction - y) * (prediction - y)) / N   (Linear.nn:13)
        PlainMatMul.multiply(
                1, N, 10,
                w, wAt, 0, 1,
                x, xAt, 1, 10,
                v4, v4At, 0,
                false, scratch, scratchAt);
        double t4 = 0.0;
        for (int i = 0; i < N; i++) {
            final double t1 = v4[v4At + i];
            final double predictionValue = (t1 + b[bAt]);
            final double t2 = (predictionValue - y[yAt + i]);
            final double t3 = (t2 * t2);
            t4 = (t4 + t3);
        }
        final double t5 = (t4 / ((double) (N)));
        loss[lossAt] = t5;
    }

    @Override
    public void prediction_3(double[] w, int wAt, double[] x, int xAt, double[] v4, int v4At,
            double[] b, int bAt, double[] y, int yAt, double[] v6, int v6At, double[] loss,
            int lossAt, int N, double[] scratch, int scratchAt) {
        // v4 = x @ w   (Linear.nn:12)
        // v6 = prediction - y   (Linear.nn:13)
        // v12 = sum((prediction - y) * (prediction - y)) / N   (Linear.nn:13)
        PlainMatMul.multiply(
                1, N, 10,
                w, wAt, 0, 1,
                x, xAt, 1, 10,
                v4, v4At, 0,
                false, scratch, scratchAt);
        double t4 = 0.0;
        for (int i = 0; i < N; i++) {
            final double t1 = v4[v4At + i];
            final double predictionValue = (t1 + b[bAt]);
            final double t2 = (predictionValue - y[yAt + i]);
            final double t3 = (t2 * t2);
            v6[v6At + i] = t2;
            t4 = (t4 + t3);
        }
        final double t5 = (t4 / ((double) (N)));
        loss[lossAt] = t5;
    }

    @Override
    public void v14(double[] v14, int v14At, int N) {
        // v14 = 2 / N   (Linear.nn:13)
        final double t1 = (2.0 / ((double) (N)));
        v14[v14At] = t1;
    }

    @Override
    public void predictionBar(double[] v14, int v14At, double[] v6, int v6At,
            double[] predictionBar, int predictionBarAt, double[] bBar, int bBarAt, int N) {
        // predictionBar = 2 / N * (prediction - y)   (Linear.nn:13)
        // v17 = 2 / N * sum(prediction - y)   (Linear.nn:12)
        double t1 = 0.0;
        for (int i = 0; i < N; i++) {
            final double predictionBarValue = (v14[v14At] * v6[v6At + i]);
            predictionBar[predictionBarAt + i] = predictionBarValue;
            t1 = (t1 + v6[v6At + i]);
        }
        final double t2 = (v14[v14At] * t1);
        bBar[bBarAt] += t2;
    }

    @Override
    public void wBar(double[] predictionBar, int predictionBarAt, double[] x, int xAt,
            double[] wBar, int wBarAt, int N, double[] scratch, int scratchAt) {
        // v19 = x' @ predictionBar   (Linear.nn:12)
        PlainMatMul.multiply(
                1, 10, N,
                predictionBar, predictionBarAt, 0, 1,
                x, xAt, 10, 1,
                wBar, wBarAt, 0,
                true, scratch, scratchAt);
    }

    @Override
    public void sgd(double[] velocity, int velocityAt, double[] g, int gAt, double[] w, int wAt,
            int P, int from, int to) {
        // v = 0.95 * velocity + g   (Linear.nn:14)
        // wNext = w - 0.05 * v   (Linear.nn:14)
        // gNext = broadcast(0, [P])
        for (int i = from; i < to; i++) {
            final double t1 = (0.95 * velocity[velocityAt + i]);
            final double vValue = (t1 + g[gAt + i]);
            final double t2 = (0.05 * vValue);
            final double wNextValue = (w[wAt + i] - t2);
            final double gNextValue = 0.0;
            velocity[velocityAt + i] = vValue;
            w[wAt + i] = wNextValue;
            g[gAt + i] = gNextValue;
        }
    }
}
