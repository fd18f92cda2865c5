package dev.leibniz.spark;

import dev.leibniz.runtime.Model;
import dev.leibniz.training.ModelRows;
import dev.leibniz.training.data.DataException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Adds predictions to the rows of a partition, a batch at a time. */
final class ScoringTask implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1;

    private final Broadcast<ModelPool> pool;
    private final ModelRows shape;
    private final Columns columns;
    private final int[] elements;
    private final boolean[] isScalar;
    private final int batchSize;

    /** @param elements how many elements a row has of each output */
    ScoringTask(
            Broadcast<ModelPool> pool,
            ModelRows shape,
            Columns columns,
            int[] elements,
            boolean[] isScalar,
            int batchSize) {
        this.pool = pool;
        this.shape = shape;
        this.columns = columns;
        this.elements = elements;
        this.isScalar = isScalar;
        this.batchSize = batchSize;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        int partition = TaskContext.getPartitionId();
        return new Iterator<>() {
            private long first;
            private Iterator<Row> scored = List.<Row>of().iterator();

            @Override
            public boolean hasNext() {
                return scored.hasNext() || rows.hasNext();
            }

            @Override
            public Row next() {
                if (!scored.hasNext()) {
                    if (!rows.hasNext()) {
                        throw new NoSuchElementException();
                    }
                    List<Row> batch = score(rows, first, partition);
                    first += batch.size();
                    scored = batch.iterator();
                }
                return scored.next();
            }
        };
    }

    private List<Row> score(Iterator<Row> rows, long first, int partition) {
        List<Row> batch = new ArrayList<>();
        ExampleBuffer buffer = new ExampleBuffer(shape, columns.inputs(), Scoring.DATA, partition, first);
        while (rows.hasNext() && batch.size() < batchSize) {
            Row row = rows.next();
            buffer.add(columns.example(row, first + batch.size(), partition));
            batch.add(row);
        }
        ModelPool.Lent lent = pool.value().take();
        Object[] outputs = outputs(lent.model(), batch.size());
        try {
            lent.model().predict(buffer.all(), shape.sizes(batch.size()), outputs);
        } catch (IllegalArgumentException e) {
            throw new DataException("rows " + first + " to " + (first + batch.size() - 1) + " of partition " + partition
                    + " of the " + Scoring.DATA + " data are refused: " + e.getMessage());
        }
        pool.value().give(lent);
        List<Row> scored = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            scored.add(withOutputs(batch.get(i), outputs, i));
        }
        return scored;
    }

    private Object[] outputs(Model model, int rows) {
        Object[] outputs = new Object[elements.length];
        for (int i = 0; i < outputs.length; i++) {
            int length = rows * elements[i];
            if (!model.outputs().get(i).type().equals("float")) {
                outputs[i] = new int[length];
            } else {
                outputs[i] = model.isDouble() ? new double[length] : new float[length];
            }
        }
        return outputs;
    }

    private Row withOutputs(Row row, Object[] outputs, int number) {
        Object[] values = new Object[row.length() + outputs.length];
        for (int i = 0; i < row.length(); i++) {
            values[i] = row.get(i);
        }
        for (int i = 0; i < outputs.length; i++) {
            int at = number * elements[i];
            Object[] several = new Object[elements[i]];
            for (int k = 0; k < several.length; k++) {
                several[k] = element(outputs[i], at + k);
            }
            values[row.length() + i] = isScalar[i] ? several[0] : several;
        }
        return RowFactory.create(values);
    }

    private static Object element(Object array, int at) {
        if (array instanceof float[] floats) {
            return floats[at];
        }
        if (array instanceof double[] doubles) {
            return doubles[at];
        }
        return ((int[]) array)[at];
    }
}
