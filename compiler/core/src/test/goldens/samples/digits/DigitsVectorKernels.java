// Written by Leibniz from Digits.nn, anew at each build.
package samples.digits;

import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.kernel.Functions;
import dev.leibniz.runtime.kernel.VectorFunctions;
import dev.leibniz.runtime.kernel.VectorMatMul;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops of {@link Digits} on SIMD vectors, as wide as the machine prefers.
 */
@Generated(
        source = "Digits.nn",
        by = "leibniz"
)
final class DigitsVectorKernels implements DigitsKernels {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, FLOATS.vectorShape());

    @Override
    public int scratchLength(int m, int n, int k) {
        return VectorMatMul.scratchLength(m, n, k);
    }

    @Override
    public void hidden(float[] image, int imageAt, float[] hiddenW, int hiddenWAt, float[] v3,
            int v3At, float[] hiddenB, int hiddenBAt, float[] hidden, int hiddenAt, int N,
            float[] scratch, int scratchAt, int from, int to) {
        // v3 = image @ hidden.W   (Digits.nn:12)
        // hidden = image @ hidden.W + hidden.b <= 0 ? 0 : image @ hidden.W + hidden.b   (Digits.nn:12)
        VectorMatMul.multiply(
                to - from, 64, 64,
                image, imageAt + from * 64, 64, 1,
                hiddenW, hiddenWAt, 64, 1,
                v3, v3At + from * 64, 64,
                false, scratch, scratchAt);
        for (int i = from; i < to; i++) {
            {
                int j = 0;
                for (; j <= 64 - FLOATS.length(); j += FLOATS.length()) {
                    final FloatVector t1 = FloatVector.fromArray(FLOATS, v3, v3At + i * 64 + j);
                    final FloatVector t2 = t1.add(FloatVector.fromArray(FLOATS, hiddenB, hiddenBAt + j));
                    final FloatVector hiddenValue = t2.blend(FloatVector.broadcast(FLOATS, 0.0f), t2.compare(VectorOperators.LE, 0.0f));
                    hiddenValue.intoArray(hidden, hiddenAt + i * 64 + j);
                }
                for (; j < 64; j++) {
                    final float t1 = v3[v3At + i * 64 + j];
                    final float t2 = (t1 + hiddenB[hiddenBAt + j]);
                    final float hiddenValue = ((t2 <= 0.0f) ? 0.0f : t2);
                    hidden[hiddenAt + i * 64 + j] = hiddenValue;
                }
            }
        }
    }

    @Override
    public void digit(float[] hidden, int hiddenAt, float[] logitsW, int logitsWAt, float[] v10,
            int v10At, float[] logitsB, int logitsBAt, float[] v18, int v18At, float[] digit,
            int digitAt, int N, float[] scratch, int scratchAt, int from, int to) {
        // v10 = hidden @ logits.W   (Digits.nn:13)
        // v18 = exp(logits - (v13 == Infinity ? 0 : max(logits, axis = 1)))   (Digits.nn:16)
        // digit = exp(logits - (v15 ? 0 : v12)) * (1 / sum(exp(v17), axis = 1))   (Digits.nn:16)
        VectorMatMul.multiply(
                to - from, 10, 64,
                hidden, hiddenAt + from * 64, 64, 1,
                logitsW, logitsWAt, 10, 1,
                v10, v10At + from * 10, 10,
                false, scratch, scratchAt);
        for (int i = from; i < to; i++) {
            float t2 = Float.NEGATIVE_INFINITY;
            {
                int j = 0;
                FloatVector t2Lanes = FloatVector.broadcast(FLOATS, Float.NEGATIVE_INFINITY);
                for (; j <= 10 - FLOATS.length(); j += FLOATS.length()) {
                    final FloatVector t1 = FloatVector.fromArray(FLOATS, v10, v10At + i * 10 + j);
                    final FloatVector logitsValue = t1.add(FloatVector.fromArray(FLOATS, logitsB, logitsBAt + j));
                    t2Lanes = t2Lanes.lanewise(VectorOperators.MAX, logitsValue);
                }
                t2 = Math.max(t2, t2Lanes.reduceLanes(VectorOperators.MAX));
                for (; j < 10; j++) {
                    final float t1 = v10[v10At + i * 10 + j];
                    final float logitsValue = (t1 + logitsB[logitsBAt + j]);
                    t2 = Math.max(t2, logitsValue);
                }
            }
            final float t3 = Math.abs(t2);
            final float t4 = ((t3 == Float.POSITIVE_INFINITY) ? 0.0f : t2);
            float t8 = 0.0f;
            {
                final int block0 = scratchAt;
                {
                    int j = 0;
                    for (; j <= 10 - FLOATS.length(); j += FLOATS.length()) {
                        final FloatVector t5 = FloatVector.fromArray(FLOATS, v10, v10At + i * 10 + j);
                        final FloatVector logitsAt2 = t5.add(FloatVector.fromArray(FLOATS, logitsB, logitsBAt + j));
                        final FloatVector t6 = logitsAt2.sub(t4);
                        t6.intoArray(scratch, block0 + j);
                    }
                    for (; j < 10; j++) {
                        final float t5 = v10[v10At + i * 10 + j];
                        final float logitsAt2 = (t5 + logitsB[logitsBAt + j]);
                        final float t6 = (logitsAt2 - t4);
                        scratch[block0 + j] = t6;
                    }
                }
                VectorFunctions.exp(scratch, block0, 10);
                {
                    int j = 0;
                    for (; j <= 10 - FLOATS.length(); j += FLOATS.length()) {
                        final FloatVector t7 = FloatVector.fromArray(FLOATS, scratch, block0 + j);
                        t7.intoArray(v18, v18At + i * 10 + j);
                    }
                    for (; j < 10; j++) {
                        final float t7 = scratch[block0 + j];
                        v18[v18At + i * 10 + j] = t7;
                    }
                }
                t8 = (t8 + VectorFunctions.sum(scratch, block0, 10, scratchAt + 256));
            }
            final float t9 = (1.0f / t8);
            {
                int j = 0;
                for (; j <= 10 - FLOATS.length(); j += FLOATS.length()) {
                    final FloatVector t10 = FloatVector.fromArray(FLOATS, v18, v18At + i * 10 + j);
                    final FloatVector digitValue = t10.mul(t9);
                    digitValue.intoArray(digit, digitAt + i * 10 + j);
                }
                for (; j < 10; j++) {
                    final float t10 = v18[v18At + i * 10 + j];
                    final float digitValue = (t10 * t9);
                    digit[digitAt + i * 10 + j] = digitValue;
                }
            }
        }
    }

    @Override
    public void logits(float[] hidden, int hiddenAt, float[] logitsW, int logitsWAt, float[] v11,
            int v11At, float[] logitsB, int logitsBAt, int[] label, int labelAt, int[] v34,
            int v34At, float[] v28, int v28At, int N, float[] scratch, int scratchAt, int from,
            int to) {
        // v11 = hidden @ logits.W   (Digits.nn:13)
        // v28 = log(sum(exp(v18), axis = 1)) - (sum(v24 ? logits : 0, axis = 1) - (v14 == Infinity ? 0 : max(logits, axis = 1)))   (Digits.nn:18)
        // v34 = argmax(logits, axis = 1)   (Digits.nn:19)
        VectorMatMul.multiply(
                to - from, 10, 64,
                hidden, hiddenAt + from * 64, 64, 1,
                logitsW, logitsWAt, 10, 1,
                v11, v11At + from * 10, 10,
                false, scratch, scratchAt);
        for (int i = from; i < to; i++) {
            float logitsValue = Float.NEGATIVE_INFINITY;
            int t1 = 0;
            for (int j = 0; j < 10; j++) {
                final float t2 = v11[v11At + i * 10 + j];
                final float logitsAt2 = (t2 + logitsB[logitsBAt + j]);
                final float logitsAtCandidate = logitsAt2;
                if (logitsValue == logitsValue && !(logitsAtCandidate <= logitsValue)) {
                    logitsValue = logitsAtCandidate;
                    t1 = j;
                }
            }
            float t5 = Float.NEGATIVE_INFINITY;
            float t6 = 0.0f;
            {
                int j = 0;
                FloatVector t5Lanes = FloatVector.broadcast(FLOATS, Float.NEGATIVE_INFINITY);
                FloatVector t6Lanes = FloatVector.broadcast(FLOATS, 0.0f);
                for (; j <= 10 - FLOATS.length(); j += FLOATS.length()) {
                    final FloatVector t3 = FloatVector.fromArray(FLOATS, v11, v11At + i * 10 + j);
                    final FloatVector logitsAt3 = t3.add(FloatVector.fromArray(FLOATS, logitsB, logitsBAt + j));
                    final FloatVector t4 = FloatVector.broadcast(FLOATS, 0.0f).blend(logitsAt3, IntVector.broadcast(INTS, label[labelAt + i]).compare(VectorOperators.EQ, IntVector.broadcast(INTS, j).addIndex(1)).cast(FLOATS));
                    t5Lanes = t5Lanes.lanewise(VectorOperators.MAX, logitsAt3);
                    t6Lanes = t6Lanes.lanewise(VectorOperators.ADD, t4);
                }
                t5 = Math.max(t5, t5Lanes.reduceLanes(VectorOperators.MAX));
                t6Lanes.intoArray(scratch, scratchAt);
                t6 = (t6 + VectorFunctions.sum(scratch, scratchAt));
                for (; j < 10; j++) {
                    final float t3 = v11[v11At + i * 10 + j];
                    final float logitsAt3 = (t3 + logitsB[logitsBAt + j]);
                    final float t4 = ((label[labelAt + i] == (j)) ? logitsAt3 : 0.0f);
                    t5 = Math.max(t5, logitsAt3);
                    t6 = (t6 + t4);
                }
            }
            final float t7 = Math.abs(t5);
            final float t8 = ((t7 == Float.POSITIVE_INFINITY) ? 0.0f : t5);
            final float t9 = (t6 - t8);
            v34[v34At + i] = t1;
            float t13 = 0.0f;
            {
                final int block0 = scratchAt;
                {
                    int j = 0;
                    for (; j <= 10 - FLOATS.length(); j += FLOATS.length()) {
                        final FloatVector t10 = FloatVector.fromArray(FLOATS, v11, v11At + i * 10 + j);
                        final FloatVector logitsAt4 = t10.add(FloatVector.fromArray(FLOATS, logitsB, logitsBAt + j));
                        final FloatVector t11 = logitsAt4.sub(t8);
                        t11.intoArray(scratch, block0 + j);
                    }
                    for (; j < 10; j++) {
                        final float t10 = v11[v11At + i * 10 + j];
                        final float logitsAt4 = (t10 + logitsB[logitsBAt + j]);
                        final float t11 = (logitsAt4 - t8);
                        scratch[block0 + j] = t11;
                    }
                }
                VectorFunctions.exp(scratch, block0, 10);
                t13 = (t13 + VectorFunctions.sum(scratch, block0, 10, scratchAt + 256));
            }
            final float t14 = Functions.log(t13);
            final float t15 = (t14 - t9);
            v28[v28At + i] = t15;
        }
    }

    @Override
    public void loss(float[] v28, int v28At, float[] loss, int lossAt, int N, float[] scratch,
            int scratchAt) {
        // v32 = sum(log(v20) - (v26 - v17), axis = 0) / N   (Digits.nn:18)
        float t1 = 0.0f;
        {
            int i = 0;
            FloatVector t1Lanes = FloatVector.broadcast(FLOATS, 0.0f);
            for (; i <= N - FLOATS.length(); i += FLOATS.length()) {
                t1Lanes = t1Lanes.lanewise(VectorOperators.ADD, FloatVector.fromArray(FLOATS, v28, v28At + i));
            }
            t1Lanes.intoArray(scratch, scratchAt);
            t1 = (t1 + VectorFunctions.sum(scratch, scratchAt));
            for (; i < N; i++) {
                t1 = (t1 + v28[v28At + i]);
            }
        }
        final float t2 = (t1 / ((float) (N)));
        loss[lossAt] = t2;
    }

    @Override
    public void accuracy(int[] v34, int v34At, int[] label, int labelAt, float[] accuracy,
            int accuracyAt, int N, float[] scratch, int scratchAt) {
        // v39 = sum(v35 == label) / N   (Digits.nn:19)
        float t1 = 0.0f;
        {
            int i = 0;
            FloatVector t1Lanes = FloatVector.broadcast(FLOATS, 0.0f);
            for (; i <= N - FLOATS.length(); i += FLOATS.length()) {
                t1Lanes = t1Lanes.lanewise(VectorOperators.ADD, FloatVector.zero(FLOATS).blend(1.0f, IntVector.fromArray(INTS, v34, v34At + i).compare(VectorOperators.EQ, IntVector.fromArray(INTS, label, labelAt + i)).cast(FLOATS)));
            }
            t1Lanes.intoArray(scratch, scratchAt);
            t1 = (t1 + VectorFunctions.sum(scratch, scratchAt));
            for (; i < N; i++) {
                t1 = (t1 + ((v34[v34At + i] == label[labelAt + i]) ? 1.0f : 0.0f));
            }
        }
        final float t2 = (t1 / ((float) (N)));
        accuracy[accuracyAt] = t2;
    }

    @Override
    public void logits_2(float[] hidden, int hiddenAt, float[] logitsW, int logitsWAt, float[] v11,
            int v11At, float[] logitsB, int logitsBAt, int[] label, int labelAt, int[] v35,
            int v35At, float[] v19, int v19At, float[] v20, int v20At, float[] v29, int v29At,
            int N, float[] scratch, int scratchAt, int from, int to) {
        // v11 = hidden @ logits.W   (Digits.nn:13)
        // v19 = exp(logits - (v14 == Infinity ? 0 : max(logits, axis = 1)))   (Digits.nn:18)
        // v20 = sum(exp(logits - (v16 ? 0 : v13)), axis = 1)   (Digits.nn:18)
        // v29 = log(sum(exp(v18), axis = 1)) - (sum(v25 ? logits : 0, axis = 1) - (v14 == Infinity ? 0 : max(logits, axis = 1)))   (Digits.nn:18)
        // v35 = argmax(logits, axis = 1)   (Digits.nn:19)
        VectorMatMul.multiply(
                to - from, 10, 64,
                hidden, hiddenAt + from * 64, 64, 1,
                logitsW, logitsWAt, 10, 1,
                v11, v11At + from * 10, 10,
                false, scratch, scratchAt);
        for (int i = from; i < to; i++) {
            float logitsValue = Float.NEGATIVE_INFINITY;
            int t1 = 0;
            for (int j = 0; j < 10; j++) {
                final float t2 = v11[v11At + i * 10 + j];
                final float logitsAt2 = (t2 + logitsB[logitsBAt + j]);
                final float logitsAtCandidate = logitsAt2;
                if (logitsValue == logitsValue && !(logitsAtCandidate <= logitsValue)) {
                    logitsValue = logitsAtCandidate;
                    t1 = j;
                }
            }
            float t5 = Float.NEGATIVE_INFINITY;
            float t6 = 0.0f;
            {
                int j = 0;
                FloatVector t5Lanes = FloatVector.broadcast(FLOATS, Float.NEGATIVE_INFINITY);
                FloatVector t6Lanes = FloatVector.broadcast(FLOATS, 0.0f);
                for (; j <= 10 - FLOATS.length(); j += FLOATS.length()) {
                    final FloatVector t3 = FloatVector.fromArray(FLOATS, v11, v11At + i * 10 + j);
                    final FloatVector logitsAt3 = t3.add(FloatVector.fromArray(FLOATS, logitsB, logitsBAt + j));
                    final FloatVector t4 = FloatVector.broadcast(FLOATS, 0.0f).blend(logitsAt3, IntVector.broadcast(INTS, label[labelAt + i]).compare(VectorOperators.EQ, IntVector.broadcast(INTS, j).addIndex(1)).cast(FLOATS));
                    t5Lanes = t5Lanes.lanewise(VectorOperators.MAX, logitsAt3);
                    t6Lanes = t6Lanes.lanewise(VectorOperators.ADD, t4);
                }
                t5 = Math.max(t5, t5Lanes.reduceLanes(VectorOperators.MAX));
                t6Lanes.intoArray(scratch, scratchAt);
                t6 = (t6 + VectorFunctions.sum(scratch, scratchAt));
                for (; j < 10; j++) {
                    final float t3 = v11[v11At + i * 10 + j];
                    final float logitsAt3 = (t3 + logitsB[logitsBAt + j]);
                    final float t4 = ((label[labelAt + i] == (j)) ? logitsAt3 : 0.0f);
                    t5 = Math.max(t5, logitsAt3);
                    t6 = (t6 + t4);
                }
            }
            final float t7 = Math.abs(t5);
            final float t8 = ((t7 == Float.POSITIVE_INFINITY) ? 0.0f : t5);
            final float t9 = (t6 - t8);
            v35[v35At + i] = t1;
            float t13 = 0.0f;
            {
                final int block0 = scratchAt;
                {
                    int j = 0;
                    for (; j <= 10 - FLOATS.length(); j += FLOATS.length()) {
                        final FloatVector t10 = FloatVector.fromArray(FLOATS, v11, v11At + i * 10 + j);
                        final FloatVector logitsAt4 = t10.add(FloatVector.fromArray(FLOATS, logitsB, logitsBAt + j));
                        final FloatVector t11 = logitsAt4.sub(t8);
                        t11.intoArray(scratch, block0 + j);
                    }
                    for (; j < 10; j++) {
                        final float t10 = v11[v11At + i * 10 + j];
                        final float logitsAt4 = (t10 + logitsB[logitsBAt + j]);
                        final float t11 = (logitsAt4 - t8);
                        scratch[block0 + j] = t11;
                    }
                }
                VectorFunctions.exp(scratch, block0, 10);
                {
                    int j = 0;
                    for (; j <= 10 - FLOATS.length(); j += FLOATS.length()) {
                        final FloatVector t12 = FloatVector.fromArray(FLOATS, scratch, block0 + j);
                        t12.intoArray(v19, v19At + i * 10 + j);
                    }
                    for (; j < 10; j++) {
                        final float t12 = scratch[block0 + j];
                        v19[v19At + i * 10 + j] = t12;
                    }
                }
                t13 = (t13 + VectorFunctions.sum(scratch, block0, 10, scratchAt + 256));
            }
            v20[v20At + i] = t13;
            final float t14 = Functions.log(t13);
            final float t15 = (t14 - t9);
            v29[v29At + i] = t15;
        }
    }

    @Override
    public void v46(float[] v46, int v46At, int N) {
        // v46 = 1 / N   (Digits.nn:13)
        final float t1 = (1.0f / ((float) (N)));
        v46[v46At] = t1;
    }

    @Override
    public void v43(float[] v20, int v20At, float[] v43, int v43At, int N, int from, int to) {
        // v43 = 1 / sum(exp(logits - v17), axis = 1)   (Digits.nn:18)
        {
            int i = from;
            for (; i <= to - FLOATS.length(); i += FLOATS.length()) {
                final FloatVector t1 = FloatVector.broadcast(FLOATS, 1.0f).div(FloatVector.fromArray(FLOATS, v20, v20At + i));
                t1.intoArray(v43, v43At + i);
            }
            for (; i < to; i++) {
                final float t1 = (1.0f / v20[v20At + i]);
                v43[v43At + i] = t1;
            }
        }
    }

    @Override
    public void logitsBar(float[] v19, int v19At, float[] v43, int v43At, int[] label, int labelAt,
            float[] v46, int v46At, float[] logitsBar, int logitsBarAt, int N, int from, int to) {
        // logitsBar = (exp(v18) * (1 / v20) - one_hot(label, 10)) * (1 / N)   (Digits.nn:13)
        for (int i = from; i < to; i++) {
            if (FLOATS.length() <= 10) {
                for (int jStart = 0; jStart < 10; jStart += FLOATS.length()) {
                    final int j = Math.min(jStart, 10 - FLOATS.length());
                    final FloatVector t1 = FloatVector.fromArray(FLOATS, v19, v19At + i * 10 + j).mul(v43[v43At + i]);
                    final FloatVector t2 = t1.sub(FloatVector.zero(FLOATS).blend(1.0f, IntVector.broadcast(INTS, j).addIndex(1).compare(VectorOperators.EQ, label[labelAt + i]).cast(FLOATS)));
                    final FloatVector logitsBarValue = t2.mul(v46[v46At]);
                    logitsBarValue.intoArray(logitsBar, logitsBarAt + i * 10 + j);
                }
            } else {
                for (int j = 0; j < 10; j++) {
                    final float t1 = (v19[v19At + i * 10 + j] * v43[v43At + i]);
                    final float t2 = (t1 - (((j) == label[labelAt + i]) ? 1.0f : 0.0f));
                    final float logitsBarValue = (t2 * v46[v46At]);
                    logitsBar[logitsBarAt + i * 10 + j] = logitsBarValue;
                }
            }
        }
    }

    @Override
    public void logitsBBar(float[] logitsBBar, int logitsBBarAt, float[] logitsBar, int logitsBarAt,
            int N, int from, int to) {
        // v48 = sum(logitsBar, axis = 0)   (Digits.nn:13)
        for (int i = 0; i < N; i++) {
            {
                int j = from;
                for (; j <= to - FLOATS.length(); j += FLOATS.length()) {
                    FloatVector.fromArray(FLOATS, logitsBBar, logitsBBarAt + j).lanewise(VectorOperators.ADD, FloatVector.fromArray(FLOATS, logitsBar, logitsBarAt + i * 10 + j)).intoArray(logitsBBar, logitsBBarAt + j);
                }
                for (; j < to; j++) {
                    logitsBBar[logitsBBarAt + j] += logitsBar[logitsBarAt + i * 10 + j];
                }
            }
        }
    }

    @Override
    public void hiddenBar(float[] logitsBar, int logitsBarAt, float[] logitsW, int logitsWAt,
            float[] hiddenBar, int hiddenBarAt, float[] hidden, int hiddenAt, float[] v53,
            int v53At, int N, float[] scratch, int scratchAt, int from, int to) {
        // hiddenBar = logitsBar @ logits.W'   (Digits.nn:13)
        // v53 = hidden <= 0 ? 0 : hiddenBar   (Digits.nn:12)
        VectorMatMul.multiply(
                to - from, 64, 10,
                logitsBar, logitsBarAt + from * 10, 10, 1,
                logitsW, logitsWAt, 1, 10,
                hiddenBar, hiddenBarAt + from * 64, 64,
                false, scratch, scratchAt);
        for (int i = from; i < to; i++) {
            {
                int j = 0;
                for (; j <= 64 - FLOATS.length(); j += FLOATS.length()) {
                    final FloatVector hiddenBarValue = FloatVector.fromArray(FLOATS, hiddenBar, hiddenBarAt + i * 64 + j);
                    final FloatVector t1 = hiddenBarValue.blend(FloatVector.broadcast(FLOATS, 0.0f), FloatVector.fromArray(FLOATS, hidden, hiddenAt + i * 64 + j).compare(VectorOperators.LE, 0.0f));
                    t1.intoArray(v53, v53At + i * 64 + j);
                }
                for (; j < 64; j++) {
                    final float hiddenBarValue = hiddenBar[hiddenBarAt + i * 64 + j];
                    final float t1 = ((hidden[hiddenAt + i * 64 + j] <= 0.0f) ? 0.0f : hiddenBarValue);
                    v53[v53At + i * 64 + j] = t1;
                }
            }
        }
    }

    @Override
    public void logitsWBar(float[] hidden, int hiddenAt, float[] logitsBar, int logitsBarAt,
            float[] logitsWBar, int logitsWBarAt, int N, float[] scratch, int scratchAt, int from,
            int to) {
        // v51 = hidden' @ logitsBar   (Digits.nn:13)
        VectorMatMul.multiply(
                to - from, 10, N,
                hidden, hiddenAt + from, 1, 64,
                logitsBar, logitsBarAt, 10, 1,
                logitsWBar, logitsWBarAt + from * 10, 10,
                true, scratch, scratchAt);
    }

    @Override
    public void hiddenBBar(float[] hiddenBBar, int hiddenBBarAt, float[] v53, int v53At, int N,
            int from, int to) {
        // v54 = sum(hidden <= 0 ? 0 : hiddenBar, axis = 0)   (Digits.nn:12)
        for (int i = 0; i < N; i++) {
            {
                int j = from;
                for (; j <= to - FLOATS.length(); j += FLOATS.length()) {
                    FloatVector.fromArray(FLOATS, hiddenBBar, hiddenBBarAt + j).lanewise(VectorOperators.ADD, FloatVector.fromArray(FLOATS, v53, v53At + i * 64 + j)).intoArray(hiddenBBar, hiddenBBarAt + j);
                }
                for (; j < to; j++) {
                    hiddenBBar[hiddenBBarAt + j] += v53[v53At + i * 64 + j];
                }
            }
        }
    }

    @Override
    public void hiddenWBar(float[] image, int imageAt, float[] v53, int v53At, float[] hiddenWBar,
            int hiddenWBarAt, int N, float[] scratch, int scratchAt, int from, int to) {
        // v56 = image' @ (hidden <= 0 ? 0 : hiddenBar)   (Digits.nn:12)
        VectorMatMul.multiply(
                to - from, 64, N,
                image, imageAt + from, 1, 64,
                v53, v53At, 64, 1,
                hiddenWBar, hiddenWBarAt + from * 64, 64,
                true, scratch, scratchAt);
    }

    @Override
    public void sgd(float[] velocity, int velocityAt, float[] g, int gAt, float[] w, int wAt, int P,
            int from, int to) {
        // v = 0.9 * velocity + g   (Digits.nn:20)
        // wNext = w - 0.1 * v   (Digits.nn:20)
        // gNext = broadcast(0, [P])
        {
            int i = from;
            for (; i <= to - FLOATS.length(); i += FLOATS.length()) {
                final FloatVector t1 = FloatVector.fromArray(FLOATS, velocity, velocityAt + i).mul(0.9f);
                final FloatVector vValue = t1.add(FloatVector.fromArray(FLOATS, g, gAt + i));
                final FloatVector t2 = vValue.mul(0.1f);
                final FloatVector wNextValue = FloatVector.fromArray(FLOATS, w, wAt + i).sub(t2);
                final FloatVector gNextValue = FloatVector.broadcast(FLOATS, 0.0f);
                vValue.intoArray(velocity, velocityAt + i);
                wNextValue.intoArray(w, wAt + i);
                gNextValue.intoArray(g, gAt + i);
            }
            for (; i < to; i++) {
                final float t1 = (0.9f * velocity[velocityAt + i]);
                final float vValue = (t1 + g[gAt + i]);
                final float t2 = (0.1f * vValue);
                final float wNextValue = (w[wAt + i] - t2);
                final float gNextValue = 0.0f;
                velocity[velocityAt + i] = vValue;
                w[wAt + i] = wNextValue;
                g[gAt + i] = gNextValue;
            }
        }
    }
}
