package samples.benchmarks.compare;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Embedding;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;

/** Rows of a table for ids, plus a row for each position: [N, T] → [N, T, width]. */
final class DjlEmbedding extends AbstractBlock {
    private final Shape table;
    private final Shape positions;
    private final Parameter tableParameter;
    private final Parameter positionParameter;

    DjlEmbedding(int count, int turns, int width) {
        table = new Shape(count, width);
        positions = new Shape(turns, width);
        tableParameter = addParameter(parameter("table"));
        positionParameter = addParameter(parameter("position"));
    }

    private static Parameter parameter(String name) {
        return Parameter.builder().setName(name).setType(Parameter.Type.WEIGHT).build();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, @Nullable PairList<String, Object> parameters) {
        NDArray ids = inputs.singletonOrThrow();
        NDArray rows = store.getValue(tableParameter, ids.getDevice(), training);
        NDArray shifts = store.getValue(positionParameter, ids.getDevice(), training);
        NDArray found = Embedding.embedding(ids, rows, SparseFormat.DENSE).singletonOrThrow();
        return new NDList(found.add(shifts));
    }

    @Override
    protected void prepare(Shape[] inputs) {
        tableParameter.setShape(table);
        positionParameter.setShape(positions);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {inputs[0].add(table.get(1))};
    }
}
