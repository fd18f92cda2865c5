package samples.digits.data;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** Handwritten digits of the UCI data set: images of 8 × 8 pixels and the digits they show. */
public final class DigitsData {
    /** Pixels of an image, row by row. */
    public static final int PIXELS = 64;

    /** Pixels of a line of an image. */
    public static final int SIDE = 8;

    private static final String GREYS = " .:-=+*#%@";

    /** The last rows, by writers who wrote none of the rows before, are for testing. */
    private static final int TEST_ROWS = 450;

    private static final String RESOURCE = "digits.csv.gz";
    private static final float BLACK = 16;

    private final float[] images;
    private final int[] labels;

    private DigitsData(float[] images, int[] labels) {
        this.images = images;
        this.labels = labels;
    }

    /** A line of an image, a character a pixel, of images whose pixels are from 0 (white) to 1 (black). */
    public static String line(float[] images, int row, int y) {
        StringBuilder line = new StringBuilder();
        for (int x = 0; x < SIDE; x++) {
            float pixel = images[row * PIXELS + y * SIDE + x];
            line.append(GREYS.charAt(Math.round(pixel * (GREYS.length() - 1))));
        }
        return line.toString();
    }

    /** The 1,797 digits of the class path, in the order of the file. */
    public static DigitsData load() {
        try (InputStream resource = DigitsData.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new FileNotFoundException(RESOURCE + " is not on the class path beside " + DigitsData.class);
            }
            return read(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DigitsData read(InputStream gzip) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(gzip), StandardCharsets.US_ASCII));
        List<String> lines = reader.lines().toList();
        float[] images = new float[lines.size() * PIXELS];
        int[] labels = new int[lines.size()];
        for (int row = 0; row < labels.length; row++) {
            String[] numbers = lines.get(row).split(",");
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                images[row * PIXELS + pixel] = Integer.parseInt(numbers[pixel]) / BLACK;
            }
            labels[row] = Integer.parseInt(numbers[PIXELS]);
        }
        return new DigitsData(images, labels);
    }

    /** All rows but the last 450. */
    public DigitsData train() {
        return rows(0, count() - TEST_ROWS);
    }

    /** The last 450 rows. */
    public DigitsData test() {
        return rows(count() - TEST_ROWS, count());
    }

    /** A copy of the rows {@code from ≤ row < to}. */
    public DigitsData rows(int from, int to) {
        return new DigitsData(
                Arrays.copyOfRange(images, from * PIXELS, to * PIXELS), Arrays.copyOfRange(labels, from, to));
    }

    /** A copy of the rows that show certain digits. */
    public DigitsData where(IntPredicate digit) {
        int[] rows = IntStream.range(0, count())
                .filter(row -> digit.test(labels[row]))
                .toArray();
        float[] chosen = new float[rows.length * PIXELS];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(images, rows[row] * PIXELS, chosen, row * PIXELS, PIXELS);
        }
        return new DigitsData(
                chosen, Arrays.stream(rows).map(row -> labels[row]).toArray());
    }

    /** The number of digits. */
    public int count() {
        return labels.length;
    }

    /** Pixels from 0 (white) to 1 (black), {@code float[count, 64]}; not a copy. */
    public float[] images() {
        return images;
    }

    /** The digits shown, {@code int[count]} of 0 to 9; not a copy. */
    public int[] labels() {
        return labels;
    }
}
