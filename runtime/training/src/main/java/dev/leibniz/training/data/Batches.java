package dev.leibniz.training.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The batches of a data set, in an order that follows from a seed and the number of the epoch. While one is used, a thread of its own gathers
 * the next. Belongs to one caller.
 */
public final class Batches implements AutoCloseable {
    /**
     * Some examples, overwritten once the next batch is asked for.
     *
     * @param rows how many
     * @param arrays the elements of each tensor
     * @param origins says of each example, from 0, which of the data set it is
     */
    public record Batch(int rows, Object[] arrays, IntUnaryOperator origins) {}

    private final Object[] sources;
    private final int[] elements;
    private final int rows;
    private final int size;
    private final long seed;
    private final Object[][] memory;
    private final Object[] memoryOfLast;
    private final ExecutorService gatherer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "leibniz-batches");
        thread.setDaemon(true);
        return thread;
    });

    private Batches(List<Object> sources, int rows, int size, long seed) {
        if (size < 1) {
            throw new DataException("batches of " + size + " rows");
        }
        this.sources = sources.toArray();
        this.rows = rows;
        this.size = Math.min(size, Math.max(1, rows));
        this.seed = seed;
        this.elements = new int[this.sources.length];
        Arrays.setAll(elements, i -> rows == 0 ? 0 : Dataset.length(this.sources[i]) / rows);
        this.memory = new Object[][] {memory(this.size), memory(this.size)};
        this.memoryOfLast = memory(rows % this.size);
    }

    /** Room for exactly so many examples. */
    private Object[] memory(int examples) {
        Object[] arrays = new Object[sources.length];
        Arrays.setAll(arrays, i -> Dataset.like(sources[i], examples * elements[i]));
        return arrays;
    }

    /**
     * Batches of tensors of a data set.
     *
     * @param names which, in the order in which a batch has them
     * @param size examples of a batch, at least 1; the last one of an epoch may have fewer
     */
    public static Batches of(Dataset data, List<String> names, int size, long seed) {
        List<Object> sources = new ArrayList<>();
        names.forEach(name -> sources.add(data.array(name)));
        return new Batches(sources, data.rows(), size, seed);
    }

    /** How many batches an epoch has. */
    public int count() {
        return (int) (((long) rows + size - 1) / size);
    }

    /** The most examples that a batch has. */
    public int size() {
        return size;
    }

    /** All batches in the order of the data set. Only the iterator that was made last may be used. */
    public Iterator<Batch> inOrder() {
        return inOrder(0);
    }

    /** The same from one batch on. */
    public Iterator<Batch> inOrder(int first) {
        int[] order = new int[rows];
        Arrays.setAll(order, i -> i);
        return new Epoch(order, first);
    }

    /**
     * The batches of an epoch from one on: those that an epoch begun at its first batch would give. Only the iterator that was made last may be used.
     *
     * @param epoch the number of the epoch
     * @param first the number of the first batch
     */
    public Iterator<Batch> epoch(long epoch, int first) {
        return new Epoch(RandomOrder.of(rows, seed, epoch), first);
    }

    /** Ends the thread. */
    @Override
    public void close() {
        gatherer.shutdown();
    }

    private Batch gather(int[] order, int number) {
        int from = number * size;
        int count = Math.min(size, rows - from);
        Object[] target = count < size ? memoryOfLast : memory[number % 2];
        for (int i = 0; i < sources.length; i++) {
            Dataset.gather(sources[i], elements[i], order, from, count, target[i]);
        }
        return new Batch(count, target, row -> order[from + row]);
    }

    private final class Epoch implements Iterator<Batch> {
        private final int[] order;
        private int next;
        private @Nullable CompletableFuture<Batch> gathered;

        Epoch(int[] order, int first) {
            if (first < 0) {
                throw new DataException("batch " + first + " of an epoch");
            }
            this.order = order;
            this.next = first;
        }

        private CompletableFuture<Batch> gatherNext() {
            if (gatherer.isShutdown()) {
                throw new IllegalStateException("the batches are closed");
            }
            int number = next;
            return CompletableFuture.supplyAsync(() -> gather(order, number), gatherer);
        }

        @Override
        public boolean hasNext() {
            return next < count();
        }

        @Override
        public Batch next() {
            if (!hasNext()) {
                throw new NoSuchElementException("an epoch has " + count() + " batches");
            }
            Batch batch = (gathered == null ? gatherNext() : gathered).join();
            next++;
            gathered = hasNext() ? gatherNext() : null;
            return batch;
        }
    }
}
