package dev.leibniz.spark;

import dev.leibniz.training.ModelRows;
import dev.leibniz.training.data.RandomOrder;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.Function2;

/** Cuts a partition of rows into blocks, in the order of the rows or in a random one that follows from a seed and the partition's number. */
final class BlockCutter implements Function2<Integer, Iterator<Object[]>, Iterator<Block>> {
    private static final long serialVersionUID = 1;

    private final ModelRows shape;
    private final String data;
    private final int blockRows;
    private final boolean inOrder;
    private final long seed;

    /** @param data what the data are called in messages */
    BlockCutter(ModelRows shape, String data, int blockRows, boolean inOrder, long seed) {
        this.shape = shape;
        this.data = data;
        this.blockRows = blockRows;
        this.inOrder = inOrder;
        this.seed = seed;
    }

    @Override
    public Iterator<Block> call(Integer partition, Iterator<Object[]> rows) {
        ExampleBuffer buffer =
                new ExampleBuffer(shape, IntStream.range(0, shape.inputs()).toArray(), data, partition, 0);
        return inOrder ? new InOrder(rows, buffer) : shuffled(rows, buffer, partition);
    }

    private Iterator<Block> shuffled(Iterator<Object[]> rows, ExampleBuffer buffer, int partition) {
        rows.forEachRemaining(buffer::add);
        int[] order = RandomOrder.of(buffer.rows(), seed, partition);
        int blocks = (int) (((long) order.length + blockRows - 1) / blockRows);
        return IntStream.range(0, blocks)
                .mapToObj(i -> buffer.block(order, i * blockRows, (int) Math.min(order.length, (i + 1L) * blockRows)))
                .iterator();
    }

    /** Blocks of a partition whose rows need not be in memory all at once. */
    private final class InOrder implements Iterator<Block> {
        private final Iterator<Object[]> rows;
        private final ExampleBuffer buffer;

        InOrder(Iterator<Object[]> rows, ExampleBuffer buffer) {
            this.rows = rows;
            this.buffer = buffer;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Block next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            while (rows.hasNext() && buffer.rows() < blockRows) {
                buffer.add(rows.next());
            }
            return buffer.take();
        }
    }
}
