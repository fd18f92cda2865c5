package dev.leibniz.compiler.cli;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes of inputs by chance: bytes, words, numbers and parts of other inputs, in, out and in place of each other. */
final class Mutation {
    private static final int MOST_CHANGES = 5;
    private static final int LONGEST = 8192;
    private static final long[] NUMBERS = {
        0, 1, 8, 16, 127, 255, 256, 65536, Integer.MAX_VALUE, 1L << 31, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE, -1
    };

    private final Random random;
    private final List<byte[]> inputs;
    private final List<byte[]> words;

    Mutation(long seed, List<byte[]> inputs, List<byte[]> words) {
        this.random = new Random(seed);
        this.inputs = inputs;
        this.words = words;
    }

    /** One of the inputs with a few changes. */
    byte[] next() {
        byte[] bytes = one(inputs);
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int k = 0; k < changes; k++) {
            bytes = changed(bytes);
        }
        return bytes.length <= LONGEST ? bytes : Arrays.copyOf(bytes, LONGEST);
    }

    private byte[] changed(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(16));
        byte[] part = Arrays.copyOfRange(bytes, at, to);
        return switch (random.nextInt(8)) {
            case 0 -> replaced(bytes, at, to, new byte[0]);
            case 1 -> replaced(bytes, at, at, part);
            case 2 -> replaced(bytes, at, to, new byte[] {(byte) random.nextInt(256)});
            case 3 -> replaced(bytes, at, to, one(words));
            case 4 -> replaced(bytes, at, at, one(words));
            case 5 -> replaced(bytes, at, Math.min(bytes.length, at + 8), number());
            case 6 -> digits(bytes, at);
            default -> spliced(bytes, at);
        };
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        return ByteBuffer.allocate(bytes.length - (to - from) + by.length)
                .put(bytes, 0, from)
                .put(by)
                .put(bytes, to, bytes.length - to)
                .array();
    }

    private byte[] number() {
        ByteOrder order = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        byte[] bytes =
                ByteBuffer.allocate(8).order(order).putLong(interesting()).array();
        int width = 1 << random.nextInt(4);
        return order == ByteOrder.LITTLE_ENDIAN ? Arrays.copyOf(bytes, width) : Arrays.copyOfRange(bytes, 8 - width, 8);
    }

    private long interesting() {
        return NUMBERS[random.nextInt(NUMBERS.length)];
    }

    /** Another number in place of the next one that is written in digits. */
    private byte[] digits(byte[] bytes, int at) {
        int from = at;
        while (from < bytes.length && !isDigit(bytes[from])) {
            from++;
        }
        int to = from;
        while (to < bytes.length && isDigit(bytes[to])) {
            to++;
        }
        return from == to
                ? bytes
                : replaced(bytes, from, to, Long.toString(interesting()).getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isDigit(byte each) {
        return each >= '0' && each <= '9';
    }

    /** The beginning of an input and the end of another. */
    private byte[] spliced(byte[] bytes, int at) {
        byte[] other = one(inputs);
        return replaced(
                bytes, at, bytes.length, Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length));
    }

    private byte[] one(List<byte[]> some) {
        return some.get(random.nextInt(some.size()));
    }
}
