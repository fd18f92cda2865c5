package samples.digits.data;

import java.util.SplittableRandom;

/** Mini-batches of a data set in an order that is drawn anew each epoch; rows that do not fill a batch wait for the next. */
public final class Batches {
    private final DigitsData data;
    private final int size;
    private final SplittableRandom random;
    private final int[] order;
    private final float[] images;
    private final int[] labels;

    /** Batches of {@code size} rows. */
    public Batches(DigitsData data, int size, long seed) {
        this.data = data;
        this.size = size;
        this.random = new SplittableRandom(seed);
        this.order = new int[data.count()];
        for (int row = 0; row < order.length; row++) {
            order[row] = row;
        }
        this.images = new float[size * DigitsData.PIXELS];
        this.labels = new int[size];
    }

    /** Draws a new order (Fisher and Yates). */
    public void shuffle() {
        for (int last = order.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int row = order[last];
            order[last] = order[other];
            order[other] = row;
        }
    }

    /** How many there are in an epoch. */
    public int count() {
        return order.length / size;
    }

    /** Puts the rows of one batch into {@link #images()} and {@link #labels()}. */
    public void fill(int batch) {
        for (int k = 0; k < size; k++) {
            int row = order[batch * size + k];
            System.arraycopy(data.images(), row * DigitsData.PIXELS, images, k * DigitsData.PIXELS, DigitsData.PIXELS);
            labels[k] = data.labels()[row];
        }
    }

    /** {@code float[size, 64]}, the same array for every batch. */
    public float[] images() {
        return images;
    }

    /** {@code int[size]}, the same array for every batch. */
    public int[] labels() {
        return labels;
    }
}
