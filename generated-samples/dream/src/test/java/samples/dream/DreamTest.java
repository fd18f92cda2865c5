package samples.dream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import samples.digits.data.DigitsData;

final class DreamTest {
    private static final DigitsData DATA = DigitsData.load();
    private static final Dreamer NET = DreamApplication.train(DATA.train());

    @Test
    void dreamsLookLikeTheirDigits() {
        float[] images = DreamApplication.noise();

        DreamApplication.dream(NET, images, DreamApplication.STEPS);

        for (float certainty : NET.predict(images, DreamApplication.DIGITS).certainty()) {
            assertThat(certainty).isGreaterThan(0.9f);
        }
        // A judge that knows nothing of the network: of all mean digits, that of the dream's own is the most similar.
        assertThat(mostSimilarMeans(images)).isEqualTo(DreamApplication.DIGITS);
    }

    @Test
    void noiseLooksLikeNothing() {
        assertThat(mostSimilarMeans(DreamApplication.noise())).isNotEqualTo(DreamApplication.DIGITS);
    }

    @Test
    void theNetworkReadsRealDigitsToo() {
        assertThat(DreamApplication.accuracy(NET, DATA.test())).isGreaterThan(0.87);
    }

    /** For each image the digit whose mean has the largest cosine with it. */
    private static int[] mostSimilarMeans(float[] images) {
        double[][] means = new double[10][DigitsData.PIXELS];
        for (int k = 0; k < DATA.images().length; k++) {
            means[DATA.labels()[k / DigitsData.PIXELS]][k % DigitsData.PIXELS] += DATA.images()[k];
        }
        int[] nearest = new int[10];
        for (int image = 0; image < 10; image++) {
            double best = -1;
            for (int digit = 0; digit < 10; digit++) {
                double product = 0;
                double square = 0;
                for (int k = 0; k < DigitsData.PIXELS; k++) {
                    product += means[digit][k] * images[image * DigitsData.PIXELS + k];
                    square += means[digit][k] * means[digit][k];
                }
                double cosine = product / Math.sqrt(square);
                if (cosine > best) {
                    best = cosine;
                    nearest[image] = digit;
                }
            }
        }
        return nearest;
    }
}
