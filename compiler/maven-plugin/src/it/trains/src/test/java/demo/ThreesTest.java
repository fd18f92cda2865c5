package demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ThreesTest {
    private static final float[] X = {1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1};
    private static final int[] Y = {0, 1, 2};

    @Test
    void theLossFallsAndPredictionsAreRight() {
        Threes net = Threes.initialise(1);
        Threes.Trainer trainer = net.trainer(3);
        float first = trainer.step(X, Y);
        float last = first;
        for (int step = 0; step < 300; step++) {
            last = trainer.step(X, Y);
        }
        assertTrue(last < first / 4, first + " became " + last);
        float[] p = net.predict(X);
        assertTrue(p[0] > 0.5 && p[4] > 0.5 && p[8] > 0.5);
    }
}
