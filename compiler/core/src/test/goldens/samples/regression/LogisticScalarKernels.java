// Written by Leibniz from Logistic.nn, anew at each build.
package samples.regression;

import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.kernel.Functions;
import dev.leibniz.runtime.kernel.PlainMatMul;

/**
 * The loops of {@link Logistic} in plain Java.
 */
@Generated(
        source = "Logistic.nn",
        by = "leibniz"
)
final class LogisticScalarKernels implements LogisticKernels {
    @Override
    public int scratchLength(int m, int n, int k) {
        return PlainMatMul.scratchLength(m, n, k);
    }

    @Override
    public void probability(double[] w, int wAt, double[] x, int xAt, double[] v3, int v3At,
            double[] b, int bAt, double[] probability, int probabilityAt, int N, double[] scratch,
            int scratchAt) {
        // v3 = x @ w   (Logistic.nn:12)
        // probability = sigmoid(score)   (Logistic.nn:13)
        PlainMatMul.multiply(
                1, N, 30,
                w, wAt, 0, 1,
                x, xAt, 1, 30,
                v3, v3At, 0,
                false, scratch, scratchAt);
        for (int i = 0; i < N; i++) {
            final double t1 = v3[v3At + i];
            final double scoreValue = (t1 + b[bAt]);
            final double probabilityValue = Functions.sigmoid(scoreValue);
            probability[probabilityAt + i] = probabilityValue;
        }
    }

    @Override
    public void score(double[] w, int wAt, double[] x, int xAt, double[] v4, int v4At, double[] b,
            int bAt, double[] score, int scoreAt, double[] v16, int v16At, double[] y, int yAt,
            double[] accuracy, int accuracyAt, int N, double[] scratch, int scratchAt) {
        // v4 = x @ w   (Logistic.nn:12)
        // score = x @ w + b   (Logistic.nn:12)
        // v16 = max(-score, 0) + log1p(exp(-v12))   (Logistic.nn:14)
        // v36 = sum(v31 == v32) / N   (Logistic.nn:16)
        PlainMatMul.multiply(
                1, N, 30,
                w, wAt, 0, 1,
                x, xAt, 1, 30,
                v4, v4At, 0,
                false, scratch, scratchAt);
        double t9 = 0.0;
        for (int i = 0; i < N; i++) {
            final double t1 = v4[v4At + i];
            final double scoreValue = (t1 + b[bAt]);
            final double t2 = (-scoreValue);
            final double t3 = Math.max(t2, 0.0);
            final double t4 = Math.abs(t2);
            final double t5 = (-t4);
            final double t6 = Math.exp(t5);
            final double t7 = Math.log1p(t6);
            final double t8 = (t3 + t7);
            score[scoreAt + i] = scoreValue;
            v16[v16At + i] = t8;
            t9 = (t9 + ((((scoreValue > 0.0) ? 1.0 : 0.0) == ((y[yAt + i] > 0.5) ? 1.0 : 0.0)) ? 1.0 : 0.0));
        }
        final double t10 = (t9 / ((double) (N)));
        accuracy[accuracyAt] = t10;
    }

    @Override
    public void v21(double[] y, int yAt, double[] score, int scoreAt, double[] v16, int v16At,
            double[] v21, int v21At, int N) {
        // v21 = sum(v7 * score + (v11 + v15)) / N   (Logistic.nn:14)
        double t4 = 0.0;
        for (int i = 0; i < N; i++) {
            final double t1 = (1.0 - y[yAt + i]);
            final double t2 = (t1 * score[scoreAt + i]);
            final double t3 = (t2 + v16[v16At + i]);
            t4 = (t4 + t3);
        }
        final double t5 = (t4 / ((double) (N)));
        v21[v21At] = t5;
    }

    @Override
    public void loss(double[] w, int wAt, double[] v21, int v21At, double[] loss, int lossAt) {
        // v26 = sum(v8 + v16) / N + 0.005 * sum(w * w)   (Logistic.nn:15)
        double t2 = 0.0;
        for (int i = 0; i < 30; i++) {
            final double t1 = (w[wAt + i] * w[wAt + i]);
            t2 = (t2 + t1);
        }
        final double t3 = (0.005 * t2);
        final double t4 = (v21[v21At] + t3);
        loss[lossAt] = t4;
    }

    @Override
    public void wBar(double[] w, int wAt, double[] wBar, int wBarAt, int from, int to) {
        // v39 = 0.01 * w   (Logistic.nn:15)
        for (int i = from; i < to; i++) {
            final double t1 = (0.01 * w[wAt + i]);
            wBar[wBarAt + i] += t1;
        }
    }

    @Override
    public void v42(double[] v42, int v42At, int N) {
        // v42 = 1 / N   (Logistic.nn:12)
        final double t1 = (1.0 / ((double) (N)));
        v42[v42At] = t1;
    }

    @Override
    public void scoreBar(double[] score, int scoreAt, double[] y, int yAt, double[] v42, int v42At,
            double[] scoreBar, int scoreBarAt, double[] bBar, int bBarAt, int N) {
        // scoreBar = (sigmoid(score) - y) * (1 / N)   (Logistic.nn:12)
        // v45 = sum(sigmoid(score) - y) / N   (Logistic.nn:12)
        double t3 = 0.0;
        for (int i = 0; i < N; i++) {
            final double t1 = Functions.sigmoid(score[scoreAt + i]);
            final double t2 = (t1 - y[yAt + i]);
            final double scoreBarValue = (t2 * v42[v42At]);
            scoreBar[scoreBarAt + i] = scoreBarValue;
            t3 = (t3 + t2);
        }
        final double t4 = (t3 / ((double) (N)));
        bBar[bBarAt] += t4;
    }

    @Override
    public void wBar_2(double[] scoreBar, int scoreBarAt, double[] x, int xAt, double[] wBar,
            int wBarAt, int N, double[] scratch, int scratchAt) {
        // v47 = x' @ scoreBar   (Logistic.nn:12)
        PlainMatMul.multiply(
                1, 30, N,
                scoreBar, scoreBarAt, 0, 1,
                x, xAt, 30, 1,
                wBar, wBarAt, 0,
                true, scratch, scratchAt);
    }

    @Override
    public void sgd(double[] velocity, int velocityAt, double[] g, int gAt, double[] w, int wAt,
            int P, int from, int to) {
        // v = 0.95 * velocity + g   (Logistic.nn:17)
        // wNext = w - 0.2 * v   (Logistic.nn:17)
        // gNext = broadcast(0, [P])
        for (int i = from; i < to; i++) {
            final double t1 = (0.95 * velocity[velocityAt + i]);
            final double vValue = (t1 + g[gAt + i]);
            final double t2 = (0.2 * vValue);
            final double wNextValue = (w[wAt + i] - t2);
            final double gNextValue = 0.0;
            velocity[velocityAt + i] = vValue;
            w[wAt + i] = wNextValue;
            g[gAt + i] = gNextValue;
        }
    }
}
