// Written by Leibniz from Linear.nn, anew at each build.
package samples.regression;

import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.Parameter;
import dev.leibniz.runtime.SerialForm;
import dev.leibniz.runtime.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@link Linear} for programs that do not know its type.
 */
@Generated(
        source = "Linear.nn",
        by = "leibniz"
)
public final class LinearModel implements Model {
    private static final long serialVersionUID = 1;

    private final Linear net;

    private transient Linear.Workspace workspace;

    private transient Workers workers = Workers.single();

    private boolean debugsNans;

    /**
     * A network initialised from the seed 0.
     */
    public LinearModel() {
        this(Linear.initialise(0));
    }

    LinearModel(Linear net) {
        this.net = net;
        workspace = net.workspace(1);
    }

    @Override
    public String name() {
        return "Linear";
    }

    @Override
    public String hash() {
        return Linear.HASH;
    }

    @Override
    public boolean isDouble() {
        return true;
    }

    @Override
    public boolean hasLoss() {
        return true;
    }

    @Override
    public List<String> sizes() {
        return List.of("N");
    }

    @Override
    public List<Model.Tensor> inputs() {
        return List.of(new Model.Tensor("x", "float", List.of("N", "10")),
                new Model.Tensor("y", "float", List.of("N")));
    }

    @Override
    public List<Model.Tensor> outputs() {
        return List.of(new Model.Tensor("prediction", "float", List.of("N")));
    }

    @Override
    public List<Integer> predictionInputs() {
        return List.of(0);
    }

    @Override
    public List<String> metrics() {
        return List.of();
    }

    @Override
    public List<String> hypers() {
        return List.of();
    }

    @Override
    public List<Parameter> parameterList() {
        return LinearParameters.ALL;
    }

    @Override
    public Object network() {
        return net;
    }

    @Override
    public Model.Factory factory() {
        return new Linear.Factory();
    }

    private Object writeReplace() {
        return SerialForm.ofModel(this);
    }

    @Override
    public Object parameters() {
        return net.parameters();
    }

    @Override
    public void save(Path file) throws IOException {
        net.save(file);
    }

    @Override
    public void initialise(long seed) {
        LinearParameters.initialise(net.parameters(), seed);
    }

    @Override
    public double hyper(String name) {
        throw new IllegalArgumentException("no hyper is called " + name);
    }

    @Override
    public void setHyper(String name, double value) {
        throw new IllegalArgumentException("no hyper is called " + name);
    }

    @Override
    public List<Parameter> stateList() {
        return List.of();
    }

    @Override
    public Object states() {
        return new double[0];
    }

    @Override
    public void setDraws(long seed, long round) {
        // Nothing is random.
    }

    @Override
    public void setWorkers(Workers workers) {
        this.workers = workers;
        workspace.on(workers);
    }

    @Override
    public void setDebugNans(boolean on) {
        debugsNans = on;
        workspace.debugNans(on);
    }

    @Override
    public int[] outputShape(int output, int... sizes) {
        final int N = sizes[0];
        return switch (output) {
            case 0 -> new int[] {N};
            default -> throw new IndexOutOfBoundsException("no output has the number " + output);
        };
    }

    @Override
    public void predict(Object[] inputs, int[] sizes, Object[] outputs) {
        reserve(sizes);
        net.predict((double[]) inputs[0], (double[]) outputs[0], workspace);
    }

    @Override
    public double[] evaluate(Object[] inputs, int[] sizes) {
        reserve(sizes);
        net.evaluate((double[]) inputs[0], (double[]) inputs[1], workspace);
        final double[] results = new double[workspace.results.length];
        for (int i = 0; i < results.length; i++) {
            results[i] = workspace.results[i];
        }
        return results;
    }

    @Override
    public double lossAndGradient(Object[] inputs, int[] sizes, Object gradient) {
        reserve(sizes);
        return net.lossAndGradient((double[]) inputs[0], (double[]) inputs[1],
                (double[]) gradient, workspace);
    }

    private void reserve(int[] sizes) {
        if (sizes[0] > workspace.N) {
            workspace = net.workspace(Math.max(sizes[0], workspace.N)).on(workers).debugNans(debugsNans);
        }
    }

    @Override
    public Model.Training training(int... capacity) {
        return new TypedTraining(net.trainer(capacity[0]).on(workers).debugNans(debugsNans));
    }

    private static final class TypedTraining implements Model.Training {
        private final Linear.Trainer trainer;

        TypedTraining(Linear.Trainer trainer) {
            this.trainer = trainer;
        }

        @Override
        public double step(Object[] inputs, int[] sizes) {
            return trainer.step((double[]) inputs[0], (double[]) inputs[1]);
        }

        @Override
        public double accumulate(Object[] inputs, int[] sizes) {
            return trainer.accumulate((double[]) inputs[0], (double[]) inputs[1]);
        }

        @Override
        public Object gradient() {
            return trainer.gradient();
        }

        @Override
        public void apply() {
            trainer.apply();
        }

        @Override
        public double[] results() {
            return new double[] {trainer.loss()};
        }

        @Override
        public void save(Path file) throws IOException {
            trainer.save(file);
        }

        @Override
        public void load(Path file) throws IOException {
            trainer.load(file);
        }
    }
}
